namespace AwardArchive.Capture.FileWorkers;

/// <summary>Reads the structure of an image file, not its pixels, in one pass and in bounded memory.</summary>
internal static class FileInspection
{
    /// <exception cref="CaptureRefusedException">The file is not sound, or too large.</exception>
    public static int CountPages(InspectFile request)
    {
        var limits = new CaptureOptions { MaxPages = request.MaxPages, MaxPixels = request.MaxPixels, MaxSide = request.MaxSide };
        try
        {
            return request.MediaType switch
            {
                FileSignature.Tiff => CountTiffPages(request.File, limits),
                FileSignature.Jpeg => OnePage(request.File, JpegInspector.Inspect, limits),
                _ => OnePage(request.File, PngInspector.Inspect, limits),
            };
        }
        catch (EndOfStreamException)
        {
            throw new CaptureRefusedException(CaptureProblem.DamagedFile, "Tệp bị cắt cụt: nội dung hết trước khi ảnh kết thúc.");
        }
    }

    private static int CountTiffPages(string path, CaptureOptions limits)
    {
        using var file = File.OpenHandle(path);
        return TiffInspector.CountPages(file, limits, CancellationToken.None);
    }

    private static int OnePage(string path, Action<ByteScanner, CaptureOptions> inspect, CaptureOptions limits)
    {
        // The scanner has its own buffer.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        inspect(new ByteScanner(file, CancellationToken.None), limits);
        return 1;
    }
}

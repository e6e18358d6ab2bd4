using Microsoft.Extensions.Options;

namespace AwardArchive.Capture;

/// <param name="MediaType"><c>application/pdf</c>, <c>image/tiff</c>, <c>image/jpeg</c> or <c>image/png</c>.</param>
/// <param name="PageCount">At least 1.</param>
internal sealed record TriageResult(string MediaType, int PageCount);

/// <summary>Decides at the door what a file is and whether it is whole: by its content, in one pass, in bounded memory.</summary>
internal sealed class Triage(PdfInspector pdfs, IOptions<CaptureOptions> options)
{
    /// <param name="path">A finished local file.</param>
    /// <param name="cancellationToken">Stops between two pieces.</param>
    /// <exception cref="CaptureRefusedException">The file is not taken; the only exception that hostile bytes can cause.</exception>
    public async Task<TriageResult> ExamineAsync(string path, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        if (new FileInfo(path).Length == 0) throw new CaptureRefusedException(CaptureProblem.EmptyFile, "Tệp không có nội dung.");
        var type = FileSignature.MediaTypeOf(path);
        try
        {
            return type switch
            {
                FileSignature.Pdf => new(type, await pdfs.CountPagesAsync(path, cancellationToken)),
                FileSignature.Tiff => new(type, CountTiffPages(path, cancellationToken)),
                FileSignature.Jpeg => OnePage(type, path, JpegInspector.Inspect, cancellationToken),
                FileSignature.Png => OnePage(type, path, PngInspector.Inspect, cancellationToken),
                FileSignature.BigTiff => throw new CaptureRefusedException(
                    CaptureProblem.UnsupportedType, "BigTIFF chưa được hỗ trợ; hãy lưu lại thành TIFF thường (dưới 4 GB) hoặc PDF."),
                _ => throw new CaptureRefusedException(
                    CaptureProblem.UnsupportedType, "Chỉ nhận PDF, TIFF, JPEG và PNG (xét theo nội dung, không theo tên tệp)."),
            };
        }
        catch (EndOfStreamException)
        {
            throw new CaptureRefusedException(CaptureProblem.DamagedFile, "Tệp bị cắt cụt: nội dung hết trước khi ảnh kết thúc.");
        }
    }

    private int CountTiffPages(string path, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(path);
        return TiffInspector.CountPages(file, options.Value, cancellationToken);
    }

    private TriageResult OnePage(string type, string path, Action<ByteScanner, CaptureOptions> inspect, CancellationToken cancellationToken)
    {
        // The scanner has its own buffer.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        inspect(new ByteScanner(file, cancellationToken), options.Value);
        return new(type, 1);
    }
}

using AwardArchive.Capture.FileWorkers;

namespace AwardArchive.Capture;

/// <param name="MediaType"><c>application/pdf</c>, <c>image/tiff</c>, <c>image/jpeg</c> or <c>image/png</c>.</param>
/// <param name="PageCount">At least 1.</param>
internal sealed record TriageResult(string MediaType, int PageCount);

/// <summary>Decides at the door what a file is and whether it is whole: by its content, in one pass, in bounded memory.</summary>
/// <remarks>Here only the first bytes are compared; whatever reads on does so in a child process.</remarks>
internal sealed class Triage(PdfInspector pdfs, FileWorkerPool workers)
{
    /// <param name="path">A finished local file.</param>
    /// <param name="cancellationToken">Ends the child process.</param>
    /// <exception cref="CaptureRefusedException">The file is not taken; the only exception that hostile bytes can cause.</exception>
    public async Task<TriageResult> ExamineAsync(string path, CancellationToken cancellationToken)
    {
        path = Path.GetFullPath(path);
        if (new FileInfo(path).Length == 0) throw new CaptureRefusedException(CaptureProblem.EmptyFile, "Tệp không có nội dung.");
        var type = FileSignature.MediaTypeOf(path);
        return type switch
        {
            FileSignature.Pdf => new(type, await pdfs.CountPagesAsync(path, cancellationToken)),
            FileSignature.Tiff or FileSignature.Jpeg or FileSignature.Png => new(type, await workers.CountPagesAsync(path, type, cancellationToken)),
            FileSignature.BigTiff => throw new CaptureRefusedException(
                CaptureProblem.UnsupportedType, "BigTIFF chưa được hỗ trợ; hãy lưu lại thành TIFF thường (dưới 4 GB) hoặc PDF."),
            _ => throw new CaptureRefusedException(
                CaptureProblem.UnsupportedType, "Chỉ nhận PDF, TIFF, JPEG và PNG (xét theo nội dung, không theo tên tệp)."),
        };
    }
}

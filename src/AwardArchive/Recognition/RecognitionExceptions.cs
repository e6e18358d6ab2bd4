namespace AwardArchive.Recognition;

/// <summary>A page was not recognized.</summary>
/// <param name="reason">For the archivist, in Vietnamese.</param>
/// <param name="message">For the log, with facts; no text of documents.</param>
internal abstract class RecognitionException(string reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Reason { get; } = reason;
}

/// <summary>The page itself is at fault: no other attempt will do better.</summary>
internal sealed class UnreadablePageException(string reason, string message) : RecognitionException(reason, message);

/// <summary>This machine cannot recognize; the page is not at fault. Everything else may go on.</summary>
internal sealed class RecognitionUnavailableException(string reason, string message) : RecognitionException(reason, message);

/// <summary>A worker process was lost over a page; a fresh one may do better.</summary>
internal abstract class OcrWorkerException(string reason, string message, Exception? inner = null)
    : RecognitionException(reason, message, inner);

/// <summary>The page took longer than <see cref="RecognitionOptions.PageTimeout"/>.</summary>
internal sealed class OcrTimeoutException(TimeSpan limit)
    : OcrWorkerException(
        $"Nhận dạng trang này quá lâu (giới hạn {limit.TotalSeconds:0} giây).",
        $"The page was not finished within {limit.TotalSeconds:0} s; its processes were killed.")
{
    public TimeSpan Limit { get; } = limit;
}

/// <summary>A program ended in the middle of a page: a crash in native code, its memory limit, or a kill from outside.</summary>
/// <param name="program">The worker, or one of Poppler's programs.</param>
/// <param name="exitCode">As the runtime gives it: 128 plus the signal's number for a killed process.</param>
/// <param name="errorOutput">The last lines it wrote to standard error.</param>
internal sealed class OcrWorkerDiedException(string program, int exitCode, string errorOutput)
    : OcrWorkerException(
        "Tiến trình nhận dạng bị dừng đột ngột khi xử lý trang này.",
        $"The {program} ended with exit code {exitCode} in the middle of a page. {errorOutput}")
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>The worker's answer is not one: a broken frame, the wrong kind, or success without output.</summary>
internal sealed class OcrWorkerGarbledException(string message, Exception? inner = null)
    : OcrWorkerException("Tiến trình nhận dạng trả về kết quả không hợp lệ cho trang này.", message, inner);

/// <summary>The worker reported a fault of its own that says nothing certain about the page: no memory, no disk, a bug.</summary>
internal sealed class OcrWorkerFailedException(string message)
    : OcrWorkerException("Tiến trình nhận dạng gặp lỗi khi xử lý trang này.", message);

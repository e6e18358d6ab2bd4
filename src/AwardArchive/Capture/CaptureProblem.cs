namespace AwardArchive.Capture;

/// <summary>Why a file is not taken; the only table of codes, statuses and titles.</summary>
/// <param name="Code">Stable; the end of the problem's type in REST.</param>
/// <param name="Status">Of the HTTP answer.</param>
/// <param name="Title">For people, in Vietnamese.</param>
public sealed record CaptureProblem(string Code, int Status, string Title)
{
    public static readonly CaptureProblem EmptyFile = new("empty-file", 400, "Tệp rỗng");
    public static readonly CaptureProblem MissingFile = new("missing-file", 400, "Thiếu tệp");
    public static readonly CaptureProblem BadFileName = new("bad-file-name", 400, "Tên tệp không hợp lệ");
    public static readonly CaptureProblem BadRequest = new("bad-request", 400, "Yêu cầu không hợp lệ");
    public static readonly CaptureProblem FileTooLarge = new("file-too-large", 413, "Tệp quá lớn");
    public static readonly CaptureProblem UnsupportedType = new("unsupported-type", 415, "Loại tệp không được hỗ trợ");
    public static readonly CaptureProblem EncryptedPdf = new("encrypted-pdf", 422, "PDF được mã hóa");
    public static readonly CaptureProblem NoPages = new("no-pages", 422, "PDF không có trang nào");
    public static readonly CaptureProblem TooManyPages = new("too-many-pages", 422, "Tệp có quá nhiều trang");
    public static readonly CaptureProblem DamagedFile = new("damaged-file", 422, "Tệp bị hỏng");
    public static readonly CaptureProblem ImageTooLarge = new("image-too-large", 422, "Ảnh quá lớn");
    public static readonly CaptureProblem NoSuchDossier = new("no-such-dossier", 422, "Không có hồ sơ này");
    public static readonly CaptureProblem InfectedFile = new("infected-file", 422, "Tệp chứa mã độc");
    public static readonly CaptureProblem ScannerAway = new("virus-scanner-unavailable", 503, "Chưa quét được virus");
    public static readonly CaptureProblem PdfToolsMissing = new("pdf-tools-missing", 503, "Máy chủ thiếu công cụ đọc PDF");
    public static readonly CaptureProblem InspectionAway = new("inspection-unavailable", 503, "Máy chủ không kiểm tra được tệp lúc này");
    public static readonly CaptureProblem StorageAway = new("storage-unavailable", 503, "Kho lưu trữ tạm thời không trả lời");
    public static readonly CaptureProblem StorageFull = new("storage-full", 507, "Hết chỗ lưu trữ");

    /// <summary>What a child process may say of a file; faults of the server are not for it to tell.</summary>
    public static CaptureProblem OfFile(string code) =>
        Array.Find([TooManyPages, ImageTooLarge, UnsupportedType], problem => problem.Code == code) ?? DamagedFile;

    /// <summary>The same file may be taken later: the fault is the server's, not the file's.</summary>
    public bool IsPassing => Status >= 500;
}

/// <summary>The file is not taken; nothing of it is kept.</summary>
/// <param name="problem">What the caller branches on.</param>
/// <param name="message">For people, in Vietnamese; no path, no stack trace.</param>
public sealed class CaptureRefusedException(CaptureProblem problem, string message) : Exception(message)
{
    public CaptureProblem Problem { get; } = problem;
}

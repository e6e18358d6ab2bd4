using AwardArchive.Tests.Recognition;
using AwardArchive.Vietnamese;

namespace AwardArchive.Tests;

/// <summary>A decision as a word processor of the nineties wrote it, with one letter that its encoding does not have.</summary>
internal static class LegacyPaper
{
    public const string Note = "Chữ của trang này dùng bảng mã cũ TCVN3 (.VnTime, .VnTimeH), đã chuyển sang Unicode. Không chuyển được: À ×1.";

    private static readonly string[] Lines =
    [
        "Về việc phong tặng danh hiệu vinh dự Nhà nước Bà mẹ Việt Nam anh hùng",
        "Điều 1. Tặng danh hiệu cho các bà mẹ có tên trong danh sách kèm theo.",
    ];

    public static string Text { get; } = string.Join('\n', ["QUYẾT ĐỊNH", .. Lines, "À"]);

    public static async Task SaveAsync(string path, CancellationToken cancellationToken)
    {
        using var pdf = new FontPdf();
        pdf.Legacy(".VnTimeH", LegacyEncoding.Tcvn3, "QUYẾT ĐỊNH", capitals: true);
        foreach (var line in Lines) pdf.Legacy(".VnTime", LegacyEncoding.Tcvn3, line);
        await pdf.LegacyBytes(".VnTime", "À").SaveAsync(path, cancellationToken);
    }
}

using AwardArchive.Archive;
using AwardArchive.Capture.FileWorkers;
using AwardArchive.Verification.Reports;
using SkiaSharp;

namespace AwardArchive.Tests.Verification.Reports;

public sealed class ReportPdfTests
{
    private const string Vietnamese =
        "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";

    [Fact]
    public void Every_Vietnamese_letter_is_in_every_face()
    {
        foreach (var font in (ReportFont[])[ReportFont.Regular, ReportFont.Bold, ReportFont.Italic])
            Assert.DoesNotContain((Vietnamese + Vietnamese.ToUpperInvariant() + "“”–…0123456789%/§").EnumerateRunes(), letter => !font.Has(letter));
    }

    [Fact]
    public async Task Every_letter_is_found_in_the_file_as_it_was_put_in()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "letters.pdf", Report(string.Join(' ', Vietnamese.Chunk(12).Select(some => new string(some)).Concat(Vietnamese.ToUpperInvariant().Chunk(12).Select(some => new string(some))))));
        var text = await ExternalProgram.RunAsync("pdftotext", path, "-");
        Assert.Contains(Vietnamese + Vietnamese.ToUpperInvariant(), text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var report = Report("Liệt sĩ Hồ Văn Nam");
        Assert.Equal(File.ReadAllBytes(Write(folder, "one.pdf", report)), File.ReadAllBytes(Write(folder, "two.pdf", report)));
        Assert.NotEqual(File.ReadAllBytes(Write(folder, "one.pdf", report)), File.ReadAllBytes(Write(folder, "other.pdf", Report("Liệt sĩ Hồ Văn Bắc"))));
    }

    [Fact]
    public async Task A_long_report_has_numbered_pages_and_loses_no_line()
    {
        using var folder = new TemporaryFolder();
        var items = Enumerable.Range(1, 200).Select(at => ReportItem.Of($"Mục thứ {at} của phiếu, một câu đủ dài để phải xuống dòng ít nhất một lần trên khổ giấy A4 với lề rộng.")).ToArray();
        var path = Write(folder, "long.pdf", new(["PHIẾU THẨM ĐỊNH"], "chân trang", [new("Các mục", items)]));
        var text = await ExternalProgram.RunAsync("pdftotext", "-layout", path, "-");
        var information = await ExternalProgram.RunAsync("pdfinfo", path);
        Assert.Contains("A4", information, StringComparison.Ordinal);
        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(pages.Length, 5, 15);
        for (var at = 0; at < pages.Length; at++) Assert.Contains($"Trang {at + 1}/{pages.Length}", pages[at], StringComparison.Ordinal);
        for (var at = 1; at <= 200; at++) Assert.Contains($"Mục thứ {at} của", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_wider_than_a_line_and_letters_without_a_glyph_stop_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, "odd.pdf", Report(new string('w', 400) + " 漢字 \ud800 \u0301"));
        var text = (await ExternalProgram.RunAsync("pdftotext", path, "-")).Replace("\n", "", StringComparison.Ordinal);
        Assert.Contains(new string('w', 400), text, StringComparison.Ordinal);
        Assert.Contains("??", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pieces_of_scans_are_drawn_and_a_lost_one_is_told()
    {
        using var folder = new TemporaryFolder();
        var spot = new ScanSpot(Guid.Empty, 1, new(100, 50, 400, 40), 1, "image/png", null);
        using var page = new SKBitmap(1000, 1400);
        page.Erase(SKColors.White);
        page.Erase(SKColors.Red, new SKRectI(100, 50, 500, 90));
        var piece = ImageCrop.Of(page, spot.Box)!;
        var crop = new CropImage(piece.Width, piece.Height, piece.Data.ToArray());
        Assert.Equal((428, 68), (crop.Width, crop.Height));
        var report = new ReportContent(["PHIẾU"], "chân", [new("Phần", [new("Có ảnh", [], [spot]), new("Mất ảnh", [], [spot with { Page = 2 }])])]);
        var path = Write(folder, "crops.pdf", report, one => one.Page == 1 ? crop : null);
        Assert.Contains("jpeg", await ExternalProgram.RunAsync("pdfimages", "-list", path), StringComparison.Ordinal);
        Assert.Contains("Không lấy được ảnh quét", await ExternalProgram.RunAsync("pdftotext", path, "-"), StringComparison.Ordinal);
        Assert.Null(ImageCrop.Of(page, new(2000, 50, 10, 10)));
    }

    private static ReportContent Report(string text) => new(["PHIẾU THẨM ĐỊNH", "Hồ sơ"], "chân trang", [new("Phần một", [ReportItem.Of(text, "chi tiết")])]);

    private static string Write(TemporaryFolder folder, string name, ReportContent report, Func<ScanSpot, CropImage?>? crops = null)
    {
        var path = Path.Combine(folder.Path, name);
        using var file = File.Create(path);
        ReportPdf.Write(file, report, crops ?? (_ => null));
        return path;
    }
}

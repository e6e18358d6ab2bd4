using SkiaSharp;

namespace AwardArchive.Tests.Recognition;

/// <summary>An invented award decision on A4: two columns at the head, running text, a table, a signature.</summary>
internal static class TestPaper
{
    public const float WidthPoints = 595;
    public const float HeightPoints = 842;

    private static readonly string[] FontFiles =
    [
        "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf",
        "/usr/share/fonts/opentype/tex-gyre/texgyretermes-regular.otf",
        "/usr/share/fonts/truetype/freefont/FreeSerif.ttf",
        "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    ];

    /// <summary>Left edge and base line in points, size in points, text. In reading order.</summary>
    private static readonly (float X, float Y, float Size, string Text)[] Lines =
    [
        (60, 70, 12, "ỦY BAN NHÂN DÂN TỈNH"),
        (290, 70, 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (60, 105, 13, "Số: 345/QĐ-UBND"),
        (290, 105, 13, "Đông Hà, ngày 19 tháng 8 năm 1995"),
        (250, 150, 14, "QUYẾT ĐỊNH"),
        (85, 172, 14, "Về việc tặng danh hiệu vinh dự Nhà nước Bà mẹ Việt Nam anh hùng"),
        (85, 210, 14, "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;"),
        (85, 232, 14, "Xét đề nghị của Hội đồng Thi đua - Khen thưởng tỉnh,"),
        (60, 270, 14, "Điều 1. Tặng danh hiệu cho các bà mẹ có tên trong danh sách sau đây:"),
        (85, 310, 13, "1"), (130, 310, 13, "Nguyễn Thị Hường"), (300, 310, 13, "1921"), (380, 310, 13, "Triệu Phong"),
        (85, 335, 13, "2"), (130, 335, 13, "Trần Thị Đượm"), (300, 335, 13, "1918"), (380, 335, 13, "Cam Lộ"),
        (85, 360, 13, "3"), (130, 360, 13, "Lê Thị Ngữ"), (300, 360, 13, "1925"), (380, 360, 13, "Hải Lăng"),
        (85, 385, 13, "4"), (130, 385, 13, "Hồ Thị Kêm"), (300, 385, 13, "1930"), (380, 385, 13, "Hướng Hóa"),
        (60, 430, 14, "Điều 2. Chánh Văn phòng và thủ trưởng các cơ quan chịu trách nhiệm thi hành."),
        (60, 490, 11, "Nơi nhận:"),
        (330, 490, 13, "KT. CHỦ TỊCH"),
        (60, 508, 11, "- Như Điều 2;"),
        (330, 508, 13, "PHÓ CHỦ TỊCH"),
        (60, 526, 11, "- Lưu: VT, TH."),
        (330, 590, 13, "Nguyễn Văn Tâm"),
    ];

    private static readonly Lazy<SKTypeface> Typeface = new(() => SKTypeface.FromFile(
        Array.Find(FontFiles, File.Exists) ?? throw new InvalidOperationException("No font with Vietnamese letters: apt-get install fonts-texgyre")));

    /// <summary>Every word on it, in reading order.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Lines.SelectMany(line => line.Text.Split(' '))];

    /// <summary>Where a line's text stands: left and base line, in points.</summary>
    public static (float X, float Y) PlaceOf(string line)
    {
        var found = Array.Find(Lines, candidate => candidate.Text == line);
        return (found.X, found.Y);
    }

    public static void Draw(SKCanvas canvas)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        foreach (var (x, y, size, text) in Lines) DrawLine(canvas, text, x, y, size);
        foreach (var y in (float[])[292, 317, 342, 367, 392]) canvas.DrawLine(75, y, 500, y, ink);
        foreach (var x in (float[])[75, 115, 285, 365, 500]) canvas.DrawLine(x, 292, x, 392, ink);
    }

    public static void DrawLine(SKCanvas canvas, string text, float x, float y, float size = 14)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var font = new SKFont(Typeface.Value, size);
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, ink);
    }

    /// <summary>The paper as pixels, white around.</summary>
    public static SKBitmap Scan(int dpi, Action<SKCanvas>? draw = null)
    {
        var scale = dpi / 72f;
        var bitmap = new SKBitmap((int)MathF.Ceiling(WidthPoints * scale), (int)MathF.Ceiling(HeightPoints * scale));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        (draw ?? Draw)(canvas);
        return bitmap;
    }

    public static void SavePng(SKBitmap bitmap, string path) => Save(bitmap, path, SKEncodedImageFormat.Png);

    public static void SaveJpeg(SKBitmap bitmap, string path) => Save(bitmap, path, SKEncodedImageFormat.Jpeg);

    /// <summary>As a scanner of documents sees it: black and white.</summary>
    public static void Binarize(SKBitmap scan) =>
        // All at once: SetPixel makes a canvas for each pixel, which takes half a minute a page.
        scan.Pixels = Array.ConvertAll(scan.Pixels, pixel => pixel.Green < 128 ? SKColors.Black : SKColors.White);

    /// <summary>A PDF of pages drawn as text and lines.</summary>
    public static void SavePdf(string path, params Action<SKCanvas>[] pages)
    {
        using var document = SKDocument.CreatePdf(path);
        foreach (var page in pages)
        {
            page(document.BeginPage(WidthPoints, HeightPoints));
            document.EndPage();
        }
        document.Close();
    }

    private static void Save(SKBitmap bitmap, string path, SKEncodedImageFormat format)
    {
        using var file = File.Create(path);
        bitmap.Encode(file, format, 90);
    }
}

using SkiaSharp;

namespace AwardArchive.Demo;

/// <param name="IsColor">24-bit color, else 8-bit gray.</param>
/// <param name="IsBilevel">Each pixel 0 or 255.</param>
internal readonly record struct ScanForm(bool IsColor, bool IsBilevel, int DpiX, int DpiY);

/// <summary>A page image with what stands on it.</summary>
internal sealed record ScannedPage(SKBitmap Image, ScanForm Form, int JpegQuality, TruthPage Truth) : IDisposable
{
    public void Dispose() => Image.Dispose();
}

/// <summary>Makes the image that a scanner would give of a sheet, and keeps where each word went.</summary>
internal sealed class PageScanner(SheetPainter painter)
{
    // Group 3 and 4 facsimile lines have 1728 pixels, wider than A4 (ITU-T T.4).
    private const int FaxWidth = 1728;

    /// <param name="back">The sheet whose print shines through.</param>
    /// <param name="turned">Degrees clockwise: 0, 90, 180 or 270.</param>
    public ScannedPage Scan(Sheet sheet, Sheet back, int number, DemoLevel level, ScanForm form, int turned, SplitMix64 random)
    {
        var damage = ScanDamage.Of(level, random);
        var upright = turned % 180 == 0;
        var (pageWidth, pageHeight) = upright ? (Sheet.Width, Sheet.Height) : (Sheet.Height, Sheet.Width);
        var (scaleX, scaleY) = (form.DpiX / 72f, form.DpiY / 72f);
        var width = (int)MathF.Round(pageWidth * scaleX);
        var height = (int)MathF.Round(pageHeight * scaleY);
        if (level is DemoLevel.Fax && upright) width = FaxWidth;

        var place = SKMatrix.CreateTranslation(width / 2f, height / 2f)
            .PreConcat(SKMatrix.CreateScale(scaleX, scaleY))
            .PreConcat(SKMatrix.CreateRotationDegrees(turned + damage.Skew))
            .PreConcat(SKMatrix.CreateTranslation(-Sheet.Width / 2, -Sheet.Height / 2));

        var image = new SKBitmap(new SKImageInfo(
            width, height, form.IsColor ? SKColorType.Bgra8888 : SKColorType.Gray8, SKAlphaType.Opaque));
        Draw(image, sheet, back, place, damage, level, random);
        var dust = random.Fork();
        ScanTexture.Apply(image, damage, form.IsBilevel, dust);
        return new(image, form, damage.JpegQuality, TruthOf(sheet, number, place, width, height, form, damage.Skew, turned));
    }

    private void Draw(SKBitmap image, Sheet sheet, Sheet back, SKMatrix place, ScanDamage damage, DemoLevel level, SplitMix64 random)
    {
        using var canvas = new SKCanvas(image);
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(place);
        if (damage.ShineThrough > 0)
        {
            canvas.Save();
            canvas.Scale(-1, 1, Sheet.Width / 2, 0);
            var pale = (byte)(255 * (1 - damage.ShineThrough));
            painter.Print(canvas, back, new(pale, pale, pale));
            canvas.Restore();
            ScanTexture.Blur(image, 1.4f);
        }
        for (var i = 0; i < damage.Stains; i++) Stain(canvas, random);
        if (damage.Crease) Crease(canvas, random);
        painter.Print(canvas, sheet, damage.Ink, level is DemoLevel.Clean ? null : random.Fork());
        painter.Sign(canvas, sheet);
        if (damage.Blur > 0) ScanTexture.Blur(image, damage.Blur);
    }

    private static void Stain(SKCanvas canvas, SplitMix64 random)
    {
        var middle = new SKPoint(random.Between(0, Sheet.Width), random.Between(0, Sheet.Height));
        var radius = random.Between(18f, 95f);
        var brown = new SKColor((byte)random.Between(180, 215), (byte)random.Between(150, 180), (byte)random.Between(95, 130));
        // Water carries the dirt to its edge: a pale middle, a darker ring.
        using var shader = SKShader.CreateRadialGradient(
            middle, radius, [brown.WithAlpha(35), brown.WithAlpha(50), brown.WithAlpha(115), brown.WithAlpha(0)], [0, 0.8f, 0.95f, 1],
            SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, BlendMode = SKBlendMode.Multiply, IsAntialias = true };
        canvas.DrawOval(middle.X, middle.Y, radius, radius * random.Between(0.6f, 1f), paint);
    }

    private static void Crease(SKCanvas canvas, SplitMix64 random)
    {
        var y = (Sheet.Height / 2) + random.Between(-25f, 25f);
        var end = y + random.Between(-6f, 6f);
        using var paint = new SKPaint { Color = new(120, 105, 85, 90), IsStroke = true, StrokeWidth = 1.1f, IsAntialias = true };
        canvas.DrawLine(0, y, Sheet.Width, end, paint);
    }

    private TruthPage TruthOf(Sheet sheet, int number, SKMatrix place, int width, int height, ScanForm form, float skew, int turned)
    {
        var words = new List<TruthWord>(sheet.Words.Count);
        foreach (var (word, ink) in painter.Bounds(sheet))
        {
            var box = place.MapRect(ink);
            var (left, top) = (Math.Clamp((int)MathF.Floor(box.Left), 0, width - 1), Math.Clamp((int)MathF.Floor(box.Top), 0, height - 1));
            var (right, bottom) = (Math.Clamp((int)MathF.Ceiling(box.Right), left + 1, width), Math.Clamp((int)MathF.Ceiling(box.Bottom), top + 1, height));
            words.Add(new(word.Text, left, top, right - left, bottom - top, word.Line, word.Block));
        }
        return new(number, width, height, form.DpiX, form.DpiY, skew, turned, TextOf(words), words);
    }

    public static string TextOf(IEnumerable<TruthWord> words) => string.Join('\n', words
        .GroupBy(word => word.Line)
        .OrderBy(line => line.Key)
        .Select(line => string.Join(' ', line.Select(word => word.Text))));
}

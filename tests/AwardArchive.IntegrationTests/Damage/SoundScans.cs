using AwardArchive.Demo;
using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace AwardArchive.Tests.Damage;

/// <summary>A whole file, before anything happens to it.</summary>
/// <param name="Kind">For the table of outcomes.</param>
/// <param name="Extension">With its dot.</param>
internal sealed record SoundScan(string Kind, string Extension, byte[] Bytes);

/// <summary>One small page in every kind of file that an archive gets: small, because five hundred of them are recognized.</summary>
internal static class SoundScans
{
    /// <summary>What stands on the page.</summary>
    public const string Words = "QUYẾT ĐỊNH";

    private const int Width = 620;
    private const int Height = 400;
    private const int Dpi = 150;

    public static IReadOnlyList<SoundScan> Make(string folder)
    {
        using var page = Draw();
        return
        [
            new("PNG", ".png", Encode(page, SKEncodedImageFormat.Png)),
            new("JPEG", ".jpg", Encode(page, SKEncodedImageFormat.Jpeg)),
            new("TIFF G4", ".tif", EncodeTiff(page, folder, Compression.CCITTFAX4, pages: 2)),
            new("TIFF LZW", ".tif", EncodeTiff(page, folder, Compression.LZW, pages: 1)),
            new("TIFF JPEG", ".tif", EncodeTiff(page, folder, Compression.JPEG, pages: 1)),
            new("PDF scan", ".pdf", EncodePdf(canvas => DrawScan(canvas, page), pages: 2)),
            new("PDF text", ".pdf", EncodePdf(DrawText, pages: 1)),
        ];
    }

    private static SKBitmap Draw()
    {
        var bitmap = new SKBitmap(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(Dpi / 72f);
        DrawText(canvas);
        return bitmap;
    }

    private static void DrawText(SKCanvas canvas)
    {
        using var fonts = new DemoFonts();
        using var font = fonts.Font(DemoFace.Termes, InkStyle.Regular, 14);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawText(Words, 90, 40, SKTextAlign.Left, font, ink);
        canvas.DrawText("Điều 1. Tặng danh hiệu cho các bà mẹ", 20, 80, SKTextAlign.Left, font, ink);
        canvas.DrawText("có tên trong danh sách sau đây: 1921", 20, 100, SKTextAlign.Left, font, ink);
    }

    private static void DrawScan(SKCanvas canvas, SKBitmap page)
    {
        using var jpeg = SKImage.FromEncodedData(Encode(page, SKEncodedImageFormat.Jpeg));
        canvas.DrawImage(jpeg, SKRect.Create(PointsOf(Width), PointsOf(Height)), SKSamplingOptions.Default);
    }

    private static float PointsOf(int pixels) => pixels * 72f / Dpi;

    private static byte[] Encode(SKBitmap page, SKEncodedImageFormat format)
    {
        using var data = page.Encode(format, 85);
        return data.ToArray();
    }

    private static byte[] EncodePdf(Action<SKCanvas> draw, int pages)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream))
        {
            for (var page = 0; page < pages; page++)
            {
                draw(document.BeginPage(PointsOf(Width), PointsOf(Height)));
                document.EndPage();
            }
            document.Close();
        }
        return stream.ToArray();
    }

    private static byte[] EncodeTiff(SKBitmap page, string folder, Compression compression, int pages)
    {
        var path = Path.Combine(folder, $"sound-{compression}.tif");
        var isBilevel = compression == Compression.CCITTFAX4;
        using (var tiff = Tiff.Open(path, "w"))
        {
            for (var number = 0; number < pages; number++)
            {
                tiff.SetField(TiffTag.IMAGEWIDTH, Width);
                tiff.SetField(TiffTag.IMAGELENGTH, Height);
                tiff.SetField(TiffTag.BITSPERSAMPLE, isBilevel ? 1 : 8);
                tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
                tiff.SetField(TiffTag.PHOTOMETRIC, isBilevel ? Photometric.MINISWHITE : Photometric.MINISBLACK);
                tiff.SetField(TiffTag.COMPRESSION, compression);
                tiff.SetField(TiffTag.ROWSPERSTRIP, 64);
                tiff.SetField(TiffTag.XRESOLUTION, (double)Dpi);
                tiff.SetField(TiffTag.YRESOLUTION, (double)Dpi);
                for (var y = 0; y < Height; y++) tiff.WriteScanline(Row(page, y, isBilevel), y);
                tiff.WriteDirectory();
            }
        }
        return File.ReadAllBytes(path);
    }

    private static byte[] Row(SKBitmap page, int y, bool isBilevel)
    {
        var row = page.GetPixelSpan().Slice(y * page.RowBytes, Width).ToArray();
        if (!isBilevel) return row;
        var bits = new byte[(Width + 7) / 8];
        for (var x = 0; x < Width; x++)
        {
            if (row[x] < 128) bits[x / 8] |= (byte)(0x80 >> (x % 8));
        }
        return bits;
    }
}

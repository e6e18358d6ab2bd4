using System.Globalization;
using System.Text;
using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace AwardArchive.Tests.Capture;

/// <summary>Small sound files of each kind, made on the spot.</summary>
internal static class Scans
{
    public static byte[] Jpeg(int width = 60, int height = 40, byte shade = 200) => Encode(SKEncodedImageFormat.Jpeg, width, height, shade);

    public static byte[] Png(int width = 60, int height = 40, byte shade = 200) => Encode(SKEncodedImageFormat.Png, width, height, shade);

    public static byte[] Pdf(int pages = 2)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream))
        {
            using var paint = new SKPaint { Color = SKColors.Black };
            for (var page = 0; page < pages; page++)
            {
                document.BeginPage(595, 842).DrawRect(50, 50 + page, 100, 20, paint);
                document.EndPage();
            }
            document.Close();
        }
        return stream.ToArray();
    }

    /// <summary>A PDF written by hand, objects as given, with a sound cross-reference table.</summary>
    public static byte[] PdfOf(string trailer, params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A PDF that says it has so many pages.</summary>
    public static byte[] PdfWithCount(int count) => PdfOf(
        "",
        "<< /Type /Catalog /Pages 2 0 R >>",
        $"<< /Type /Pages /Kids [{(count > 0 ? "3 0 R" : "")}] /Count {count} >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");

    /// <summary>Several pages; strips compressed as named.</summary>
    public static byte[] Tiff(string path, Compression compression = Compression.CCITTFAX4, int pages = 3, bool bigEndian = false)
    {
        const int Width = 64;
        const int Height = 48;
        var bits = compression is Compression.CCITTFAX4 ? 1 : 8;
        using (var tiff = BitMiracle.LibTiff.Classic.Tiff.Open(path, bigEndian ? "wb" : "wl"))
        {
            for (var page = 0; page < pages; page++)
            {
                tiff.SetField(TiffTag.IMAGEWIDTH, Width);
                tiff.SetField(TiffTag.IMAGELENGTH, Height);
                tiff.SetField(TiffTag.BITSPERSAMPLE, bits);
                tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
                tiff.SetField(TiffTag.PHOTOMETRIC, bits == 1 ? Photometric.MINISWHITE : Photometric.MINISBLACK);
                tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
                tiff.SetField(TiffTag.COMPRESSION, compression);
                tiff.SetField(TiffTag.ROWSPERSTRIP, 16);
                var row = new byte[Width * bits / 8];
                for (var y = 0; y < Height; y++)
                {
                    row[y % row.Length] ^= (byte)(page + y + 1);
                    Assert.True(tiff.WriteScanline(row, y));
                }
                tiff.WriteDirectory();
            }
        }
        return File.ReadAllBytes(path);
    }

    private static byte[] Encode(SKEncodedImageFormat format, int width, int height, byte shade)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Gray8, SKAlphaType.Opaque);
        bitmap.Erase(new SKColor(shade, shade, shade));
        for (var i = 0; i < Math.Min(width, height); i++) bitmap.SetPixel(i, i, SKColors.Black);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}

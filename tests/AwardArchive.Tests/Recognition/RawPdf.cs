using System.Globalization;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace AwardArchive.Tests.Recognition;

/// <summary>PDF files of one page, written by hand: exactly what a test needs to be in them, and nothing else.</summary>
internal static class RawPdf
{
    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>";

    /// <param name="pageEntry">An entry of the page's dictionary, without the slash; may replace the media box.</param>
    public static Task SaveTextAsync(string path, string pageEntry, string text, CancellationToken cancellationToken)
    {
        var box = pageEntry.StartsWith("MediaBox", StringComparison.Ordinal) ? "" : "/MediaBox [0 0 595 842]";
        return SaveAsync(
            path, $"{box} /{pageEntry} /Resources << /Font << /F1 5 0 R >> >>", $"BT /F1 14 Tf 90 700 Td ({text}) Tj ET", [Ascii(Font)], cancellationToken);
    }

    /// <summary>A color JPEG that fills an A4 page.</summary>
    /// <param name="pageEntry">For the page's dictionary.</param>
    /// <param name="placing">Operators inside the unit square, before the image.</param>
    /// <param name="after">Operators after the image.</param>
    public static async Task SaveScanAsync(
        string path, string jpeg, int width, int height, string pageEntry, CancellationToken cancellationToken, string placing = "", string after = "")
    {
        var pixels = await File.ReadAllBytesAsync(jpeg, cancellationToken);
        const string Coding = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";
        await SaveScanAsync(path, Coding, pixels, width, height, pageEntry, placing, after, cancellationToken);
    }

    /// <summary>A black-and-white image that fills an A4 page.</summary>
    /// <param name="inverted">The ones are black, and the image's dictionary says so.</param>
    public static Task SaveBilevelAsync(string path, SKBitmap bitmap, bool inverted, CancellationToken cancellationToken)
    {
        var stride = (bitmap.Width + 7) / 8;
        var bits = new byte[stride * bitmap.Height];
        var pixels = bitmap.Pixels;
        var width = bitmap.Width;
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            if ((pixels[i].Red >= 128) != inverted) bits[(y * stride) + (x / 8)] |= (byte)(0x80 >> (x % 8));
        }
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(bits);
        var coding = $"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode {(inverted ? "/Decode [1 0]" : "")}";
        return SaveScanAsync(path, coding, packed.ToArray(), bitmap.Width, bitmap.Height, "", "", "", cancellationToken);
    }

    private static Task SaveScanAsync(
        string path, string coding, byte[] pixels, int width, int height, string pageEntry, string placing, string after,
        CancellationToken cancellationToken)
    {
        byte[] image =
        [
            .. Ascii($"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} {coding} /Length {pixels.Length} >>\nstream\n"),
            .. pixels,
            .. Ascii("\nendstream"),
        ];
        return SaveAsync(
            path,
            $"/MediaBox [0 0 595 842] {pageEntry} /Resources << /XObject << /Im1 5 0 R >> /Font << /F1 6 0 R >> >>",
            $"q 595 0 0 842 0 0 cm {placing} /Im1 Do Q {after}",
            [image, Ascii(Font)],
            cancellationToken);
    }

    private static async Task SaveAsync(
        string path, string pageEntries, string content, IReadOnlyList<byte[]> resources, CancellationToken cancellationToken)
    {
        IReadOnlyList<byte[]> objects =
        [
            Ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            Ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            Ascii($"<< /Type /Page /Parent 2 0 R /Contents 4 0 R {pageEntries} >>"),
            Ascii($"<< /Length {content.Length} >>\nstream\n{content}\nendstream"),
            .. resources,
        ];
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Count; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Position:0000000000} 00000 n \n");
            file.Write(Ascii($"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }
        var start = file.Position;
        file.Write(Ascii($"{table}trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        await File.WriteAllBytesAsync(path, file.ToArray(), cancellationToken);
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}

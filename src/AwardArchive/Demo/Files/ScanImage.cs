using System.Buffers.Binary;
using SkiaSharp;

namespace AwardArchive.Demo.Files;

/// <summary>A page as a JPEG or PNG file of its own, with its resolution, which Skia does not write.</summary>
internal sealed class ScanImage(string path, bool isPng) : IScanFile
{
    public void Add(ScannedPage page)
    {
        using var file = File.Create(path);
        if (isPng) WritePng(file, page);
        else file.Write(Jpeg(page));
    }

    public void Dispose()
    {
    }

    /// <summary>Color or gray as the page is, 4:2:0, with its dots per inch.</summary>
    public static byte[] Jpeg(ScannedPage page)
    {
        using var pixmap = page.Image.PeekPixels();
        using var data = pixmap.Encode(new SKJpegEncoderOptions(page.JpegQuality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore))
            ?? throw new IOException("The JPEG encoder gave nothing.");
        var jpeg = data.ToArray();
        // JFIF: SOI, APP0, length, "JFIF\0", version; then the unit (1: inch) and the two densities.
        if (!jpeg.AsSpan(6, 5).SequenceEqual("JFIF\0"u8)) throw new IOException("The JPEG has no JFIF header.");
        jpeg[13] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(14), (ushort)page.Form.DpiX);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(16), (ushort)page.Form.DpiY);
        return jpeg;
    }

    private static void WritePng(FileStream file, ScannedPage page)
    {
        using var pixmap = page.Image.PeekPixels();
        using var data = pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 6))
            ?? throw new IOException("The PNG encoder gave nothing.");
        const int afterHeader = 8 + 25;
        var png = data.AsSpan();
        file.Write(png[..afterHeader]);
        // pHYs, dots per meter.
        Span<byte> chunk = stackalloc byte[21];
        BinaryPrimitives.WriteInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk[4..]);
        BinaryPrimitives.WriteInt32BigEndian(chunk[8..], (int)Math.Round(page.Form.DpiX / 0.0254));
        BinaryPrimitives.WriteInt32BigEndian(chunk[12..], (int)Math.Round(page.Form.DpiY / 0.0254));
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk[17..], Crc32(chunk[4..17]));
        file.Write(chunk);
        file.Write(png[afterHeader..]);
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}

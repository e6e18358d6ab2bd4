using BitMiracle.LibTiff.Classic;
using SkiaSharp;

namespace AwardArchive.Demo.Files;

/// <summary>ITU-T T.6, the coding of fax pages in TIFF and PDF; black is 1.</summary>
internal static class Group4
{
    /// <summary>Sets the tags of a Group 4 page and writes its rows as one strip.</summary>
    /// <param name="image">8-bit gray, darker than middle is black.</param>
    public static void Write(Tiff tiff, SKBitmap image)
    {
        tiff.SetField(TiffTag.BITSPERSAMPLE, 1);
        tiff.SetField(TiffTag.COMPRESSION, Compression.CCITTFAX4);
        tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISWHITE);
        tiff.SetField(TiffTag.FILLORDER, FillOrder.MSB2LSB);
        tiff.SetField(TiffTag.ROWSPERSTRIP, image.Height);
        var pixels = image.GetPixelSpan();
        var row = new byte[(image.Width + 7) / 8];
        for (var y = 0; y < image.Height; y++)
        {
            Array.Clear(row);
            var gray = pixels.Slice(y * image.RowBytes, image.Width);
            for (var x = 0; x < gray.Length; x++)
            {
                if (gray[x] < 128) row[x >> 3] |= (byte)(0x80 >> (x & 7));
            }
            if (!tiff.WriteScanline(row, y)) throw new IOException("The Group 4 encoder refused a row.");
        }
    }

    /// <summary>The bare coded rows, as a PDF holds them.</summary>
    public static byte[] Encode(SKBitmap image)
    {
        using var memory = new MemoryStream();
        using (var tiff = Tiff.ClientOpen("group4", "w", memory, new KeepOpen()))
        {
            ScanTiff.SetPage(tiff, image, 300, 300);
            Write(tiff, image);
        }
        memory.Position = 0;
        using var written = Tiff.ClientOpen("group4", "r", memory, new KeepOpen());
        var coded = new byte[written.RawStripSize(0)];
        written.ReadRawStrip(0, coded, 0, coded.Length);
        return coded;
    }

    /// <summary>The stream is read again after the encoder has closed it.</summary>
    private sealed class KeepOpen : TiffStream
    {
        public override void Close(object clientData)
        {
        }
    }
}

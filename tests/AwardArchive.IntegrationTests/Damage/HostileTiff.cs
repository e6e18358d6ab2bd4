using System.Buffers.Binary;

namespace AwardArchive.Tests.Damage;

/// <summary>TIFF files written by hand, little-endian (TIFF 6.0): one directory, one strip, unless the damage says otherwise.</summary>
internal static class HostileTiff
{
    private const int Width = 256;
    private const int Length = 257;
    private const int Bits = 258;
    private const int Compression = 259;
    private const int Photometric = 262;
    private const int StripOffsets = 273;
    private const int Samples = 277;
    private const int RowsPerStrip = 278;
    private const int StripSizes = 279;
    private const int TileWidth = 322;

    private const int Pixels = 8;
    private const int PixelBytes = 10_000;

    public static IEnumerable<(string Damage, byte[] Bytes)> All()
    {
        yield return ("size 2³¹-1", Tiff([(Width, int.MaxValue), (Length, int.MaxValue)]));
        yield return ("size 32,000 × 3,000", Tiff([(Width, 32_000), (Length, 3_000)]));
        yield return ("size 0", Tiff([(Width, 0)]));
        yield return ("65,535 samples", Tiff([(Samples, 65_535)]));
        yield return ("no sample", Tiff([(Samples, 0)]));
        yield return ("64 bits a sample", Tiff([(Bits, 64)]));
        yield return ("7 bits a sample", Tiff([(Bits, 7)]));
        yield return ("no rows in a strip", Tiff([(RowsPerStrip, 0)]));
        yield return ("2³¹ rows in a strip", Tiff([(RowsPerStrip, int.MinValue)]));
        yield return ("a strip beyond the file", Tiff([(StripOffsets, 1_000_000)]));
        yield return ("a strip longer than the file", Tiff([(StripSizes, int.MaxValue)]));
        yield return ("an empty strip", Tiff([(StripSizes, 0)]));
        yield return ("a strip that is too short", Tiff([(StripSizes, 50)]));
        yield return ("a strip that is the directory", Tiff([(StripOffsets, Pixels + PixelBytes)], compression: 5));
        yield return ("tiles of no width", Tiff([(TileWidth, 0)]));
        yield return ("tiles of 65,535", Tiff([(TileWidth, 65_535), (323, 65_535), (324, Pixels), (325, PixelBytes)]));
        foreach (var (code, name) in new (int, string)[]
                 {
                     (2, "CCITT"), (3, "Group 3"), (4, "Group 4"), (5, "LZW"), (6, "old JPEG"), (7, "JPEG"), (8, "Deflate"), (32773, "PackBits"),
                     (34661, "JBIG"), (34712, "JPEG 2000"), (34925, "LZMA"), (50000, "Zstandard"), (50001, "WebP"), (12345, "nothing known"),
                 })
        {
            yield return ($"noise, said to be {name}", Tiff([(Bits, code is >= 2 and <= 4 or 34661 ? 1 : 8)], compression: code, noise: true));
        }
        yield return ("a bomb in Deflate", Tiff([(Width, 9_900), (Length, 9_900), (RowsPerStrip, 9_900)], compression: 8, data: HostilePng.Zeros(9_900L * 9_900)));
        yield return ("a bomb in PackBits", Tiff(
            [(Width, 9_900), (Length, 9_900), (RowsPerStrip, 9_900)], compression: 32773, data: [.. Enumerable.Repeat(new byte[] { 129, 0 }, 780_000).SelectMany(run => run)]));
        yield return ("colors of a palette that is not there", Tiff([(Photometric, 3)]));
        yield return ("a color space that nobody knows", Tiff([(Photometric, 32_000)]));
        yield return ("YCbCr of one sample", Tiff([(Photometric, 6)]));
        yield return ("pages in a circle of one", Tiff([], next: _ => Pixels + PixelBytes));
        yield return ("pages in a circle of two", Circle());
        yield return ("a next page beyond the file", Tiff([], next: end => end + 100_000));
        yield return ("a next page of noise", Tiff([], next: _ => Pixels + 100, noise: true));
        yield return ("a directory beyond the file", [.. "II*\0"u8, 0xFF, 0xFF, 0xFF, 0x7F, .. new byte[100]]);
        yield return ("a directory of 65,535 entries", [.. "II*\0"u8, 8, 0, 0, 0, 0xFF, 0xFF, .. new byte[5_000]]);
        yield return ("an empty directory", [.. "II*\0"u8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        yield return ("no directory", [.. "II*\0"u8, 0, 0, 0, 0]);
        yield return ("three hundred pages of one strip", Many(300));
        yield return ("six thousand pages of one strip", Many(6_000));
        yield return ("a BigTIFF", [.. "II+\0"u8, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, .. new byte[64]]);
    }

    /// <param name="changes">Tags that stand instead of the sound ones, or beside them.</param>
    /// <param name="next">Where the next directory is said to be, given the end of the file.</param>
    private static byte[] Tiff(
        (int Tag, int Value)[] changes, int compression = 1, bool noise = false, byte[]? data = null, Func<int, int>? next = null)
    {
        data ??= new byte[PixelBytes];
        if (noise) new Random(26).NextBytes(data);
        var tags = Sound(data.Length, compression);
        foreach (var (tag, value) in changes) tags[tag] = value;
        var directory = Pixels + data.Length;
        var end = directory + 2 + (12 * tags.Count) + 4;
        return [.. "II*\0"u8, .. Number(directory), .. data, .. Directory(tags, next?.Invoke(end) ?? 0)];
    }

    private static byte[] Circle()
    {
        var tags = Sound(PixelBytes, 1);
        var size = 2 + (12 * tags.Count) + 4;
        const int First = Pixels + PixelBytes;
        return [.. "II*\0"u8, .. Number(First), .. new byte[PixelBytes], .. Directory(tags, First + size), .. Directory(tags, First)];
    }

    private static byte[] Many(int pages)
    {
        // Small pages: each is recognized if the file is taken.
        var tags = Sound(PixelBytes, 1);
        (tags[Width], tags[Length], tags[RowsPerStrip]) = (10, 10, 10);
        var size = 2 + (12 * tags.Count) + 4;
        const int First = Pixels + PixelBytes;
        return
        [
            .. "II*\0"u8, .. Number(First), .. new byte[PixelBytes],
            .. Enumerable.Range(1, pages).SelectMany(page => Directory(tags, page < pages ? First + (page * size) : 0)),
        ];
    }

    private static SortedDictionary<int, int> Sound(int bytes, int compression) => new()
    {
        [Width] = 100, [Length] = 100, [Bits] = 8, [Compression] = compression, [Photometric] = 1,
        [StripOffsets] = Pixels, [Samples] = 1, [RowsPerStrip] = 100, [StripSizes] = bytes,
    };

    private static byte[] Directory(SortedDictionary<int, int> tags, int next)
    {
        var bytes = new List<byte> { (byte)tags.Count, 0 };
        // All of type LONG.
        foreach (var (tag, value) in tags) bytes.AddRange([(byte)tag, (byte)(tag >> 8), 4, 0, 1, 0, 0, 0, .. Number(value)]);
        return [.. bytes, .. Number(next)];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}

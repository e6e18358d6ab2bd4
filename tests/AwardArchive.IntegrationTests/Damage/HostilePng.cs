using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace AwardArchive.Tests.Damage;

/// <summary>PNG files whose chunks and sums are right and whose content is not.</summary>
internal static class HostilePng
{
    private const byte Gray = 0;
    private const byte Rgb = 2;
    private const byte Palette = 3;
    private const byte Rgba = 6;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static IEnumerable<(string Damage, byte[] Bytes)> All()
    {
        var row = Zip(new byte[101]);
        yield return ("size 2³¹-1", File(Head(int.MaxValue, int.MaxValue), Data(row)));
        yield return ("size 65,535", File(Head(65_535, 65_535), Data(row)));
        yield return ("size 39,999 × 6,000", File(Head(39_999, 6_000), Data(row)));
        yield return ("size 0", File(Head(0, 100), Data(row)));
        yield return ("size 1 × 32,000", File(Head(1, 32_000), Data(Zip(new byte[64_000]))));
        yield return ("size 1 × 1", File(Head(1, 1), Data(Zip([0, 0]))));
        yield return ("a bomb of 99 million pixels", File(Head(9_950, 9_950), Data(Zeros(9_951L * 9_950))));
        yield return ("a bomb of 64 million pixels, 64 bits each", File(Head(8_000, 8_000, 16, Rgba), Data(Zeros(8_000L * 64_001))));
        yield return ("a bomb behind a small picture", File(Head(100, 100), Data(Zeros(100_000_000))));
        yield return ("a bomb in a text", File(Head(100, 100), Chunk("zTXt", [.. "bomb\0\0"u8, .. Zeros(100_000_000)]), Data(Zip(new byte[10_100]))));
        yield return ("a bomb in a profile", File(Head(100, 100), Chunk("iCCP", [.. "bomb\0\0"u8, .. Zeros(100_000_000)]), Data(Zip(new byte[10_100]))));
        yield return ("noise for pixels", BrokenPng.Make());
        yield return ("too few pixels", File(Head(800, 1_000), Data(Zip(new byte[8_010]))));
        yield return ("unknown filters", File(Head(100, 100), Data(Zip(Enumerable.Repeat((byte)9, 10_100).ToArray()))));
        yield return ("no palette", File(Head(100, 100, 8, Palette), Data(Zip(new byte[10_100]))));
        yield return ("a palette of one color, pixels of many", File(
            Head(100, 100, 8, Palette), Chunk("PLTE", [0, 0, 0]), Data(Zip([.. Enumerable.Range(0, 10_100).Select(i => i % 101 == 0 ? (byte)0 : (byte)i)]))));
        yield return ("two heads", File(Head(100, 100), Head(9_000, 9_000), Data(Zip(new byte[10_100]))));
        yield return ("the head behind the pixels", File(Data(row), Head(100, 100)));
        yield return ("an unknown color type", File(Head(100, 100, 8, 5), Data(row)));
        yield return ("an unknown depth", File(Head(100, 100, 3, Gray), Data(row)));
        yield return ("interlaced and short", File(Head(900, 900, 8, Rgb, interlace: 1), Data(Zip(new byte[900]))));
        yield return ("wholly transparent", File(Head(100, 100, 8, Rgba), Data(Zip(new byte[40_100]))));
        yield return ("interlaced", File(Head(8, 8, 8, Gray, interlace: 1), Data(Zip(new byte[200]))));
        yield return ("an unknown critical chunk", File(Head(100, 100), Chunk("EVIL", new byte[10]), Data(Zip(new byte[10_100]))));
        yield return ("ten thousand empty chunks", File(
            [Head(100, 100), .. Enumerable.Repeat(Data([]), 10_000), Data(Zip(new byte[10_100]))]));
        yield return ("no pixels", File(Head(100, 100)));
        yield return ("a chunk of 2³¹-1 bytes", [.. Signature, .. Head(100, 100), 0x7F, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, .. new byte[100]]);
        yield return ("a wrong sum", [.. File(Head(100, 100), Data(Zip(new byte[10_100])))[..^20], .. new byte[20]]);
    }

    private static byte[] File(params byte[][] chunks) => [.. Signature, .. chunks.SelectMany(chunk => chunk), .. Chunk("IEND", [])];

    private static byte[] Head(int width, int height, byte depth = 8, byte color = Gray, byte interlace = 0)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (depth, color, interlace);
        return Chunk("IHDR", head);
    }

    private static byte[] Data(byte[] content) => Chunk("IDAT", content);

    private static byte[] Chunk(string type, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        for (var i = 0; i < 4; i++) chunk[4 + i] = (byte)type[i];
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    internal static byte[] Zip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(content);
        return packed.ToArray();
    }

    /// <summary>A thousandth of what it becomes.</summary>
    internal static byte[] Zeros(long count)
    {
        using var packed = new MemoryStream();
        var zeros = new byte[1 << 20];
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (; count > 0; count -= zeros.Length) zlib.Write(zeros, 0, (int)Math.Min(count, zeros.Length));
        }
        return packed.ToArray();
    }
}

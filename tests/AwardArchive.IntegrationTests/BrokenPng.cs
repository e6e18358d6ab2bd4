using System.Buffers.Binary;
using System.IO.Hashing;

namespace AwardArchive.Tests;

/// <summary>A PNG that is whole on the outside, chunks and checksums, and rubbish within: only decoding shows it.</summary>
internal static class BrokenPng
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    // 800 × 1000, 8-bit gray.
    private static readonly byte[] Header = [0, 0, 0x03, 0x20, 0, 0, 0x03, 0xe8, 8, 0, 0, 0, 0];

    public static byte[] Make() => [.. Signature, .. Chunk("IHDR"u8, Header), .. Chunk("IDAT"u8, new byte[500]), .. Chunk("IEND"u8, [])];

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }
}

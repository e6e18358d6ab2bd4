using System.Buffers.Binary;
using System.IO.Hashing;
using SkiaSharp;

namespace AwardArchive.Tests;

/// <summary>A small valid picture with much private metadata before its end, made while it is read.</summary>
internal sealed class LargePng : Stream
{
    private const int ChunkBytes = 1 << 20;
    private readonly IEnumerator<byte[]> pieces;
    private ReadOnlyMemory<byte> rest;

    public LargePng(int megabytes) => pieces = Pieces(megabytes).GetEnumerator();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (rest.Length == 0)
        {
            if (!pieces.MoveNext()) return 0;
            rest = pieces.Current;
        }
        var length = Math.Min(count, rest.Length);
        rest.Span[..length].CopyTo(buffer.AsSpan(offset));
        rest = rest[length..];
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) pieces.Dispose();
        base.Dispose(disposing);
    }

    private static IEnumerable<byte[]> Pieces(int megabytes)
    {
        using var bitmap = new SKBitmap(64, 64, SKColorType.Gray8, SKAlphaType.Opaque);
        bitmap.Erase(SKColors.White);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var picture = data.ToArray();
        const int EndChunk = 12; // IEND: length, name, checksum
        yield return picture[..^EndChunk];
        var chunk = new byte[12 + ChunkBytes];
        BinaryPrimitives.WriteInt32BigEndian(chunk, ChunkBytes);
        "prVt"u8.CopyTo(chunk.AsSpan(4));
        var checksum = Crc32.HashToUInt32(chunk.AsSpan(4, 4 + ChunkBytes));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + ChunkBytes), checksum);
        for (var i = 0; i < megabytes; i++) yield return chunk;
        yield return picture[^EndChunk..];
    }
}

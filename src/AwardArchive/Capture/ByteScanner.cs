using System.Buffers.Binary;

namespace AwardArchive.Capture;

/// <summary>Reads a stream once, front to back, in bounded memory. Every member throws <see cref="EndOfStreamException"/> at the end.</summary>
internal sealed class ByteScanner(Stream stream, CancellationToken cancellationToken)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _next;
    private int _end;

    public delegate void PieceAction(ReadOnlySpan<byte> piece);

    public byte ReadByte()
    {
        if (_next == _end) Fill();
        return _buffer[_next++];
    }

    public int ReadUInt16BigEndian() => (ReadByte() << 8) | ReadByte();

    public uint ReadUInt32BigEndian()
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (ref var one in bytes) one = ReadByte();
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    /// <summary>Hands out the next bytes in pieces until their count is reached.</summary>
    public void Read(long count, PieceAction take)
    {
        while (count > 0)
        {
            if (_next == _end) Fill();
            var piece = _buffer.AsSpan(_next, (int)Math.Min(count, _end - _next));
            take(piece);
            _next += piece.Length;
            count -= piece.Length;
        }
    }

    public void Skip(long count) => Read(count, static _ => { });

    /// <summary>Goes on to the byte after the next one of this value.</summary>
    public void SkipPast(byte value)
    {
        while (true)
        {
            if (_next == _end) Fill();
            var at = _buffer.AsSpan(_next, _end - _next).IndexOf(value);
            _next = at < 0 ? _end : _next + at + 1;
            if (at >= 0) return;
        }
    }

    private void Fill()
    {
        cancellationToken.ThrowIfCancellationRequested();
        _next = 0;
        _end = stream.Read(_buffer);
        if (_end == 0) throw new EndOfStreamException();
    }
}

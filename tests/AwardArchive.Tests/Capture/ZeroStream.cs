namespace AwardArchive.Tests.Capture;

/// <summary>So many zero bytes, then the end, or a failure.</summary>
internal sealed class ZeroStream(long length, Exception? failure = null, Action? onEnd = null) : Stream
{
    private long left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(left, count);
        left -= read;
        if (read > 0 || count == 0) return read;
        onEnd?.Invoke();
        return failure is null ? 0 : throw failure;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = (int)Math.Min(left, buffer.Length);
        if (read == 0 && buffer.Length > 0) return new(Read(new byte[1], 0, 1));
        buffer.Span[..read].Clear();
        left -= read;
        return new(read);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

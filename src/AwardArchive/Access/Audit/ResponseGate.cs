using Microsoft.AspNetCore.Http.Features;

namespace AwardArchive.Access.Audit;

/// <summary>Holds an answer back until something is done: no byte of it, and no header, leaves before. What is thrown meanwhile reaches whoever answers with a
/// problem, for nothing was sent yet.</summary>
internal sealed class ResponseGate : Stream
{
    private readonly IFeatureCollection features;
    private readonly IHttpResponseBodyFeature behind;
    private readonly StreamResponseBodyFeature front;
    private readonly Func<Task> first;
    private Task? opened;

    /// <param name="first">Done once, before the first byte.</param>
    public ResponseGate(HttpContext http, Func<Task> first)
    {
        (features, behind, this.first) = (http.Features, http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), first);
        front = new(this, behind);
        features.Set<IHttpResponseBodyFeature>(front);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The answer is whole: what it has left goes through.</summary>
    public async Task CompleteAsync()
    {
        await OpenAsync();
        await front.Writer.FlushAsync();
        Remove();
    }

    /// <summary>What is written from now on is another answer, and none of this gate's business.</summary>
    public void Remove() => features.Set(behind);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await OpenAsync();
        await behind.Stream.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await OpenAsync();
        await behind.Stream.FlushAsync(cancellationToken);
    }

    public override void Flush() => throw new NotSupportedException("Answers are written asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Answers are written asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private Task OpenAsync() => opened ??= first();
}

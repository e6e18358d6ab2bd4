using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AwardArchive.Capture.Sandbox;

/// <summary>Messages on a pipe: four bytes of length, little-endian, then that many bytes of JSON.</summary>
internal static class MessageFrames
{
    // A crowded page of ten thousand words is about two megabytes.
    private const int MaxBytes = 64 << 20;

    public static async Task WriteAsync<T>(Stream stream, T message, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        frame.Write(stackalloc byte[sizeof(int)]);
        JsonSerializer.Serialize(frame, message, type);
        var bytes = frame.GetBuffer().AsMemory(0, (int)frame.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.Span, bytes.Length - sizeof(int));
        await stream.WriteAsync(bytes, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <returns>Null at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">What came is not a frame.</exception>
    /// <exception cref="EndOfStreamException">The stream ended inside a frame.</exception>
    public static async Task<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var head = new byte[sizeof(int)];
        var got = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (got == 0) return null;
        if (got < head.Length) throw new EndOfStreamException();
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is <= 0 or > MaxBytes) throw new InvalidDataException($"A frame cannot have {length} bytes.");
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new InvalidDataException("The frame holds no message.");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            // Its message may quote the page: it goes no further.
            throw new InvalidDataException($"A frame of {length} bytes is not the expected JSON: {e.GetType().Name}.");
        }
    }
}

namespace AwardArchive.Capture.Sandbox;

/// <summary>Takes bytes that a child announced, no more than that.</summary>
internal static class SavedBytes
{
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static async Task SaveAsync(Stream from, long count, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var piece = new byte[(int)Math.Min(count, 1 << 16)];
        for (var left = count; left > 0;)
        {
            var read = await from.ReadAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)), cancellationToken);
            if (read == 0) throw new EndOfStreamException();
            await file.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            left -= read;
        }
    }
}

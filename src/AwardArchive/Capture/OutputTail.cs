namespace AwardArchive.Capture;

/// <summary>Drains what a child process writes, however much it writes, and keeps the end.</summary>
internal static class OutputTail
{
    private const int MaxLetters = 16 * 1024;

    /// <returns>The last letters, trimmed, when the stream has ended.</returns>
    public static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken = default)
    {
        var kept = "";
        var buffer = new char[4096];
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                kept += new string(buffer, 0, read);
                if (kept.Length > MaxLetters) kept = kept[^MaxLetters..];
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process was disposed of while it was read: what came so far is all there is.
        }
        return kept.Trim();
    }
}

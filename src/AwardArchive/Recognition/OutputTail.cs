namespace AwardArchive.Recognition;

/// <summary>Drains a child's standard error, however much it writes, and keeps the end.</summary>
internal static class OutputTail
{
    private const int MaxLetters = 2000;

    /// <returns>The last letters, trimmed, when the stream has ended.</returns>
    public static async Task<string> ReadAsync(StreamReader reader)
    {
        var kept = "";
        var buffer = new char[MaxLetters];
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
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

namespace AwardArchive.Vietnamese;

/// <summary>Cuts a text into words and numbers.</summary>
public static class Tokenizer
{
    /// <summary>Letters or digits of the longest token; a longer run goes on in the next one.</summary>
    public const int MaxLength = 64;

    /// <summary>The runs of letters and the runs of digits, in order; all that stands between only divides.</summary>
    /// <param name="text">Any string.</param>
    public static IEnumerable<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Enumerate(text);
    }

    private static IEnumerable<Token> Enumerate(string text)
    {
        var start = 0;
        var count = 0;
        var running = Cluster.Kind.Separator;
        for (var at = 0; at < text.Length;)
        {
            var length = Cluster.Measure(text.AsSpan(at), out var kind);
            if (kind != running || count == MaxLength)
            {
                if (running != Cluster.Kind.Separator) yield return new(text, start, at);
                (start, count, running) = (at, 0, kind);
            }
            count++;
            at += length;
        }
        if (running != Cluster.Kind.Separator) yield return new(text, start, text.Length);
    }
}

using System.Text;

namespace AwardArchive.Search;

/// <summary>A query in its parts. Any string has one.</summary>
/// <param name="Required">What should be there.</param>
/// <param name="Excluded">What may not.</param>
/// <param name="Truncated">True when it had more words than <see cref="MaxWords"/>; the rest is left out.</param>
internal sealed record SearchQuery(IReadOnlyList<QueryPart> Required, IReadOnlyList<QueryPart> Excluded, bool Truncated)
{
    /// <summary>Words of a query that are looked for. Longer ones are pasted text, and every word costs time.</summary>
    public const int MaxWords = 64;

    public static SearchQuery Empty { get; } = new([], [], false);

    public bool IsEmpty => Required.Count == 0 && Excluded.Count == 0;

    /// <summary>All that it asks for by words, however deep in groups.</summary>
    public IReadOnlyList<WordsPart> Leaves { get; } = [.. Required.SelectMany(part => part.Leaves)];

    /// <summary>As understood: typed again, it is the same query.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().AppendJoin(' ', Required);
        foreach (var part in Excluded) text.Append(text.Length == 0 ? "" : " ").Append('-').Append(part);
        return text.ToString();
    }
}

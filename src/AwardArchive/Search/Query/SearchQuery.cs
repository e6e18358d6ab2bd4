using System.Text;

namespace AwardArchive.Search;

/// <summary>A query in its parts. Any string has one.</summary>
/// <param name="Required">What should be there.</param>
/// <param name="Excluded">What may not.</param>
/// <param name="Truncated">True when it had more words than <see cref="MaxWords"/>; the rest is left out.</param>
internal sealed record SearchQuery(IReadOnlyList<QueryPart> Required, IReadOnlyList<QueryPart> Excluded, bool Truncated)
{
    private const int MaxShortWords = 5;

    private IReadOnlyList<WordsPart>? leaves;

    /// <summary>Words of a query that are looked for. Longer ones are pasted text, and every word costs time.</summary>
    public const int MaxWords = 64;

    public static SearchQuery Empty { get; } = new([], [], false);

    public bool IsEmpty => Required.Count == 0 && Excluded.Count == 0;

    /// <summary>A question or a description: more words than any paper need have. Its best answers are ranked by most words.</summary>
    public bool IsLong => Words.Count > MaxShortWords;

    /// <summary>What should be there, word by word where several have another name.</summary>
    public IEnumerable<QueryPart> Typed => Required.SelectMany<QueryPart, QueryPart>(part => part is SpanPart span ? span.Typed : [part]);

    /// <summary>All that it asks for by words, however deep in groups.</summary>
    public IReadOnlyList<WordsPart> Leaves => leaves ??= [.. Required.SelectMany(part => part.Leaves)];

    /// <summary>The leaves that were typed, other names of them left out.</summary>
    public IReadOnlyList<WordsPart> Words => [.. Leaves.Where(part => part.StandsFor is null)];

    /// <summary>As understood: typed again, it is the same query.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().AppendJoin(' ', Required);
        foreach (var part in Excluded) text.Append(text.Length == 0 ? "" : " ").Append('-').Append(part);
        return text.ToString();
    }
}

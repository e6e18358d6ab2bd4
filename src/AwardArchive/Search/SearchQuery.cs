using System.Text;
using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>What one part of a query asks for: a word, a phrase, or the number of a document.</summary>
/// <param name="Words">In order; more than one is a phrase.</param>
/// <param name="NumberKey">When the part may be a document's number: found by its key as well, however it is spaced.</param>
internal sealed record SearchClause(IReadOnlyList<SearchWord> Words, string? NumberKey)
{
    /// <summary>As understood: what a person could have typed for it.</summary>
    public override string ToString() =>
        Words.Count == 1 ? Words[0].Exact : $"\"{string.Join(' ', Words.Select(word => word.Exact))}\"";

    public bool Equals(SearchClause? other) => other is not null && NumberKey == other.NumberKey && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => Words.Aggregate(0, HashCode.Combine);
}

/// <summary>A word as typed.</summary>
/// <param name="Exact">Normal form, marks kept.</param>
/// <param name="Folded">Marks off.</param>
internal readonly record struct SearchWord(string Exact, string Folded)
{
    /// <summary>Marks that are typed must match; a word typed without may bear any.</summary>
    public bool HasMarks => !string.Equals(Exact, Folded, StringComparison.Ordinal);

    /// <summary>The index term it asks for.</summary>
    public string Term(bool ignoreMarks) => HasMarks && !ignoreMarks ? IndexFields.Exact(Exact) : IndexFields.Folded(Folded);
}

/// <summary>A query in its parts. Any string has one.</summary>
/// <param name="Required">What should be there.</param>
/// <param name="Excluded">What may not.</param>
/// <param name="Truncated">True when it had more words than <see cref="MaxWords"/>; the rest is left out.</param>
internal sealed record SearchQuery(IReadOnlyList<SearchClause> Required, IReadOnlyList<SearchClause> Excluded, bool Truncated)
{
    /// <summary>Words of a query that are looked for. Longer ones are pasted text, and every word costs time.</summary>
    public const int MaxWords = 64;

    public static SearchQuery Empty { get; } = new([], [], false);

    public bool IsEmpty => Required.Count == 0 && Excluded.Count == 0;

    public bool HasMarks => Required.Any(clause => clause.Words.Any(word => word.HasMarks));

    public override string ToString()
    {
        var text = new StringBuilder().AppendJoin(' ', Required);
        foreach (var clause in Excluded) text.Append(text.Length == 0 ? "" : " ").Append('-').Append(clause);
        return text.ToString();
    }
}

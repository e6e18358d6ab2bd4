using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>Where a part of the query stands in a text, and why it is held for it.</summary>
/// <param name="Part">Index in <see cref="SearchQuery.Leaves"/>, or <see cref="Name"/>.</param>
/// <param name="First">Index of the first word.</param>
/// <param name="Count">Of the words.</param>
/// <param name="Kind">The loosest reason among its words.</param>
internal readonly record struct PartMatch(int Part, int First, int Count, MatchKind Kind)
{
    /// <summary>For <see cref="Part"/>: the person's name among the running words, as a whole.</summary>
    public const int Name = -1;

    public bool IsName => Part == Name;
}

/// <summary>Finds in a text what the index found in the document: the same words by the same rules.</summary>
internal static class PartMatcher
{
    /// <summary>Words of the page that may stand between the words of a name.</summary>
    private const int MaxMiddleNames = 2;

    /// <returns>In the order of the text.</returns>
    public static IReadOnlyList<PartMatch> Find(QueryReading reading, AnalyzedText text)
    {
        var matches = new List<PartMatch>();
        for (var part = 0; part < reading.Query.Leaves.Count; part++) AddPart(matches, reading, part, text);
        if (reading.Running.Name.Count > 1) AddNames(matches, reading, reading.Running.Name, text);
        matches.Sort((one, other) => (one.First, one.Kind).CompareTo((other.First, other.Kind)));
        return matches;
    }

    /// <summary>How a person's name is held for the one asked for; null when it is not.</summary>
    /// <param name="name">Asked for: one word or more.</param>
    /// <param name="text">The name of a row.</param>
    public static MatchKind? KindOfName(QueryReading reading, IReadOnlyList<SearchWord> name, AnalyzedText text)
    {
        MatchKind? closest = null;
        for (var first = 0; first < text.Words.Count; first++)
        {
            // One word alone must be read well: nearly every one looks like some name.
            if (NameAt(reading, name, text.Span, first) is { } found && (name.Count > 1 || found.Kind < MatchKind.Similar) && !(found.Kind >= closest)) closest = found.Kind;
        }
        return closest;
    }

    private static void AddPart(List<PartMatch> matches, QueryReading reading, int part, AnalyzedText text)
    {
        var leaf = reading.Query.Leaves[part];
        var words = text.Span;
        var count = leaf.Words.Count;
        for (var first = 0; first + count <= words.Length; first++)
        {
            if (KindAt(reading, leaf, words[first..(first + count)]) is { } kind) matches.Add(new(part, first, count, kind));
        }
        if (leaf.NumberKey is not { } key) return;
        foreach (var number in text.Numbers)
        {
            if (number.Key == key) matches.Add(new(part, number.First, number.Count, MatchKind.Number));
        }
    }

    private static MatchKind? KindAt(QueryReading reading, WordsPart leaf, ReadOnlySpan<AnalyzedWord> words)
    {
        if (leaf.Form == WordForm.Prefix) return IsBegun(leaf.Words[0], words[0].Forms) ? MatchKind.AsTyped : null;
        var loosest = leaf.Reason;
        for (var i = 0; i < words.Length; i++)
        {
            if (reading.KindOf(leaf.Words[i], in words[i], loosely: leaf.Form == WordForm.Fuzzy) is not { } kind) return null;
            if (kind > loosest) loosest = kind;
        }
        return loosest;
    }

    private static bool IsBegun(SearchWord typed, WordForms word) => typed.HasMarks
        ? typed.Begins(word.Exact)
        : word.Folded.StartsWith(typed.Folded, StringComparison.Ordinal);

    /// <summary>The whole name, one or two of its words misread or a middle name more than typed.</summary>
    private static void AddNames(List<PartMatch> matches, QueryReading reading, IReadOnlyList<SearchWord> name, AnalyzedText text)
    {
        var words = text.Span;
        for (var first = 0; first < words.Length; first++)
        {
            if (NameAt(reading, name, words, first) is { } found) matches.Add(new(PartMatch.Name, first, found.Count, found.Kind));
        }
    }

    private static (int Count, MatchKind Kind)? NameAt(QueryReading reading, IReadOnlyList<SearchWord> name, ReadOnlySpan<AnalyzedWord> words, int first)
    {
        var (at, loosest, similar) = (first, MatchKind.Exact, 0);
        for (var i = 0; i < name.Count; i++)
        {
            var skipped = 0;
            MatchKind? kind = null;
            // Only before the given name, and only when its middle names were left out.
            var mayskip = i == name.Count - 1 && name.Count == 2 ? MaxMiddleNames : 0;
            for (; skipped <= mayskip && at + skipped < words.Length; skipped++)
            {
                kind = reading.KindOf(name[i], in words[at + skipped], loosely: true);
                if (kind is not null || !words[at + skipped].IsCapital) break;
            }
            if (kind is not { } found || (found == MatchKind.Similar && ++similar > reading.MostMisreadOf(name))) return null;
            if (skipped > 0 && found < MatchKind.Name) found = MatchKind.Name;
            if (found > loosest) loosest = found;
            at += skipped + 1;
        }
        return (at - first, loosest);
    }
}

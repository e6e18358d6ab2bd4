using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>A query and how strictly it is taken. Searching, ranking pages and marking hits all ask it, so that they agree.</summary>
/// <param name="Query">Widened by other names of what it asks for.</param>
/// <param name="Mode">How strictly.</param>
/// <param name="Lead">Of <see cref="MatchMode.Most"/>: documents that the query finds in this stricter mode come first.</param>
/// <param name="MostMisread">Words of a person's name that may be misread where the rest stands beside them. Two are dear to look for.</param>
internal sealed record QueryReading(SearchQuery Query, MatchMode Mode, MatchMode? Lead = null, int MostMisread = 1)
{
    private string[]? names;

    public RunningWords Running { get; } = RunningWords.Of(Query);

    /// <summary>The names of people that are asked for, as such or among running words.</summary>
    public IReadOnlyList<IReadOnlyList<SearchWord>> People { get; } =
        [.. Query.Required.SelectMany(part => part.People).Select(part => part.Words), .. RunningWords.Of(Query).Name is { Count: > 1 } name ? [name] : Array.Empty<IReadOnlyList<SearchWord>>()];

    public bool IgnoresMarks => Mode != MatchMode.All;

    /// <summary>What a part of the query is called where it is told why a page matches: as typed.</summary>
    /// <param name="part">Index of a leaf, or <see cref="PartMatch.Name"/>.</param>
    public string NameOf(int part)
    {
        names ??= [string.Join(' ', Running.Name.Select(word => word.Exact)), .. Query.Leaves.Select(leaf => leaf.StandsFor ?? leaf.ToString())];
        return names[part - PartMatch.Name];
    }

    /// <summary>The same for this name: of two words at least one must be read well.</summary>
    public int MostMisreadOf(IReadOnlyList<SearchWord> name) => Math.Min(MostMisread, Math.Max(1, name.Count - 1));

    /// <summary>Why a word of a text, or another reading of it, matches a word of the query; null when neither does.</summary>
    /// <param name="loosely">See the other.</param>
    public MatchKind? KindOf(SearchWord typed, in AnalyzedWord word, bool loosely)
    {
        var kind = KindOf(typed, word.Forms, loosely);
        if (word.IsMended && kind < MatchKind.OtherBlanks) kind = MatchKind.OtherBlanks;
        if (word.Alternatives.Count == 0 || kind < MatchKind.Alternative) return kind;
        foreach (var reading in word.Alternatives)
        {
            // Of a mended word it is what stands there.
            if (KindOf(typed, reading, loosely) is { } other and < MatchKind.Alternative) return word.IsMended ? other : MatchKind.Alternative;
        }
        return kind;
    }

    /// <summary>Why a word of a text matches a word of the query; null when it does not.</summary>
    /// <param name="loosely">Other marks and similar words will do whatever the mode.</param>
    public MatchKind? KindOf(SearchWord typed, WordForms word, bool loosely)
    {
        if (ReferenceEquals(word, typed.Forms) || word.Exact == typed.Exact) return MatchKind.Exact;
        if (typed.Matches(word)) return MatchKind.AsTyped;
        if (!loosely && !IgnoresMarks) return null;
        if (word.Folded == typed.Folded) return MatchKind.OtherMarks;
        return (loosely || Mode == MatchMode.Similar || Lead == MatchMode.Similar) && Resemblance.IsSimilar(typed.Forms, word) ? MatchKind.Similar : null;
    }
}

using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>A query and how strictly it is taken. Searching, ranking pages and marking hits all ask it, so that they agree.</summary>
internal sealed record QueryReading(SearchQuery Query, MatchMode Mode)
{
    public RunningWords Running { get; } = RunningWords.Of(Query);

    public bool IgnoresMarks => Mode != MatchMode.All;

    /// <summary>Why a word of a text matches a word of the query; null when it does not.</summary>
    /// <param name="loosely">Other marks and similar words will do whatever the mode.</param>
    public MatchKind? KindOf(SearchWord typed, WordForms word, bool loosely)
    {
        if (word.Exact == typed.Exact) return MatchKind.Exact;
        if (typed.Matches(word)) return MatchKind.AsTyped;
        if (!loosely && !IgnoresMarks) return null;
        if (word.Folded == typed.Folded) return MatchKind.OtherMarks;
        return (loosely || Mode == MatchMode.Similar) && Resemblance.IsSimilar(typed.Forms, word) ? MatchKind.Similar : null;
    }
}

using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>Where a part of the query stands in a text.</summary>
/// <param name="Clause">Index of the part in <see cref="SearchQuery.Required"/>.</param>
/// <param name="First">Index of the first word.</param>
/// <param name="Count">Of the words.</param>
internal readonly record struct ClauseMatch(int Clause, int First, int Count);

/// <summary>Finds in a text what the index found in the document: the same words by the same rules.</summary>
internal static class ClauseMatcher
{
    /// <returns>In the order of the text.</returns>
    public static IReadOnlyList<ClauseMatch> Find(SearchQuery query, AnalyzedText text, bool ignoreMarks)
    {
        var matches = new List<ClauseMatch>();
        for (var clause = 0; clause < query.Required.Count; clause++)
        {
            var (words, key) = query.Required[clause];
            for (var first = 0; first + words.Count <= text.Words.Count; first++)
            {
                if (StandsAt(words, text.Words, first, ignoreMarks)) matches.Add(new(clause, first, words.Count));
            }
            if (key is not null) matches.AddRange(text.Numbers.Where(number => number.Key == key).Select(number => new ClauseMatch(clause, number.First, number.Count)));
        }
        matches.Sort((one, other) => one.First.CompareTo(other.First));
        return matches;
    }

    private static bool StandsAt(IReadOnlyList<SearchWord> wanted, IReadOnlyList<AnalyzedWord> words, int first, bool ignoreMarks)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            var (want, word) = (wanted[i], words[first + i]);
            var same = want.HasMarks && !ignoreMarks ? want.Exact == word.Exact : want.Folded == word.Folded;
            if (!same) return false;
        }
        return true;
    }
}

using AwardArchive.Indexing;
using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>Words one after another as a query of few and rare terms: two common words side by side are one term.</summary>
internal sealed class PhraseTerms(QueryPlan plan)
{
    /// <summary>Spellings of a pair; what is rarer than these is noise of recognition.</summary>
    private const int MaxSpellings = 32;

    /// <param name="words">At least one.</param>
    /// <param name="ignoreMarks">Whether other marks than those typed will do.</param>
    /// <param name="most">Spellings of a pair at most, the most frequent.</param>
    public Query Of(IReadOnlyList<SearchWord> words, bool ignoreMarks, int most = MaxSpellings)
    {
        var places = PlacesOf(words, ignoreMarks, most);
        if (places is [var only]) return AnyOf(only.Terms);
        return places.Any(place => place.Terms.Count == 0) ? Nothing : new PlacesQuery(places);
    }

    /// <summary>What must stand where, in order; a place without terms stands nowhere in the index.</summary>
    /// <param name="words">At least one.</param>
    /// <param name="ignoreMarks">Whether other marks than those typed will do.</param>
    /// <param name="most">Spellings of a pair at most, the most frequent.</param>
    public List<PhrasePlace> PlacesOf(IReadOnlyList<SearchWord> words, bool ignoreMarks, int most = MaxSpellings)
    {
        var places = new List<PhrasePlace>();
        for (var i = 0; i < words.Count;)
        {
            if (i + 1 < words.Count && PairOf(words[i], words[i + 1], ignoreMarks, most) is { } pair)
            {
                places.Add(new(i, pair));
                i += 2;
            }
            else if (i > 0 && i + 1 == words.Count && PairOf(words[i - 1], words[i], ignoreMarks, most) is { } last)
            {
                places.Add(new(i - 1, last));
                i++;
            }
            else
            {
                places.Add(new(i, TermsOf(words[i], ignoreMarks)));
                i++;
            }
        }
        return places;
    }

    private Query AnyOf(IReadOnlyList<string> terms)
    {
        if (terms.Count == 1) return plan.Vocabulary.QueryOf(terms[0]);
        var any = new BooleanQuery(disableCoord: true);
        foreach (var term in terms) any.Add(plan.Vocabulary.QueryOf(term), Occur.SHOULD);
        return any;
    }

    private static BooleanQuery Nothing => [];

    private IReadOnlyList<string> TermsOf(SearchWord word, bool ignoreMarks)
    {
        if (ignoreMarks) return plan.FoldedTermsOf(word);
        if (!word.HasMarks) return [word.Folded];
        // In quotes a word is meant as it is typed, when the index has it so.
        return plan.Vocabulary.DocumentsWith(word.Forms.ExactTerm) > 0 ? [word.Forms.ExactTerm] : plan.TermsOf(word);
    }

    /// <summary>The spellings of a pair; null when it is no term.</summary>
    private IReadOnlyList<string>? PairOf(SearchWord first, SearchWord second, bool ignoreMarks, int most) =>
        first.Forms.IsCommon && second.Forms.IsCommon ? SpellingsOf(plan.Vocabulary, first, second, ignoreMarks, most) : null;

    /// <param name="most">Spellings at most, the most frequent.</param>
    /// <returns>Terms; empty when the index has the pair in no spelling that will do.</returns>
    public static IReadOnlyList<string> SpellingsOf(Vocabulary vocabulary, SearchWord first, SearchWord second, bool ignoreMarks, int most)
    {
        var pair = IndexFields.Pair(first.Exact, second.Exact);
        if (!ignoreMarks && first.HasMarks && second.HasMarks && vocabulary.DocumentsWith(pair) > 0) return [pair];
        if (ignoreMarks) return SpellingsOf(vocabulary, first.Folded, second.Folded, most);
        return [.. vocabulary.PairsOf(first.Folded, second.Folded).Where(known => IsSpelling(known.Exact, first, second)).Take(most).Select(known => IndexFields.Exact(known.Exact))];
    }

    /// <summary>The spellings of a pair whatever its marks.</summary>
    /// <param name="first">Folded.</param>
    /// <param name="second">Folded.</param>
    /// <param name="most">Spellings at most, the most frequent.</param>
    public static IReadOnlyList<string> SpellingsOf(Vocabulary vocabulary, string first, string second, int most = MaxSpellings)
    {
        var mended = IndexFields.MendedPair(first, second);
        return
        [
            .. vocabulary.PairsOf(first, second).Take(most).Select(known => IndexFields.Exact(known.Exact)),
            .. vocabulary.DocumentsWith(mended) > 0 ? [mended] : Array.Empty<string>(),
        ];
    }

    private static bool IsSpelling(string pair, SearchWord first, SearchWord second)
    {
        var blank = pair.IndexOf(' ', StringComparison.Ordinal);
        return first.Matches(pair[..blank]) && second.Matches(pair[(blank + 1)..]);
    }
}

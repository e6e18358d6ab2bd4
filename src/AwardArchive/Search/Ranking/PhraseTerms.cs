using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>Words one after another as a query of few and rare terms: two common words side by side are one term.</summary>
internal sealed class PhraseTerms(QueryPlan plan)
{
    /// <summary>Spellings of a word typed without marks that are tried beside one typed with them.</summary>
    private const int MaxSpellings = 24;

    /// <param name="words">At least one.</param>
    /// <param name="ignoreMarks">Whether other marks than those typed will do.</param>
    public Query Of(IReadOnlyList<SearchWord> words, bool ignoreMarks)
    {
        var places = new List<(int Position, IReadOnlyList<string> Terms)>();
        for (var i = 0; i < words.Count;)
        {
            if (i + 1 < words.Count && PairOf(words[i], words[i + 1], ignoreMarks) is { } pair)
            {
                places.Add((i, pair));
                i += 2;
            }
            else if (i > 0 && i + 1 == words.Count && PairOf(words[i - 1], words[i], ignoreMarks) is { } last)
            {
                places.Add((i - 1, last));
                i++;
            }
            else
            {
                places.Add((i, TermsOf(words[i], ignoreMarks)));
                i++;
            }
        }
        return Query(places);
    }

    /// <summary>Terms at places, in order of the places.</summary>
    public static Query Query(IReadOnlyList<(int Position, IReadOnlyList<string> Terms)> places)
    {
        if (places is [var only]) return AnyOf(only.Terms);
        if (places.Any(place => place.Terms.Count == 0)) return Nothing;
        if (places.All(place => place.Terms.Count == 1))
        {
            var phrase = new PhraseQuery();
            foreach (var (position, terms) in places) phrase.Add(TermOf(terms[0]), position);
            return phrase;
        }
        var phrases = new MultiPhraseQuery();
        foreach (var (position, terms) in places) phrases.Add([.. terms.Select(TermOf)], position);
        return phrases;
    }

    public static Query AnyOf(IReadOnlyList<string> terms)
    {
        if (terms.Count == 1) return new TermQuery(TermOf(terms[0]));
        var any = new BooleanQuery(disableCoord: true);
        foreach (var term in terms) any.Add(new TermQuery(TermOf(term)), Occur.SHOULD);
        return any;
    }

    private static BooleanQuery Nothing => [];

    private static Term TermOf(string term) => new(IndexFields.Text, term);

    private IReadOnlyList<string> TermsOf(SearchWord word, bool ignoreMarks)
    {
        if (ignoreMarks || !word.HasMarks) return [word.Folded];
        // In quotes a word is meant as it is typed, when the index has it so.
        return plan.Vocabulary.DocumentsWith(word.Forms.ExactTerm) > 0 ? [word.Forms.ExactTerm] : plan.TermsOf(word);
    }

    /// <summary>Null when the pair is no term.</summary>
    private IReadOnlyList<string>? PairOf(SearchWord first, SearchWord second, bool ignoreMarks)
    {
        if (!first.Forms.IsCommon || !second.Forms.IsCommon) return null;
        if (ignoreMarks || (!first.HasMarks && !second.HasMarks)) return [IndexFields.FoldedPair(first.Folded, second.Folded)];
        var pairs = new List<string>();
        foreach (var one in SpellingsOf(first))
        {
            foreach (var other in SpellingsOf(second))
            {
                var pair = IndexFields.ExactPair(one, other);
                if ((first.HasMarks && second.HasMarks) || plan.Vocabulary.DocumentsWith(pair) > 0) pairs.Add(pair);
            }
        }
        return pairs;
    }

    private IEnumerable<string> SpellingsOf(SearchWord word)
    {
        if (!word.HasMarks) return plan.Vocabulary.FormsOf(word.Folded).Take(MaxSpellings).Select(form => form.Exact);
        if (plan.Vocabulary.DocumentsWith(word.Forms.ExactTerm) > 0) return [word.Exact];
        return plan.TermsOf(word).Select(term => term[1..]);
    }
}

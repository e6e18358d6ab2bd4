using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>Another way to write a query that found little: its words as the index has them.</summary>
internal static class DidYouMean
{
    /// <summary>Words that a suggestion may have; longer queries are asked, not misspelt.</summary>
    private const int MaxWords = 8;

    private const int MaxChoices = 12;

    /// <summary>How much more frequent a word must be than the typed one, in documents.</summary>
    private const int TimesMore = 20;

    /// <returns>Null when nothing better is known. It may find no more: the caller tries it.</returns>
    public static string? Suggest(QueryPlan plan)
    {
        var parts = plan.Query.Typed.ToList();
        if (parts.Count is 0 or > MaxWords || plan.Query.Excluded.Count > 0) return null;
        var words = new List<SearchWord>();
        foreach (var part in parts)
        {
            if (part is not WordsPart { Form: WordForm.Plain } plain) return null;
            words.Add(plain.Words[0]);
        }
        var better = new string[words.Count];
        for (var i = 0; i < words.Count; i++) better[i] = Better(plan.Vocabulary, words[i], i > 0 ? better[i - 1] : null, i + 1 < words.Count ? words[i + 1].Exact : null);
        var suggestion = string.Join(' ', better);
        return suggestion == string.Join(' ', words.Select(word => word.Exact)) ? null : suggestion;
    }

    /// <summary>The word that goes best with its neighbours, if it is much more frequent than the one that was typed.</summary>
    private static string Better(Vocabulary vocabulary, SearchWord word, string? before, string? after)
    {
        if (word.Forms.IsNumber) return word.Exact;
        var typed = word.HasMarks ? vocabulary.DocumentsWith(word.Forms.ExactTerm) : vocabulary.DocumentsWith(word.Folded);
        var choices = word.HasMarks ? vocabulary.FormsOf(word.Folded).Where(form => form.Exact != word.Exact) : [];
        if (vocabulary.DocumentsWith(word.Folded) == 0 || !choices.Any())
            choices = choices.Concat(vocabulary.SimilarTo(word.Folded).Select(similar => vocabulary.FormsOf(similar.Folded)[0]));
        var (best, bestWorth) = (word.Exact, Worth(word.Exact, typed) * (typed == 0 ? 1 : TimesMore));
        foreach (var choice in choices.Take(MaxChoices))
        {
            var worth = Worth(choice.Exact, choice.Documents);
            if (worth > bestWorth) (best, bestWorth) = (choice.Exact, worth);
        }
        return best;

        // A pair that the index has as a term weighs more than any word alone.
        double Worth(string exact, int documents) => documents + (100.0 * (PairsOf(before, exact) + PairsOf(exact, after)));

        int PairsOf(string? first, string? second) => first is null || second is null ? 0 : vocabulary.DocumentsWith(IndexFields.Pair(first, second));
    }
}

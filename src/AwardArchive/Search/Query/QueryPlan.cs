using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>A query as it is taken against one view of the index: which terms each word may stand for.</summary>
internal sealed class QueryPlan(QueryReading reading, Vocabulary vocabulary)
{
    /// <summary>A word typed with its tone is taken for complete when at least this share of what it could stand for is spelled so.</summary>
    private const double ShareOfComplete = 0.1;

    private const int MaxForms = 32;

    private readonly Dictionary<SearchWord, IReadOnlyList<string>> terms = [];

    public QueryReading Reading { get; } = reading;

    public SearchQuery Query => Reading.Query;

    public MatchMode Mode => Reading.Mode;

    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>The terms of the text that stand for a word, the one as typed first.</summary>
    public IReadOnlyList<string> TermsOf(SearchWord word)
    {
        if (terms.TryGetValue(word, out var known)) return known;
        return terms[word] = WithMended(AsPrinted(word), Reading.IgnoresMarks || !word.HasMarks ? word.Folded : word.Exact);
    }

    /// <summary>The terms of a word whatever its marks.</summary>
    public IReadOnlyList<string> FoldedTermsOf(SearchWord word) => WithMended([word.Folded], word.Folded);

    /// <summary>Words of the index that look like a word.</summary>
    public IReadOnlyList<SimilarWord> SimilarTo(SearchWord word) => word.Forms.IsNumber ? [] : Vocabulary.SimilarTo(word.Folded);

    /// <summary>In a long query a torn word more says little, and would only make papers complete that are about something else.</summary>
    private IReadOnlyList<string> WithMended(IReadOnlyList<string> printed, string form) =>
        !Query.IsLong && Vocabulary.DocumentsWith(IndexFields.Mended(form)) > 0 ? [.. printed, IndexFields.Mended(form)] : printed;

    private IReadOnlyList<string> AsPrinted(SearchWord word)
    {
        if (Reading.IgnoresMarks || !word.HasMarks) return [word.Folded];
        var (forms, exact) = (word.Forms, word.Forms.ExactTerm);
        var matching = Vocabulary.FormsOf(word.Folded).Where(form => form.Exact == word.Exact || word.Matches(form.Exact)).Take(MaxForms).ToList();
        if (matching.Count == 0) return [exact];
        if (forms.HasTone)
        {
            var typed = matching.Find(form => form.Exact == word.Exact).Documents;
            if (typed > 0 && typed >= ShareOfComplete * matching.Sum(form => (double)form.Documents)) return [exact];
        }
        return [exact, .. matching.Where(form => form.Exact != word.Exact).Select(form => IndexFields.Exact(form.Exact))];
    }
}

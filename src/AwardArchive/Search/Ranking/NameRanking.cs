using AwardArchive.Indexing;
using Lucene.Net.Search;

namespace AwardArchive.Search;

/// <summary>A person's name where it stands together: as typed, then with other marks, with middle names more or less, then with one word misread, then two.</summary>
/// <remarks>
/// Each way has a fixed score, above what scattered words can reach: BM25 would rank the rarest misreading first. Reading a name that
/// stands together costs little, because the pair of family and middle name is one term.
/// </remarks>
internal sealed class NameRanking(QueryPlan plan, Deadline deadline)
{
    private const float AsTyped = 1.6f;
    private const float MoreNames = 1.5f;
    private const float OtherMarks = 1.4f;
    private const float WithInitials = 1.3f;
    private const float MoreNamesOtherMarks = 1.25f;
    private const float LikelyMisread = 1.15f;
    private const float FewerNames = 1.1f;
    private const float Misread = 1.0f;
    private const float TwoMisread = 0.9f;

    /// <summary>On top, where the document has the name as that of a person: less than from one way to the next.</summary>
    public const float AsPerson = 0.04f;

    /// <summary>What BM25 gives at most for a word of weight 1: k1 + 1.</summary>
    private const double MostOfBm25 = 2.2;

    /// <summary>Spellings of a family name and of a given name that are put together.</summary>
    private const int MaxFamilies = 4;
    private const int MaxGiven = 12;

    /// <summary>Misreadings of each of two words: of more, few are left when both must stand beside the rest of the name.</summary>
    private const int MaxOfTwo = 48;

    private readonly PhraseTerms phrases = new(plan);

    /// <param name="name">Family name first, at least two words.</param>
    public Query Together(IReadOnlyList<SearchWord> name)
    {
        var weight = WeightOf(name);
        var best = new DisjunctionMaxQuery(0f);
        Add(phrases.PlacesOf(name, ignoreMarks: false), AsTyped);
        Add(phrases.PlacesOf(name, ignoreMarks: true), OtherMarks);
        var (family, given) = (name[0], name[^1]);
        if (name.Count == 2 || name.Skip(1).SkipLast(1).Any(word => word.Exact.Length == 1))
        {
            Add([new(0, [IndexFields.Name(family.Exact, given.Exact)])], name.Count == 2 ? MoreNames : WithInitials);
            Add([new(0, OtherSpellings(family, given))], MoreNamesOtherMarks);
        }
        if (name.Count > 2) Add(phrases.PlacesOf([family, given], ignoreMarks: true), FewerNames);
        var misread = new MisreadName(name, plan.Vocabulary);
        for (var i = 0; i < name.Count; i++)
        {
            var similar = plan.SimilarTo(name[i]);
            AddAll(misread.PlacesOf((i, [.. similar.Where(word => word.Cost <= Resemblance.Likely)])), LikelyMisread);
            AddAll(misread.PlacesOf((i, [.. similar.Where(word => word.Cost > Resemblance.Likely)])), Misread);
            for (var j = i + 1; j < name.Count && plan.Reading.MostMisreadOf(name) > 1; j++)
                AddAll(misread.PlacesOf((i, [.. similar.Take(MaxOfTwo)]), (j, [.. plan.SimilarTo(name[j]).Take(MaxOfTwo)])), TwoMisread);
        }
        return best;

        void AddAll(IEnumerable<IReadOnlyList<PhrasePlace>> phrases, float tier)
        {
            foreach (var places in phrases) Add(places, tier);
        }

        void Add(IReadOnlyList<PhrasePlace> places, float tier)
        {
            if (places.Any(place => place.Terms.Count == 0)) return;
            best.Add(new ConstantScoreQuery(new PhraseFilter(places, plan.Vocabulary, deadline)) { Boost = tier * weight });
        }
    }

    /// <summary>What a name that stands together scores at least, with one word misread at most.</summary>
    public float LeastOf(IReadOnlyList<SearchWord> name) => Misread * WeightOf(name);

    /// <summary>Above what BM25 can give for these words.</summary>
    public float WeightOf(IEnumerable<SearchWord> words) => (float)(MostOfBm25 * words.Sum(word => plan.Vocabulary.IdfOf(word.Folded)));

    /// <summary>What BM25 gives a word that stands once in a paper of middle length.</summary>
    /// <param name="with">Documents with the word.</param>
    public float WeightOf(int with) => (float)plan.Vocabulary.Idf(with);

    private List<string> OtherSpellings(SearchWord family, SearchWord given) =>
    [
        .. plan.Vocabulary.FormsOf(family.Folded).Take(MaxFamilies)
            .SelectMany(_ => plan.Vocabulary.FormsOf(given.Folded).Take(MaxGiven), (one, other) => IndexFields.Name(one.Exact, other.Exact))
            .Where(name => plan.Vocabulary.DocumentsWith(name) > 0),
    ];
}

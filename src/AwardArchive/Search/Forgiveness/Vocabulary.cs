using AwardArchive.Indexing;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>The words of the whole index, for one search: it keeps what it has looked up.</summary>
/// <remarks>Not for several threads.</remarks>
internal sealed class Vocabulary(IndexReader reader)
{
    /// <summary>Words that may stand for a misread one; each costs a look at its documents.</summary>
    public const int MaxSimilar = 128;

    private readonly SegmentTerms[] segments = [.. reader.Leaves.Select(leaf => new SegmentTerms(leaf.AtomicReader))];
    private readonly Dictionary<(int Segment, string What), FixedBitSet?> documents = [];
    private readonly Dictionary<string, TermContext> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<WordCount>> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<SimilarWord>> similar = new(StringComparer.Ordinal);

    public int Documents => reader.MaxDoc;

    /// <summary>Words of a text, on the average.</summary>
    public double AverageLength { get; } = reader.Leaves.Sum(leaf => leaf.AtomicReader.GetTerms(IndexFields.Text)?.SumTotalTermFreq ?? 0) is > 0 and var all ? (float)(all / (double)reader.MaxDoc) : 1;

    public int DocumentsWith(string term) => Find(term).DocFreq;

    /// <summary>In one segment.</summary>
    public int DocumentsWith(AtomicReaderContext segment, string term) => (Find(term).Get(segment.Ord) as BlockTermState)?.DocFreq ?? 0;

    /// <summary>The documents of one segment that have a term, with frequencies; deleted ones too.</summary>
    /// <param name="segment">Of the index.</param>
    /// <param name="term">That the segment has.</param>
    public DocsEnum DocsOf(AtomicReaderContext segment, string term) => segments[segment.Ord].NewDocsOf(term, Find(term).Get(segment.Ord));

    /// <summary>The same with the places of the term.</summary>
    public DocsAndPositionsEnum PositionsOf(AtomicReaderContext segment, string term) => segments[segment.Ord].NewPositionsOf(term, Find(term).Get(segment.Ord));

    /// <summary>How telling a term is, as Lucene's BM25 counts it.</summary>
    public double IdfOf(string term) => Idf(DocumentsWith(term));

    /// <param name="with">Documents with the term.</param>
    public double Idf(int with) => Math.Log(1 + ((Documents - with + 0.5) / (with + 0.5)));

    /// <summary>Scores a term of <see cref="IndexFields.Text"/>, without looking it up again.</summary>
    public TermQuery QueryOf(string term) => new(new Term(IndexFields.Text, term), Find(term));

    /// <summary>The terms of one segment.</summary>
    public SegmentTerms TermsOf(AtomicReaderContext segment) => segments[segment.Ord];

    /// <summary>The words with these letters, whatever their marks, the most frequent first.</summary>
    public IReadOnlyList<WordCount> FormsOf(string folded)
    {
        if (forms.TryGetValue(folded, out var known)) return known;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            foreach (var word in SegmentVocabulary.Of(leaf.AtomicReader).FormsOf(folded)) Count(counts, word);
        }
        return forms[folded] = MostFrequentFirst(counts);
    }

    /// <summary>The pairs of common words with these letters, whatever their marks, the most frequent first.</summary>
    public IReadOnlyList<WordCount> PairsOf(string first, string second)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            foreach (var pair in SegmentVocabulary.Of(leaf.AtomicReader).PairsOf($"{first} {second}")) Count(counts, pair);
        }
        return MostFrequentFirst(counts);
    }

    /// <summary>The words that this one may have been misread as, the likeliest first.</summary>
    public IReadOnlyList<SimilarWord> SimilarTo(string folded)
    {
        if (similar.TryGetValue(folded, out var known)) return known;
        var words = new Dictionary<string, SimilarWord>(StringComparer.Ordinal);
        foreach (var leaf in reader.Leaves)
        {
            foreach (var word in SegmentVocabulary.Of(leaf.AtomicReader).SimilarTo(folded))
                words[word.Folded] = word with { Documents = word.Documents + words.GetValueOrDefault(word.Folded).Documents };
        }
        return similar[folded] = [.. words.Values.OrderBy(word => word.Cost).ThenByDescending(word => word.Documents).ThenBy(word => word.Folded, StringComparer.Ordinal).Take(MaxSimilar)];
    }

    /// <summary>A set of documents of one segment that is worked out once a search: looser readings of a query ask for it again.</summary>
    /// <param name="segment">Of the index.</param>
    /// <param name="what">Tells this set from all others.</param>
    /// <param name="find">Null for none. What it gives is not changed any more.</param>
    public FixedBitSet? KeptDocs(AtomicReaderContext segment, string what, Func<FixedBitSet?> find)
    {
        if (!documents.TryGetValue((segment.Ord, what), out var known)) documents[(segment.Ord, what)] = known = find();
        return known;
    }

    private TermContext Find(string term)
    {
        if (terms.TryGetValue(term, out var known)) return known;
        var found = new TermContext(reader.Context);
        foreach (var leaf in reader.Leaves) segments[leaf.Ord].AddTo(found, term, leaf.Ord);
        return terms[term] = found;
    }

    private static void Count(Dictionary<string, int> counts, WordCount word) => counts[word.Exact] = counts.GetValueOrDefault(word.Exact) + word.Documents;

    private static IReadOnlyList<WordCount> MostFrequentFirst(Dictionary<string, int> counts) =>
        [.. counts.Select(word => new WordCount(word.Key, word.Value)).OrderByDescending(word => word.Documents).ThenBy(word => word.Exact, StringComparer.Ordinal)];
}

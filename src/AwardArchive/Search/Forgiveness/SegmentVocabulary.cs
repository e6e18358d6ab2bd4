using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AwardArchive.Indexing;
using AwardArchive.Vietnamese;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>The words of one segment of the index, for questions that its sorted terms do not answer: what folds alike, what looks alike.</summary>
/// <remarks>
/// Read once a segment and kept as long as it lives; segments never change. What looks alike is found by passing over all words with
/// the set of their letters: a few nanoseconds a word, less than a Levenshtein automaton over the terms takes.
/// </remarks>
internal sealed class SegmentVocabulary
{
    private const int MaxKeptAnswers = 10_000;

    private static readonly ConditionalWeakTable<object, SegmentVocabulary> Known = [];
    private static readonly WordCount[] None = [];

    private readonly string[] folded;
    private readonly uint[] letters;
    private readonly int[] starts;
    private readonly WordCount[] exact;
    private readonly ILookup<string, WordCount> pairs;
    private readonly ConcurrentDictionary<string, IReadOnlyList<SimilarWord>> similar = new(StringComparer.Ordinal);

    private SegmentVocabulary(List<(string Folded, WordCount Word)> words, List<WordCount> pairs)
    {
        this.pairs = pairs.ToLookup(pair => Folding.Fold(pair.Exact), StringComparer.Ordinal);
        words.Sort((one, other) => string.CompareOrdinal(one.Folded, other.Folded));
        exact = [.. words.Select(word => word.Word)];
        var (keys, begins) = (new List<string>(), new List<int>());
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && words[i].Folded == words[i - 1].Folded) continue;
            keys.Add(words[i].Folded);
            begins.Add(i);
        }
        begins.Add(words.Count);
        (folded, starts) = ([.. keys], [.. begins]);
        letters = [.. keys.Select(WordForms.LettersOf)];
    }

    public static SegmentVocabulary Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => Read(reader));

    /// <summary>The words with these letters, whatever their marks.</summary>
    public ReadOnlySpan<WordCount> FormsOf(string word)
    {
        var found = Array.BinarySearch(folded, word, StringComparer.Ordinal);
        return found < 0 ? None : exact.AsSpan(starts[found]..starts[found + 1]);
    }

    /// <summary>The pairs of common words with these letters, whatever their marks.</summary>
    /// <param name="pair">Two folded words with a blank between.</param>
    public IEnumerable<WordCount> PairsOf(string pair) => pairs[pair];

    /// <summary>The words that begin with these letters, whatever their marks: folded ones, and all spellings.</summary>
    public (ReadOnlyMemory<string> Folded, ReadOnlyMemory<WordCount> Exact) BeginningWith(string start)
    {
        var first = LowerBound(start);
        var end = LowerBound(start + '\uFFFF');
        return (folded.AsMemory(first..end), exact.AsMemory(starts[first]..starts[end]));
    }

    /// <summary>The words that a scan or a hand may have made of this one, itself left out.</summary>
    /// <param name="word">Folded.</param>
    public IReadOnlyList<SimilarWord> SimilarTo(string word)
    {
        if (similar.TryGetValue(word, out var known)) return known;
        if (similar.Count > MaxKeptAnswers) similar.Clear();
        return similar[word] = FindSimilar(word);
    }

    private int LowerBound(string word)
    {
        var found = Array.BinarySearch(folded, word, StringComparer.Ordinal);
        return found < 0 ? ~found : found;
    }

    private List<SimilarWord> FindSimilar(string word)
    {
        var found = new List<SimilarWord>();
        var typed = WordForms.LettersOf(word);
        for (var i = 0; i < folded.Length; i++)
        {
            if (!Resemblance.MayBeSimilar(typed, word.Length, letters[i], folded[i].Length)) continue;
            var cost = Resemblance.Cost(word, folded[i]);
            if (cost > 0 && !double.IsInfinity(cost)) found.Add(new(folded[i], cost, FrequencyOf(i)));
        }
        return found;
    }

    private int FrequencyOf(int index)
    {
        var sum = 0;
        for (var i = starts[index]; i < starts[index + 1]; i++) sum += exact[i].Documents;
        return sum;
    }

    private static SegmentVocabulary Read(AtomicReader reader)
    {
        var words = new List<(string, WordCount)>();
        var pairs = new List<WordCount>();
        var terms = reader.GetTerms(IndexFields.Text)?.GetEnumerator();
        var first = new BytesRef(IndexFields.Exact(""));
        if (terms is null || terms.SeekCeil(first) == TermsEnum.SeekStatus.END) return new(words, pairs);
        do
        {
            if (!StringHelper.StartsWith(terms.Term, first)) break;
            var text = terms.Term.Utf8ToString();
            if (text.Contains(' ', StringComparison.Ordinal)) pairs.Add(new(text[1..], terms.DocFreq));
            else words.Add((Folding.Fold(text[1..]), new(text[1..], terms.DocFreq)));
        }
        while (terms.MoveNext());
        return new(words, pairs);
    }
}

/// <summary>A word of the index, marks kept.</summary>
/// <param name="Documents">That have it; in a segment some of them may be deleted.</param>
internal readonly record struct WordCount(string Exact, int Documents);

/// <summary>A word of the index that looks like another.</summary>
/// <param name="Cost">Above 0; the lower, the likelier.</param>
internal readonly record struct SimilarWord(string Folded, double Cost, int Documents);

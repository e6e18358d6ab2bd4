using System.Runtime.CompilerServices;
using AwardArchive.Indexing;
using AwardArchive.Indexing.Suggestions;
using AwardArchive.Vietnamese;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AwardArchive.Search.Suggest;

/// <param name="Items">Best first.</param>
public sealed record Suggestions(IReadOnlyList<SuggestedText> Items);

/// <param name="Text">What may be searched for as it is.</param>
/// <param name="Count">Documents that have it, roughly.</param>
public sealed record SuggestedText(string Text, SuggestionKind Kind, int Count);

/// <summary>Proposes people, numbers and phrases of the archive that begin as somebody types, the most frequent first.</summary>
/// <remarks>
/// What a segment's prefixes hold is worked out in the background when the segment is first met; until then a busy prefix shows the first
/// ones in the order of the alphabet. Proposals that only documents have which nobody may find any more are left out.
/// </remarks>
internal sealed class Suggester(ISearcherSource index)
{
    public const int MaxItems = 10;

    private readonly ConditionalWeakTable<object, SegmentTops> topsOfSegments = [];

    /// <param name="typed">Any string; with marks, proposals that have these marks come alone.</param>
    /// <exception cref="IndexUnavailableException">The index is not open.</exception>
    public Suggestions Find(string? typed)
    {
        var key = Suggestion.KeyOf(Shortened(typed ?? ""));
        if (key.Trim().Length == 0) return new([]);
        using var lease = index.Acquire();
        var reader = lease.Searcher.IndexReader;
        var prefix = new BytesRef(key);
        var counts = new Dictionary<BytesRef, int>();
        foreach (var (term, documents) in reader.Leaves.SelectMany(leaf => InSegment(leaf.AtomicReader, prefix)))
            counts[term] = counts.GetValueOrDefault(term) + documents;

        var best = counts.OrderByDescending(term => term.Value).ThenBy(term => term.Key)
            .Select(term => (term.Key, term.Value, Suggestion: Suggestion.OfTerm(term.Key.Utf8ToString())))
            .Where(found => found.Suggestion is not null).ToList();
        var marks = PatternsOf(typed!);
        var alike = best.FindAll(found => HasMarks(found.Suggestion!.Value.Text, marks));
        return new(
        [
            .. (alike.Count > 0 ? alike : best).Where(found => IsAlive(reader, found.Key)).Take(MaxItems)
                .Select(found => new SuggestedText(found.Suggestion!.Value.Text, found.Suggestion.Value.Kind, found.Value)),
        ]);
    }

    /// <summary>Works out what is not known yet of the index as it is now.</summary>
    public async Task WarmAsync()
    {
        using var lease = index.Acquire();
        foreach (var leaf in lease.Searcher.IndexReader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(IndexFields.Suggestion) is { } terms && TopsOf(leaf.AtomicReader, terms) is { } tops) await tops.Building;
        }
    }

    private IReadOnlyList<WeightedTerm> InSegment(AtomicReader segment, BytesRef prefix) =>
        segment.GetTerms(IndexFields.Suggestion) is { } terms ? TopsOf(segment, terms)?.Ready?.Find(prefix) ?? PrefixTops.Read(terms, prefix) : [];

    private SegmentTops? TopsOf(AtomicReader segment, Terms terms)
    {
        if (terms.Count <= PrefixTops.Many) return null;
        var tops = topsOfSegments.GetValue(segment.CoreCacheKey, _ => new SegmentTops());
        tops.Begin(segment, terms);
        return tops;
    }

    private static bool IsAlive(IndexReader reader, BytesRef term)
    {
        foreach (var leaf in reader.Leaves)
        {
            var documents = leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Suggestion, term));
            if (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS) return true;
        }
        return false;
    }

    private static List<string> PatternsOf(string typed) => [.. Tokenizer.Tokenize(Shortened(typed)).Select(word => word.Normal())];

    /// <summary>Word by word; the last one may go on.</summary>
    private static bool HasMarks(string text, List<string> typed)
    {
        var words = Tokenizer.Tokenize(text).Take(typed.Count).Select(word => word.Normal()).ToList();
        return words.Count == typed.Count && words.Zip(typed).All(pair =>
            pair.First.Length >= pair.Second.Length && MarkPattern.Of(pair.Second).Matches(pair.First.AsSpan(0, pair.Second.Length)));
    }

    private static string Shortened(string typed) => typed.Length <= Suggestion.MaxLength ? typed : typed[..Suggestion.MaxLength];

    /// <summary>What is worked out once for a segment, which never changes.</summary>
    private sealed class SegmentTops
    {
        private readonly Lock gate = new();
        private bool isBegun;

        /// <summary>Null until it is worked out.</summary>
        public PrefixTops? Ready { get; private set; }

        public Task Building { get; private set; } = Task.CompletedTask;

        public void Begin(AtomicReader segment, Terms terms)
        {
            lock (gate)
            {
                if (isBegun) return;
                isBegun = true;
                segment.IncRef(); // nobody may close it meanwhile
                Building = Task.Run(() =>
                {
                    try
                    {
                        Ready = PrefixTops.Of(terms);
                    }
                    finally
                    {
                        segment.DecRef();
                    }
                });
            }
        }
    }
}

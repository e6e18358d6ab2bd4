using Lucene.Net.Index;
using Lucene.Net.Util;

namespace AwardArchive.Indexing.Suggestions;

/// <summary>A term with how many documents have it.</summary>
internal readonly record struct WeightedTerm(BytesRef Term, int Documents);

/// <summary>
/// The most frequent terms under every prefix of one segment that has many: <c>nguyen thi</c> begins a hundred thousand names, and reading
/// them for each letter typed would take too long. Made in one pass over the sorted terms; a prefix with few terms is read when it is asked for.
/// </summary>
internal sealed class PrefixTops
{
    /// <summary>Terms under a prefix that are read at once.</summary>
    public const int Many = 512;

    /// <summary>Kept of a prefix: enough to choose among by marks.</summary>
    private const int Kept = 48;

    /// <summary>Longer prefixes have few terms, or the same ones.</summary>
    private const int DeepestPrefix = 40;

    private static readonly Comparer<WeightedTerm> ByFrequency = Comparer<WeightedTerm>.Create((a, b) => a.Documents.CompareTo(b.Documents));

    private readonly Dictionary<BytesRef, WeightedTerm[]> tops = [];

    private PrefixTops()
    {
    }

    public static PrefixTops Of(Terms terms)
    {
        var made = new PrefixTops();
        var open = new Stack<Prefix>();
        var last = new BytesRef();
        var all = terms.GetEnumerator();
        while (all.MoveNext())
        {
            var shared = SharedLength(last, all.Term);
            while (open.TryPeek(out var deepest) && deepest.Length > shared) made.Close(open.Pop(), last);
            for (var length = open.Count + 1; length <= Math.Min(all.Term.Length, DeepestPrefix); length++) open.Push(new(length));
            last = BytesRef.DeepCopyOf(all.Term);
            var term = new WeightedTerm(last, all.DocFreq);
            foreach (var prefix in open) prefix.Add(term);
        }
        while (open.TryPop(out var prefix)) made.Close(prefix, last);
        return made;
    }

    /// <summary>The most frequent terms that begin so; null when they are few enough to be read.</summary>
    public IReadOnlyList<WeightedTerm>? Find(BytesRef prefix) => tops.GetValueOrDefault(prefix);

    /// <summary>Reads the terms that begin so, as many as <see cref="Many"/>.</summary>
    public static IReadOnlyList<WeightedTerm> Read(Terms terms, BytesRef prefix)
    {
        var found = new List<WeightedTerm>();
        var all = terms.GetEnumerator();
        if (all.SeekCeil(prefix) == TermsEnum.SeekStatus.END) return found;
        do
        {
            if (!StringHelper.StartsWith(all.Term, prefix)) break;
            found.Add(new(BytesRef.DeepCopyOf(all.Term), all.DocFreq));
        }
        while (found.Count < Many && all.MoveNext());
        return found;
    }

    private void Close(Prefix prefix, BytesRef last)
    {
        if (prefix.Count > Many) tops[new BytesRef(last.Bytes, last.Offset, prefix.Length)] = prefix.Best();
    }

    private static int SharedLength(BytesRef a, BytesRef b) =>
        MemoryExtensions.CommonPrefixLength(a.Bytes.AsSpan(a.Offset, a.Length), b.Bytes.AsSpan(b.Offset, b.Length));

    /// <summary>A prefix of the last term, with what was seen under it so far.</summary>
    private sealed class Prefix(int length)
    {
        private PriorityQueue<WeightedTerm, int>? best;

        public int Length { get; } = length;

        public int Count { get; private set; }

        public void Add(WeightedTerm term)
        {
            Count++;
            best ??= new();
            if (best.Count < Kept) best.Enqueue(term, term.Documents);
            else best.EnqueueDequeue(term, term.Documents);
        }

        public WeightedTerm[] Best()
        {
            var all = best!.UnorderedItems.Select(item => item.Element).ToArray();
            Array.Sort(all, ByFrequency);
            Array.Reverse(all);
            return all;
        }
    }
}

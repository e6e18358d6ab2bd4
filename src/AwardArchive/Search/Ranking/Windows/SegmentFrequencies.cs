using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>What one segment is ranked by: the lengths of its texts, and for its frequent words a table of how often each document has them.</summary>
/// <remarks>
/// The syllables of Vietnamese are few: each of a query's stands in a large part of the papers. From Lucene's lists such a word costs several calls a document;
/// a table is read at memory's speed. It is made when a word is first asked for; segments never change.
/// </remarks>
internal sealed class SegmentFrequencies
{
    /// <summary>Frequencies are counted up to this: more say no more.</summary>
    public const int Most = byte.MaxValue;

    /// <summary>A word has a table when at least one document of so many has it: a byte a document is then no more than a list would be in memory.</summary>
    private const int Frequent = 16;

    /// <summary>Bytes of the tables of an index, about; each of its segments has tables of as many words.</summary>
    private const int MaxBytes = 128 << 20;

    private static readonly ConditionalWeakTable<object, SegmentFrequencies> Known = [];

    private readonly ConcurrentDictionary<string, Table> tables = new(StringComparer.Ordinal);
    private long clock;

    private SegmentFrequencies(float[] lengths) => Lengths = lengths;

    /// <summary>Of the text of each document, in words, as exact as Lucene keeps it.</summary>
    public float[] Lengths { get; }

    public static SegmentFrequencies Of(AtomicReader reader) => Known.GetValue(reader.CoreCacheKey, _ => new(ReadLengths(reader)));

    /// <summary>How often each document has a term; null when the term is not frequent enough for a table.</summary>
    /// <param name="term">Of <see cref="IndexFields.Text"/>.</param>
    /// <param name="documents">Of the segment with the term.</param>
    /// <param name="ofIndex">Documents of the whole index.</param>
    /// <param name="list">Gives those with the term, and their frequencies.</param>
    public byte[]? TableOf(string term, int documents, int ofIndex, Func<DocsEnum> list)
    {
        if ((long)documents * Frequent < Lengths.Length) return null;
        if (!tables.TryGetValue(term, out var table))
        {
            if (tables.Count >= MaxBytes / ofIndex) DropOldest();
            tables[term] = table = new(Read(list()));
        }
        table.LastAsked = Interlocked.Increment(ref clock);
        return table.Frequencies;
    }

    private byte[] Read(DocsEnum docs)
    {
        var frequencies = new byte[Lengths.Length];
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc()) frequencies[doc] = (byte)Math.Min(docs.Freq, Most);
        return frequencies;
    }

    /// <summary>Half of them: what is asked for again is made again.</summary>
    private void DropOldest()
    {
        foreach (var (term, _) in tables.OrderBy(table => table.Value.LastAsked).Take(Math.Max(1, tables.Count / 2))) tables.TryRemove(term, out _);
    }

    private static float[] ReadLengths(AtomicReader reader)
    {
        var norms = reader.GetNormValues(IndexFields.Text);
        var lengths = new float[reader.MaxDoc];
        for (var doc = 0; doc < lengths.Length; doc++) lengths[doc] = LengthOf((byte)(norms?.Get(doc) ?? 0));
        return lengths;
    }

    /// <summary>As <c>BM25Similarity</c> decodes it.</summary>
    private static float LengthOf(byte norm)
    {
        var root = SmallSingle.Byte315ToSingle(norm);
        return root == 0 ? 0 : 1 / (root * root);
    }

    private sealed class Table(byte[] frequencies)
    {
        public byte[] Frequencies { get; } = frequencies;

        public long LastAsked { get; set; }
    }
}

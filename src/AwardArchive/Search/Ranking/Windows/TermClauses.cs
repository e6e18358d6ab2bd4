using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lucene.Net.Index;

namespace AwardArchive.Search;

/// <summary>What BM25 needs of one view of the index (k1 1.2, b 0.75, as Lucene has them).</summary>
/// <param name="Weight">Of the term: idf times boost times k1 + 1.</param>
/// <param name="Base">Norm of a document without length.</param>
/// <param name="OfLength">Norm a word of length.</param>
internal readonly record struct Bm25(float Weight, float Base, float OfLength)
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    /// <summary>What a term can give at most.</summary>
    public float Most => Weight;

    public static Bm25 Of(double idf, float boost, double averageLength) => new((float)(idf * boost * (K1 + 1)), K1 * (1 - B), (float)(K1 * B / averageLength));

    public float Score(float frequency, float length) => Weight * frequency / (frequency + Base + (OfLength * length));
}

/// <summary>A word of the text, read from its list of documents.</summary>
internal sealed class ListedTermClause(DocsEnum docs, int documents, float[] lengths, Bm25 bm25) : WindowClause
{
    public override long Cost => documents;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        var doc = docs.DocID < start ? docs.Advance(start) : docs.DocID;
        if (doc >= start + DocWindow.Size) return false;
        window.Clear();
        for (; doc < start + DocWindow.Size; doc = docs.NextDoc()) window.Add(doc - start, bm25.Score(Math.Min(docs.Freq, SegmentFrequencies.Most), lengths[doc]));
        return true;
    }
}

/// <summary>A frequent word, read from its table: eight documents at once.</summary>
internal sealed class TabledTermClause(byte[] frequencies, float[] lengths, Bm25 bm25) : WindowClause
{
    public override long Cost => 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        var bits = MemoryMarshal.AsBytes(window.Docs);
        var (weight, fixedNorm, ofLength) = (Vector256.Create(bm25.Weight), Vector256.Create(bm25.Base), Vector256.Create(bm25.OfLength));
        var any = 0;
        var whole = Math.Min(DocWindow.Size, frequencies.Length - start) & ~7;
        for (var i = 0; i < whole; i += 8)
        {
            var narrow = Vector128.CreateScalar(MemoryMarshal.Read<ulong>(frequencies.AsSpan(start + i))).AsByte();
            var frequency = Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.WidenLower(narrow).ToVector256()).AsInt32());
            var norm = fixedNorm + (ofLength * Vector256.Create(lengths, start + i));
            (weight * frequency / (frequency + norm)).CopyTo(window.Scores[i..]);
            bits[i >> 3] = (byte)Vector256.GreaterThan(frequency, Vector256<float>.Zero).ExtractMostSignificantBits();
            any |= bits[i >> 3];
        }
        bits[(whole >> 3)..].Clear();
        window.Scores[whole..].Clear();
        for (var i = whole; i < Math.Min(DocWindow.Size, frequencies.Length - start); i++)
        {
            var frequency = frequencies[start + i];
            if (frequency == 0) continue;
            window.Add(i, bm25.Score(frequency, lengths[start + i]));
            any = 1;
        }
        return any != 0;
    }
}

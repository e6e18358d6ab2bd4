using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AwardArchive.Search;

/// <summary>Some consecutive documents of a segment: which of them match, and their scores.</summary>
/// <remarks>
/// What does not match has score 0, so that windows are put together by eight scores at once. Compiled well at the first call: the service recompiles
/// warm methods late, and vectors are many times slower until then.
/// </remarks>
internal sealed class DocWindow
{
    /// <summary>Documents of a window: a bit and a score of each stay in the cache of a core, and the clock is looked at often enough.</summary>
    public const int Size = 4096;

    private static readonly Vector256<int> Powers = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);

    private readonly ulong[] docs = new ulong[Size / 64];
    private readonly float[] scores = new float[Size];

    /// <summary>A bit for each document that matches.</summary>
    public Span<ulong> Docs => docs;

    public Span<float> Scores => scores;

    public bool IsEmpty => docs.AsSpan().IndexOfAnyExcept(0ul) < 0;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in docs) count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>What matches, ascending, counted from the beginning of the window. A document that is taken out on the way is still given.</summary>
    public Enumerator GetEnumerator() => new(docs);

    public bool Has(int doc) => (docs[doc >> 6] >> doc & 1) != 0;

    public void Clear()
    {
        docs.AsSpan().Clear();
        scores.AsSpan().Clear();
    }

    /// <param name="doc">Counted from the beginning of the window.</param>
    public void Add(int doc, float score)
    {
        docs[doc >> 6] |= 1ul << doc;
        scores[doc] = score;
    }

    /// <summary>All that match score the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ScoreAll(float score)
    {
        var same = Vector256.Create(score);
        var bytes = MemoryMarshal.AsBytes(docs.AsSpan());
        for (var i = 0; i < bytes.Length; i++) Vector256.BitwiseAnd(same, MaskOf(bytes[i])).CopyTo(scores, i * 8);
    }

    /// <summary>What both have, with the sum of their scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void And(DocWindow other)
    {
        for (var i = 0; i < docs.Length; i++) docs[i] &= other.docs[i];
        AddWhereMatching(other);
        KeepMatching();
    }

    /// <summary>What either has, with the sum of their scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Or(DocWindow other)
    {
        for (var i = 0; i < docs.Length; i++) docs[i] |= other.docs[i];
        for (var i = 0; i < Size; i += 8) (Vector256.Create(scores, i) + Vector256.Create(other.scores, i)).CopyTo(scores, i);
    }

    /// <summary>What either has, with the greater score.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void OrBest(DocWindow other)
    {
        for (var i = 0; i < docs.Length; i++) docs[i] |= other.docs[i];
        for (var i = 0; i < Size; i += 8) Vector256.Max(Vector256.Create(scores, i), Vector256.Create(other.scores, i)).CopyTo(scores, i);
    }

    /// <summary>The same documents, each score moved a share of the way to that of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MoveTo(DocWindow other, float share)
    {
        for (var i = 0; i < Size; i += 8)
        {
            var own = Vector256.Create(scores, i);
            (own + ((Vector256.Create(other.scores, i) - own) * share)).CopyTo(scores, i);
        }
    }

    /// <summary>What the other has not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AndNot(DocWindow other)
    {
        for (var i = 0; i < docs.Length; i++) docs[i] &= ~other.docs[i];
        KeepMatching();
    }

    /// <summary>The same documents, higher by the scores of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddWhereMatching(DocWindow other)
    {
        var bytes = MemoryMarshal.AsBytes(docs.AsSpan());
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0) continue;
            (Vector256.Create(scores, i * 8) + Vector256.BitwiseAnd(Vector256.Create(other.scores, i * 8), MaskOf(bytes[i]))).CopyTo(scores, i * 8);
        }
    }

    /// <summary>Takes the scores from what does not match any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void KeepMatching()
    {
        var bytes = MemoryMarshal.AsBytes(docs.AsSpan());
        for (var i = 0; i < bytes.Length; i++) Vector256.BitwiseAnd(Vector256.Create(scores, i * 8), MaskOf(bytes[i])).CopyTo(scores, i * 8);
    }

    /// <summary>Passes over the bits.</summary>
    public struct Enumerator(ulong[] docs)
    {
        private int index = -1;
        private ulong rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (rest == 0)
            {
                if (++index == docs.Length) return false;
                rest = docs[index];
            }
            Current = (index << 6) + BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            return true;
        }
    }

    private static Vector256<float> MaskOf(byte bits) => Vector256.Equals(Vector256.BitwiseAnd(Vector256.Create((int)bits), Powers), Powers).AsSingle();
}

using Lucene.Net.Search;
using Lucene.Net.Util;

namespace AwardArchive.Search;

/// <summary>A part of a query over one segment, asked window by window, in order.</summary>
internal abstract class WindowClause
{
    /// <summary>About how many documents it looks at, for asking the cheapest first.</summary>
    public abstract long Cost { get; }

    /// <summary>Writes what matches into a window.</summary>
    /// <param name="start">First document of the window: a multiple of <see cref="DocWindow.Size"/>, greater than at the last call.</param>
    /// <param name="window">What it held is overwritten; undefined when nothing matches.</param>
    /// <param name="within">Other documents may be left out; null for none.</param>
    /// <returns>False when nothing matches.</returns>
    public abstract bool Fill(int start, DocWindow window, DocWindow? within);
}

/// <summary>Documents that a set holds, all with one score.</summary>
internal sealed class SetClause(FixedBitSet docs, float score) : WindowClause
{
    public override long Cost => 0;

    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        var first = start >> 6;
        var words = docs.GetBits().AsSpan(first, Math.Min(DocWindow.Size / 64, FixedBitSet.Bits2words(docs.Length) - first));
        if (words.IndexOfAnyExcept(0L) < 0) return false;
        window.Docs.Clear();
        System.Runtime.InteropServices.MemoryMarshal.Cast<long, ulong>(words).CopyTo(window.Docs);
        window.ScoreAll(score);
        return true;
    }
}

/// <summary>All documents of a segment.</summary>
internal sealed class AllClause(int maxDoc, float score) : WindowClause
{
    public override long Cost => 0;

    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        window.Docs.Fill(ulong.MaxValue);
        for (var doc = maxDoc - start; doc < DocWindow.Size; doc++) window.Docs[doc >> 6] &= ~(1ul << doc);
        window.ScoreAll(score);
        return true;
    }
}

/// <summary>The same documents with one score.</summary>
internal sealed class ConstantClause(WindowClause clause, float score) : WindowClause
{
    public override long Cost => clause.Cost;

    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        if (!clause.Fill(start, window, within)) return false;
        window.ScoreAll(score);
        return true;
    }
}

/// <summary>What Lucene finds by itself: phrases, nearness, ranges.</summary>
internal sealed class ScorerClause(Scorer scorer, bool asksForScores) : WindowClause
{
    /// <summary>Places on pages are read: dearer than a list of documents.</summary>
    private const int Dearness = 8;

    public override long Cost => scorer.GetCost() * Dearness;

    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        window.Clear();
        var any = false;
        var doc = scorer.DocID < start ? scorer.Advance(start) : scorer.DocID;
        while (doc < start + DocWindow.Size)
        {
            if (within is null || within.Has(doc - start))
            {
                window.Add(doc - start, asksForScores ? scorer.GetScore() : 0);
                any = true;
                doc = scorer.NextDoc();
                continue;
            }
            // The next that counts, if there is one.
            var next = doc + 1 - start;
            while (next < DocWindow.Size && !within.Has(next)) next++;
            doc = scorer.Advance(start + next);
        }
        return any;
    }
}

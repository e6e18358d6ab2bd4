namespace AwardArchive.Search;

/// <summary>Clauses that must, should or must not match, as Lucene's boolean query; scores are added up.</summary>
/// <param name="must">All of them.</param>
/// <param name="should">Raise the score; without <paramref name="must"/> at least one.</param>
/// <param name="mustNot">None of them.</param>
/// <param name="least">Of <paramref name="should"/>.</param>
/// <param name="windows">For what is put together.</param>
internal sealed class BooleanClause(WindowClause[] must, WindowClause[] should, WindowClause[] mustNot, int least, WindowPool windows) : WindowClause
{
    private readonly WindowClause[] must = [.. must.OrderBy(clause => clause.Cost)];
    private readonly byte[]? counts = least > 1 ? new byte[DocWindow.Size] : null;

    public override long Cost => must.Length > 0 ? must.Min(clause => clause.Cost) : should.Sum(clause => clause.Cost);

    /// <summary>What matched in the last window, for whoever asks for it later; kept when not null.</summary>
    public ulong[]? Matched { get; set; }

    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        var any = FillMatching(start, window, within);
        if (Matched is not null)
        {
            if (any) window.Docs.CopyTo(Matched);
            else Matched.AsSpan().Clear();
        }
        return any;
    }

    private bool FillMatching(int start, DocWindow window, DocWindow? within)
    {
        using var rented = windows.Rent();
        var other = rented.Window;
        for (var i = 0; i < must.Length; i++)
        {
            if (!must[i].Fill(start, i == 0 ? window : other, i == 0 ? within : window)) return false;
            if (i == 0) continue;
            window.And(other);
            if (window.IsEmpty) return false;
        }
        if (must.Length == 0 && !FillAny(start, window, other, within)) return false;
        foreach (var clause in mustNot)
        {
            if (clause.Fill(start, other, window)) window.AndNot(other);
        }
        if (mustNot.Length > 0 && window.IsEmpty) return false;
        if (must.Length == 0) return true;
        if (least > 0) return KeepWithEnough(start, window, other);
        foreach (var clause in should)
        {
            if (clause.Fill(start, other, window)) window.AddWhereMatching(other);
        }
        return true;
    }

    private bool FillAny(int start, DocWindow window, DocWindow other, DocWindow? within)
    {
        var any = false;
        counts?.AsSpan().Clear();
        foreach (var clause in should)
        {
            if (!clause.Fill(start, any ? other : window, within)) continue;
            CountIn(any ? other : window);
            if (any) window.Or(other);
            any = true;
        }
        return any && (counts is null || KeepCounted(window));
    }

    /// <summary>Some of what should match must, beside all that must.</summary>
    private bool KeepWithEnough(int start, DocWindow window, DocWindow other)
    {
        using var rented = windows.Rent();
        return FillAny(start, rented.Window, other, window) && KeepBoth(window, rented.Window);
    }

    private static bool KeepBoth(DocWindow window, DocWindow other)
    {
        window.And(other);
        return !window.IsEmpty;
    }

    private void CountIn(DocWindow window)
    {
        if (counts is null) return;
        foreach (var doc in window) counts[doc]++;
    }

    private bool KeepCounted(DocWindow window)
    {
        foreach (var doc in window)
        {
            if (counts![doc] < least) window.Docs[doc >> 6] &= ~(1ul << doc);
        }
        window.KeepMatching();
        return !window.IsEmpty;
    }
}

/// <summary>The best of several clauses, and a share of the others.</summary>
internal sealed class BestClause(WindowClause[] clauses, float tieBreaker, WindowPool windows) : WindowClause
{
    public override long Cost => clauses.Sum(clause => clause.Cost);

    public override bool Fill(int start, DocWindow window, DocWindow? within)
    {
        using var rented = windows.Rent();
        using var sum = windows.Rent();
        var any = false;
        foreach (var clause in clauses)
        {
            if (!clause.Fill(start, any ? rented.Window : window, within)) continue;
            if (tieBreaker > 0) AddTo(sum.Window, any ? rented.Window : window, any);
            if (any) window.OrBest(rented.Window);
            any = true;
        }
        if (any && tieBreaker > 0) window.MoveTo(sum.Window, tieBreaker);
        return any;
    }

    private static void AddTo(DocWindow sum, DocWindow window, bool isBegun)
    {
        if (!isBegun) sum.Clear();
        sum.Or(window);
    }
}

/// <summary>Windows to be used again and again by one search.</summary>
internal sealed class WindowPool
{
    private readonly Stack<DocWindow> free = new();

    public Lease Rent() => new(this, free.TryPop(out var window) ? window : new());

    /// <summary>A window, its content undefined, until disposed.</summary>
    public readonly ref struct Lease(WindowPool pool, DocWindow window)
    {
        public DocWindow Window => window;

        public void Dispose() => pool.free.Push(window);
    }
}

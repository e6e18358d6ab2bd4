using AwardArchive.Archive;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace AwardArchive.Indexing;

/// <summary>A shelf as it is seen.</summary>
internal sealed record ShelfView(AccessClass Class, DirectoryReader Reader);

/// <summary>All shelves at one moment. Whoever looks sees those of their sight, as if there were no others.</summary>
/// <remarks>Sights that see the same shelves share one searcher, made when it is first asked for. Closed when nobody holds it any more.</remarks>
internal sealed class ShelvesView
{
    /// <summary>Others are made for one search.</summary>
    private const int MostSearchers = 1_000;

    private readonly ShelfView[] shelves;
    private readonly Dictionary<string, IndexSearcher> searchers = new(StringComparer.Ordinal);
    private int holders = 1;

    /// <param name="shelves">Their readers are kept until it is closed; whoever makes it holds it.</param>
    public ShelvesView(IEnumerable<ShelfView> shelves)
    {
        this.shelves = [.. shelves];
        foreach (var shelf in this.shelves) shelf.Reader.IncRef();
    }

    /// <returns>Null when it is closed.</returns>
    public SearcherLease? TryAcquire(Sight sight)
    {
        if (!TryHold()) return null;
        try
        {
            int[] seen = [.. Enumerable.Range(0, shelves.Length).Where(i => shelves[i].Class.IsSeenBy(sight))];
            var (searcher, isKept) = SearcherOf(seen);
            return new(searcher, Array.ConvertAll(seen, i => shelves[i]), () =>
            {
                if (!isKept) Close(searcher);
                Release();
            });
        }
        catch
        {
            Release();
            throw;
        }
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref holders) > 0) return;
        foreach (var searcher in searchers.Values) Close(searcher);
        foreach (var shelf in shelves) shelf.Reader.DecRef();
    }

    private bool TryHold()
    {
        while (true)
        {
            var now = Volatile.Read(ref holders);
            if (now == 0) return false;
            if (Interlocked.CompareExchange(ref holders, now + 1, now) == now) return true;
        }
    }

    private (IndexSearcher Searcher, bool IsKept) SearcherOf(int[] seen)
    {
        var key = string.Concat(seen.Select(i => (char)i));
        lock (searchers)
        {
            if (searchers.TryGetValue(key, out var known)) return (known, true);
            var made = IndexGeneration.NewSearcher(Compose(Array.ConvertAll(seen, IndexReader (i) => shelves[i].Reader)));
            var isKept = searchers.Count < MostSearchers;
            if (isKept) searchers[key] = made;
            return (made, isKept);
        }
    }

    /// <summary>One shelf costs nothing more than an index of its own.</summary>
    private static IndexReader Compose(IndexReader[] readers)
    {
        if (readers is not [var only]) return new MultiReader(readers, closeSubReaders: false);
        only.IncRef();
        return only;
    }

    private static void Close(IndexSearcher searcher) => searcher.IndexReader.DecRef();
}

using Lucene.Net.Search;

namespace AwardArchive.Indexing;

/// <summary>Gives a view of the index as it is now: of what <see cref="Archive.Actor.Current"/> may see, as if there were nothing else.</summary>
internal interface ISearcherSource
{
    /// <summary>A view that does not change while it is held; dispose it soon, it keeps old files alive.</summary>
    /// <exception cref="IndexUnavailableException">The index is not open.</exception>
    SearcherLease Acquire();

    /// <summary>True while the index is built anew and may not hold every document yet.</summary>
    bool IsRebuilding { get; }
}

/// <summary>There is no index to ask at the moment. Passing: it is opened again or built anew.</summary>
public sealed class IndexUnavailableException(Exception? inner = null) : IOException("The search index is not open.", inner);

/// <summary>A view of the index, until disposed.</summary>
internal sealed class SearcherLease(IndexSearcher searcher, IReadOnlyList<ShelfView> shelves, Action release) : IDisposable
{
    private Action? release = release;

    public IndexSearcher Searcher { get; } = searcher;

    /// <summary>What it is made of.</summary>
    public IReadOnlyList<ShelfView> Shelves { get; } = shelves;

    public void Dispose() => Interlocked.Exchange(ref release, null)?.Invoke();
}

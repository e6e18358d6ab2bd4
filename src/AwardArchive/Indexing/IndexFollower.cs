using System.Collections.Concurrent;
using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Indexing;

/// <summary>What the index is doing, for the health check.</summary>
internal enum IndexState
{
    /// <summary>Not open yet.</summary>
    Opening,

    /// <summary>Built from nothing; answers with what it has so far.</summary>
    Rebuilding,

    /// <summary>Up with the catalog, or catching up with its latest changes.</summary>
    Following,

    /// <summary>Cannot be opened or written; tried again.</summary>
    Failed,
}

/// <summary>Keeps this machine's index equal to the catalog: follows the change feed, commits, opens what a kill left, builds anew.</summary>
/// <remarks>
/// The only writer. All writing happens in one loop, so a second index that is being built (<see cref="ReindexAsync"/>) and the one that
/// answers meanwhile need no locks between them.
/// </remarks>
internal sealed partial class IndexFollower(
    ChangeFeed feed, IOptions<IndexingOptions> options, IOptions<ArchiveOptions> archive, TimeProvider time, ILogger<IndexFollower> log)
    : BackgroundService, ISearcherSource
{
    /// <summary>Changes between two looks at whether to stop, commit or answer.</summary>
    private const int Batch = 64;

    /// <summary>Between two views while it is behind; once it has caught up, each change is seen at once.</summary>
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    /// <summary>Changes of a second index between two commits.</summary>
    private const int BuildChunk = 4_096;

    /// <summary>An index that lacks more changes than this says that it is being rebuilt.</summary>
    private const int Behind = 1_000;

    private readonly IndexFolder folder = new(archive.Value.IndexFolder);
    private readonly Signal work = new();
    private readonly Signal progress = new();
    private readonly ConcurrentQueue<(IReadOnlyList<Guid> Ids, TaskCompletionSource Done)> again = new();

    private volatile IndexGeneration? current;
    private IndexGeneration? building;
    private TaskCompletionSource? reindexing;
    private long rebuildUntil;
    private long commitWanted;
    private long searchable;
    private long committed;

    public IndexState State { get; private set; }

    public bool IsRebuilding => State == IndexState.Rebuilding;

    /// <summary>The last change that is searchable; 0 when the index is not open.</summary>
    public long Reached => Volatile.Read(ref searchable);

    /// <summary>How many changes of the catalog, as it was at the last look, are not searchable here yet.</summary>
    public long Lag => Math.Max(0, feed.LastSeen - Reached);

    /// <summary>Says that the catalog has changed, so that nobody waits for the next look.</summary>
    public void Nudge() => work.Set();

    /// <summary>Waits until this change of the catalog is searchable here.</summary>
    public async Task WaitUntilAsync(long change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = progress.Next;
            if (Reached >= change) return;
            Nudge();
            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until everything that is in the catalog now is searchable, here and for other processes, and until nothing is left of what has moved where
    /// others see it.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var last = await feed.LastChangeAsync(cancellationToken);
        InterlockedMax(ref commitWanted, last);
        while (true)
        {
            var next = progress.Next;
            if (Volatile.Read(ref committed) >= last && current is { IsPurging: false }) return;
            Nudge();
            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Builds a second index from the catalog while the present one answers, then puts it in its place.</summary>
    /// <returns>Ends when the new index answers; asked again meanwhile, the same task.</returns>
    /// <exception cref="IOException">It could not be built; the present one stays.</exception>
    public Task ReindexAsync(CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Interlocked.CompareExchange(ref reindexing, mine, null) ?? mine;
        Nudge();
        return running.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes documents from the catalog once more: what the index lacks comes in, what it should not have goes out.</summary>
    /// <returns>Ends when it is searchable and survives a kill.</returns>
    /// <exception cref="IndexUnavailableException">The index was closed meanwhile.</exception>
    public Task PutAgainAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        again.Enqueue((ids, done));
        Nudge();
        return done.Task.WaitAsync(cancellationToken);
    }

    public SearcherLease Acquire()
    {
        while (true)
        {
            var index = current ?? throw new IndexUnavailableException();
            try
            {
                return index.Acquire(Actor.Current.Sight);
            }
            catch (ObjectDisposedException e)
            {
                // Replaced between the two lines above: the next one answers.
                if (ReferenceEquals(index, current)) throw new IndexUnavailableException(e);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                current = await OpenAsync(stoppingToken);
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                Close(commit: true);
                return;
            }
            catch (Exception e)
            {
                // Lucene drops what it held in memory when a write fails: go back to the last commit and follow from there.
                Log.Failed(log, e);
                Close(commit: false);
                State = IndexState.Failed;
                await Task.Delay(options.Value.RetryInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<IndexGeneration> OpenAsync(CancellationToken cancellationToken)
    {
        var (catalog, lastChange) = await feed.IdentifyAsync(cancellationToken);
        var name = folder.FindCurrent();
        folder.DeleteAllBut(name, folder.FindBuilding());
        if (name is not null)
        {
            try
            {
                var index = IndexGeneration.Open(name, folder.FolderOf(name), catalog, lastChange, options.Value.RamBufferMiB);
                // A rebuild that was interrupted goes on, and says so again.
                rebuildUntil = lastChange;
                Announce(index, lastChange - index.Reached > Behind ? IndexState.Rebuilding : IndexState.Following);
                building = ReopenBuilding(name, catalog, lastChange);
                if (building is not null) Interlocked.CompareExchange(ref reindexing, new(TaskCreationOptions.RunContinuationsAsynchronously), null);
                return index;
            }
            catch (IndexDamagedException e)
            {
                Log.SetAside(log, e);
                folder.SetAside(name);
            }
        }
        rebuildUntil = lastChange;
        if (lastChange > 0) Log.Rebuilding(log, lastChange);
        var fresh = Create(catalog);
        folder.MakeCurrent(fresh.Name);
        Announce(fresh, lastChange > 0 ? IndexState.Rebuilding : IndexState.Following);
        return fresh;
    }

    /// <summary>The second index that was being built when the process stopped.</summary>
    private IndexGeneration? ReopenBuilding(string inUse, Guid catalog, long lastChange)
    {
        if (folder.FindBuilding() is not { } name) return null;
        if (name == inUse)
        {
            folder.EndBuilding(); // stopped just after it took its place
            return null;
        }
        try
        {
            var half = IndexGeneration.Open(name, folder.FolderOf(name), catalog, lastChange, options.Value.RamBufferMiB);
            Log.Resuming(log, half.Reached, lastChange);
            return half;
        }
        catch (IndexDamagedException)
        {
            folder.EndBuilding();
            folder.Delete(name);
            return null;
        }
    }

    private IndexGeneration Create(Guid catalog)
    {
        var name = folder.Create();
        return IndexGeneration.Create(name, folder.FolderOf(name), catalog, options.Value.RamBufferMiB);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var lastCommit = time.GetTimestamp();
        var lastRefresh = 0L; // the first batch is seen at once
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var index = current!;
            var woken = work.Next;
            bool more;
            try
            {
                more = await feed.FollowAsync(index, Batch, cancellationToken) == Batch;
            }
            catch (Exception e) when (Away.Is(e))
            {
                // The index answers meanwhile as it is.
                Log.CatalogAway(log, e.Message);
                await Task.Delay(options.Value.RetryInterval, time, cancellationToken);
                continue;
            }
            var due = index.Reached > index.Committed
                && (index.IsWide || Volatile.Read(ref commitWanted) > index.Committed || time.GetElapsedTime(lastCommit) >= options.Value.CommitInterval);
            // While it is far behind, a view after each batch would cut the index into small segments, all to be merged again.
            var isSeen = !more || due || time.GetElapsedTime(lastRefresh) >= RefreshInterval;
            if (isSeen && index.Reached > Reached)
            {
                index.Refresh();
                lastRefresh = time.GetTimestamp();
            }
            if (due)
            {
                index.Commit();
                lastCommit = time.GetTimestamp();
            }
            var state = IsRebuilding && index.Reached < rebuildUntil ? IndexState.Rebuilding : IndexState.Following;
            if (isSeen) Announce(index, state);
            await PutWantedAsync(index, cancellationToken);
            Purge(index, begin: !more);
            if (reindexing is not null) more |= await BuildAsync(cancellationToken);
            if (!more) await Task.WhenAny(woken, Task.Delay(options.Value.PollInterval, time, cancellationToken), current!.Purge ?? woken);
        }
    }

    private async Task PutWantedAsync(IndexGeneration index, CancellationToken cancellationToken)
    {
        while (again.TryPeek(out var wanted))
        {
            await feed.PutAgainAsync(index, wanted.Ids, cancellationToken);
            index.Refresh();
            index.Commit();
            again.TryDequeue(out _);
            wanted.Done.TrySetResult();
        }
    }

    /// <summary>Once it has caught up, what moved to another shelf is taken out of the files of its former one.</summary>
    private void Purge(IndexGeneration index, bool begin)
    {
        if (begin) index.BeginPurge();
        if (!index.EndPurge()) return;
        index.Refresh();
        index.Commit();
        Announce(index, State);
    }

    /// <summary>Goes on building the second index; swaps when it has reached the first.</summary>
    /// <returns>True when there is more to do at once.</returns>
    private async Task<bool> BuildAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (building is null)
            {
                var (catalog, lastChange) = await feed.IdentifyAsync(cancellationToken);
                building = Create(catalog);
                folder.BeginBuilding(building.Name);
                Log.Reindexing(log, lastChange);
            }
            if (await feed.FollowAsync(building, Batch, cancellationToken) == Batch)
            {
                // What is committed need not be built again after a kill.
                if (building.IsWide || building.Reached - building.Committed >= BuildChunk) CommitBuilding(building);
                return true;
            }
            Swap(building);
            EndReindex(null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.ReindexFailed(log, e);
            EndReindex(e);
        }
        return false;
    }

    private static void CommitBuilding(IndexGeneration index)
    {
        index.Refresh(); // nobody looks, but what has been put need not be remembered
        index.Commit();
    }

    private void Swap(IndexGeneration next)
    {
        CommitBuilding(next);
        folder.MakeCurrent(next.Name);
        folder.EndBuilding();
        var old = current!;
        (current, building) = (next, null);
        Announce(next, IndexState.Following);
        Discard(old);
        Log.Swapped(log, next.Reached);
    }

    private void EndReindex(Exception? error)
    {
        if (building is { } half)
        {
            building = null;
            Abandon(half);
        }
        var ended = Interlocked.Exchange(ref reindexing, null);
        if (error is null) ended?.SetResult();
        else ended?.SetException(error);
    }

    private void Announce(IndexGeneration index, IndexState state)
    {
        State = state;
        Volatile.Write(ref searchable, index.Reached);
        Volatile.Write(ref committed, index.Committed);
        progress.Set();
    }

    private void Close(bool commit)
    {
        State = IndexState.Opening;
        var (index, half) = (current, building);
        (current, building) = (null, null);
        Volatile.Write(ref searchable, 0);
        Volatile.Write(ref committed, 0);
        if (commit && half is not null) Keep(half);
        else if (half is not null) Abandon(half);
        Interlocked.Exchange(ref reindexing, null)?.SetException(new IndexUnavailableException());
        while (again.TryDequeue(out var wanted)) wanted.Done.TrySetException(new IndexUnavailableException());
        if (index is null) return;
        if (commit) Keep(index);
        else Try(index.Dispose);
    }

    /// <summary>Closes it at what it has reached.</summary>
    private void Keep(IndexGeneration index)
    {
        if (index.Reached > index.Committed) Try(index.Commit);
        Try(index.Dispose);
    }

    private void Abandon(IndexGeneration half)
    {
        Try(folder.EndBuilding);
        Discard(half);
    }

    private void Discard(IndexGeneration index)
    {
        Try(index.Dispose);
        Try(() => folder.Delete(index.Name)); // what stays is deleted at the next start
    }

    /// <summary>The catalog has everything: what an index loses while it is closed is followed again from its last commit.</summary>
    private void Try(Action close)
    {
        try
        {
            close();
        }
        catch (Exception e)
        {
            Log.Failed(log, e);
        }
    }

    private static void InterlockedMax(ref long target, long value)
    {
        var seen = Volatile.Read(ref target);
        while (seen < value)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The index is set aside and built anew from the catalog.")]
        public static partial void SetAside(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Information, "Building the index from the catalog, up to change {LastChange}.")]
        public static partial void Rebuilding(ILogger logger, long lastChange);

        [LoggerMessage(LogLevel.Information, "Building a second index from the catalog, up to change {LastChange}.")]
        public static partial void Reindexing(ILogger logger, long lastChange);

        [LoggerMessage(LogLevel.Information, "Going on to build a second index, from change {Change} to {LastChange}.")]
        public static partial void Resuming(ILogger logger, long change, long lastChange);

        [LoggerMessage(LogLevel.Information, "The new index answers, at change {Change}.")]
        public static partial void Swapped(ILogger logger, long change);

        [LoggerMessage(LogLevel.Error, "The second index could not be built; the present one stays.")]
        public static partial void ReindexFailed(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Warning, "The catalog cannot be followed now: {Why}")]
        public static partial void CatalogAway(ILogger logger, string why);

        [LoggerMessage(LogLevel.Error, "The index failed; it is opened again at its last commit.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}

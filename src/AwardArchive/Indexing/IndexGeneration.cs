using AwardArchive.Archive;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace AwardArchive.Indexing;

/// <summary>One index, open for writing, with the number of the last change it holds: a shelf for each access class of its papers.</summary>
/// <remarks>
/// The open shelf is always there. It is committed last, and its commit names those of the others: what a kill leaves of them beyond it does not count, so that
/// a paper on its way from one shelf to another is on one of them always. Puts come from several threads, all else from one.
/// </remarks>
internal sealed class IndexGeneration : IDisposable
{
    /// <summary>Shelves that are kept ready for writing; those in which nothing was written for longest go first.</summary>
    private const int MostWriters = 8;

    private readonly DirectoryInfo folder;
    private readonly Guid catalog;
    private readonly int ramBufferMiB;
    private readonly System.Threading.Lock making = new();

    // The open one is the first. Another array is set, never this one changed.
    private volatile Shelf[] shelves;
    private volatile ShelvesView view;
    private volatile Task? purge;
    private Shelf[] purged = [];
    private volatile bool closed;

    private IndexGeneration(string name, DirectoryInfo folder, Guid catalog, Shelf[] shelves, long reached, int ramBufferMiB)
    {
        (Name, this.folder, this.catalog, this.shelves, this.ramBufferMiB) = (name, folder, catalog, shelves, ramBufferMiB);
        Reached = Committed = reached;
        view = NewView();
    }

    public string Name { get; }

    /// <summary>Every change up to this number is in the index, but searchable only after <see cref="Refresh"/>.</summary>
    public long Reached { get; private set; }

    /// <summary>Every change up to this number survives a kill.</summary>
    public long Committed { get; private set; }

    /// <summary>More shelves are ready for writing than shall be: a commit closes some.</summary>
    public bool IsWide => shelves.Count(shelf => shelf.HasWriter) > 2 * MostWriters;

    /// <summary>Words of papers that left a shelf are still in it.</summary>
    public bool IsPurging => purge is not null || Array.Exists(shelves, shelf => shelf.HasLeft);

    /// <summary>Ends when <see cref="EndPurge"/> has something to do; null while nothing is purged.</summary>
    public Task? Purge => purge;

    /// <summary>Opens a generation at its last commit.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="catalog">The catalog that it must be of.</param>
    /// <param name="lastChange">The newest change of that catalog.</param>
    /// <param name="ramBufferMiB">See <see cref="IndexingOptions.RamBufferMiB"/>.</param>
    /// <exception cref="IndexDamagedException">It cannot be read, or is not an index of this catalog by this program.</exception>
    /// <exception cref="IOException">It cannot be opened at the moment.</exception>
    public static IndexGeneration Open(string name, DirectoryInfo folder, Guid catalog, long lastChange, int ramBufferMiB)
    {
        var opened = new List<Shelf>();
        try
        {
            var open = Shelf.Open(AccessClass.Open, folder, file: null, ramBufferMiB);
            opened.Add(open);
            var commit = GenerationCommit.Parse(open.Reader!.IndexCommit.UserData);
            if (commit.Catalog != catalog) throw new IndexDamagedException("The index is of another catalog.");
            if (commit.Change > lastChange) throw new IndexDamagedException("The index is ahead of the catalog.");
            foreach (var shelf in commit.Shelves) opened.Add(Shelf.Open(shelf.Class, folder, shelf.File, ramBufferMiB));
            foreach (var left in opened.Where(shelf => commit.Left.Contains(shelf.Class.Key))) left.NoteLeft();
            DeleteAllBut(folder, opened);
            return new(name, folder, catalog, [.. opened], commit.Change, ramBufferMiB);
        }
        catch (Exception e)
        {
            foreach (var shelf in opened) shelf.Dispose();
            if (e is IndexDamagedException or UnauthorizedAccessException || Posix.IsStorageFull(e)) throw;
            throw new IndexDamagedException("The index cannot be opened.", e);
        }
    }

    /// <summary>Makes an index of nothing in an empty folder, and commits it.</summary>
    public static IndexGeneration Create(string name, DirectoryInfo folder, Guid catalog, int ramBufferMiB)
    {
        var open = Shelf.Create(AccessClass.Open, folder, ramBufferMiB);
        open.Commit(new GenerationCommit(0, catalog, [], []).ToUserData());
        open.Refresh();
        return new IndexGeneration(name, folder, catalog, [open], reached: 0, ramBufferMiB);
    }

    /// <summary>How files are read: see docs/decisions on the index's directory.</summary>
    /// <remarks>No lock: the one process that holds the data folder writes, and a lock that outlives a failed writer would keep it out.</remarks>
    public static FSDirectory OpenDirectory(DirectoryInfo folder) => new MappedDirectory(folder, NoLockFactory.GetNoLockFactory());

    /// <summary>Searches as this program ranks.</summary>
    public static IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new BM25Similarity() };

    /// <summary>Brings one document to its present state: on the shelf of its class, and on no other.</summary>
    /// <param name="id">Of the document.</param>
    /// <param name="access">Who may see it.</param>
    /// <param name="indexed">Null takes it out.</param>
    public void Put(Guid id, AccessClass access, Lucene.Net.Documents.Document? indexed)
    {
        var place = indexed is null ? null : ShelfOf(access);
        foreach (var shelf in shelves)
        {
            if (shelf != place && shelf.MayHave(id)) shelf.TakeOut(id, isMoved: place is not null);
        }
        place?.Put(id, indexed!);
    }

    /// <summary>Notes that all changes up to this number are put.</summary>
    public void Reach(long change) => Reached = change;

    /// <summary>Makes what is put searchable, here: all of it at once.</summary>
    public void Refresh()
    {
        var isChanged = false;
        foreach (var shelf in shelves) isChanged |= shelf.Refresh();
        if (!isChanged) return;
        var before = view;
        view = NewView();
        before.Release();
    }

    /// <summary>Makes what is put survive a kill, and searchable for other processes.</summary>
    public void Commit()
    {
        var (open, others) = (shelves[0], shelves[1..]);
        foreach (var shelf in others) shelf.Commit();
        var empty = purge is null ? Array.FindAll(others, shelf => shelf.IsEmpty) : [];
        var listed = others.Except(empty).ToList();
        open.Commit(new GenerationCommit(
            Reached, catalog, [.. listed.Select(shelf => new ShelfCommit(shelf.Class, shelf.File!))],
            [.. shelves.Where(shelf => shelf.HasLeft || purged.Contains(shelf)).Select(shelf => shelf.Class.Key)]).ToUserData());
        Committed = Reached;
        shelves = [open, .. listed];
        foreach (var shelf in empty) shelf.Delete();
        if (purge is not null) return;
        foreach (var shelf in listed.Where(shelf => shelf.HasWriter).OrderByDescending(shelf => shelf.LastWritten).Skip(MostWriters)) shelf.CloseWriter();
    }

    /// <summary>
    /// Begins to take the words of papers that left a shelf out of it, beside everything else: until then they weigh in the scores of those who see that
    /// shelf, and in what is proposed to them, as the words of a deleted paper do.
    /// </summary>
    public void BeginPurge()
    {
        if (purge is not null) return;
        purged = Array.FindAll(shelves, shelf => shelf.HasLeft);
        if (purged.Length == 0) return;
        var work = Array.ConvertAll(purged, shelf => shelf.BeginPurge());
        purge = Task.Run(() => Array.ForEach(work, run => run()));
    }

    /// <summary>Takes over what was purged; it is still to be refreshed and committed.</summary>
    /// <returns>False when there is nothing to take over yet.</returns>
    /// <exception cref="IOException">It could not be done.</exception>
    public bool EndPurge()
    {
        if (purge is not { IsCompleted: true } ended) return false;
        foreach (var shelf in purged) shelf.EndPurge();
        (purge, purged) = (null, []);
        ended.GetAwaiter().GetResult();
        return true;
    }

    /// <summary>The shelves that somebody sees, as one index.</summary>
    /// <exception cref="ObjectDisposedException">The generation is closed.</exception>
    public SearcherLease Acquire(Sight sight)
    {
        while (true)
        {
            // Null: replaced between two lines.
            if (view.TryAcquire(sight) is { } lease) return lease;
            ObjectDisposedException.ThrowIf(closed, this);
        }
    }

    /// <summary>Closes it at its last commit; views that are still held stay readable.</summary>
    public void Dispose()
    {
        if (closed) return;
        closed = true;
        view.Release();
        foreach (var shelf in shelves) shelf.Dispose();
        _ = purge?.ContinueWith(ended => _ = ended.Exception, TaskScheduler.Default); // was stopped by that
    }

    private ShelvesView NewView() => new(shelves.Where(shelf => shelf.Reader is not null).Select(shelf => new ShelfView(shelf.Class, shelf.Reader!)));

    private Shelf ShelfOf(AccessClass access)
    {
        if (Find() is { } known) return known;
        lock (making)
        {
            if (Find() is { } made) return made;
            var shelf = Shelf.Create(access, folder, ramBufferMiB);
            shelves = [.. shelves, shelf];
            return shelf;
        }

        Shelf? Find() => Array.Find(shelves, shelf => shelf.Class.Equals(access));
    }

    /// <summary>Shelves that no commit names: made and then killed, or empty and not deleted yet.</summary>
    private static void DeleteAllBut(DirectoryInfo folder, IEnumerable<Shelf> shelves)
    {
        var known = shelves.Select(shelf => Shelf.FolderOf(shelf.Class, folder).Name).ToHashSet();
        foreach (var other in folder.EnumerateDirectories().Where(other => !known.Contains(other.Name))) other.Delete(recursive: true);
    }
}

/// <summary>An index that must be built anew.</summary>
internal sealed class IndexDamagedException(string message, Exception? inner = null) : Exception(message, inner);

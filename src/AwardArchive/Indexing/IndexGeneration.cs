using System.Globalization;
using AwardArchive.Archive;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace AwardArchive.Indexing;

/// <summary>One index, open for writing, with the number of the last change it holds.</summary>
internal sealed class IndexGeneration : IDisposable
{
    private const string ChangeKey = "change";
    private const string CatalogKey = "catalog";
    private const string VersionKey = "version";

    private readonly FSDirectory directory;
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;
    private readonly Guid catalog;
    private bool closed;

    private IndexGeneration(string name, FSDirectory directory, IndexWriter writer, Guid catalog, long reached)
    {
        (Name, this.directory, this.writer, this.catalog) = (name, directory, writer, catalog);
        Reached = Committed = reached;
        searchers = new SearcherManager(writer, applyAllDeletes: true, new Searchers());
    }

    public string Name { get; }

    /// <summary>Every change up to this number is in the index, but searchable only after <see cref="Refresh"/>.</summary>
    public long Reached { get; private set; }

    /// <summary>Every change up to this number survives a kill.</summary>
    public long Committed { get; private set; }

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
        var directory = OpenDirectory(folder);
        try
        {
            var reached = Check(folder, catalog, lastChange);
            return new IndexGeneration(name, directory, OpenWriter(directory, ramBufferMiB), catalog, reached);
        }
        catch (Exception e)
        {
            directory.Dispose();
            if (e is IndexDamagedException or UnauthorizedAccessException || Posix.IsStorageFull(e)) throw;
            throw new IndexDamagedException("The index cannot be opened.", e);
        }
    }

    /// <summary>Makes an index of nothing in an empty folder, and commits it.</summary>
    public static IndexGeneration Create(string name, DirectoryInfo folder, Guid catalog, int ramBufferMiB)
    {
        var directory = OpenDirectory(folder);
        var index = new IndexGeneration(name, directory, OpenWriter(directory, ramBufferMiB), catalog, reached: 0);
        index.Commit();
        return index;
    }

    /// <summary>How files are read: see docs/decisions on the index's directory.</summary>
    /// <remarks>No lock: the one process that holds the data folder writes, and a lock that outlives a failed writer would keep it out.</remarks>
    public static FSDirectory OpenDirectory(DirectoryInfo folder) => new MappedDirectory(folder, NoLockFactory.GetNoLockFactory());

    /// <summary>Searches as this program ranks.</summary>
    public static IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new BM25Similarity() };

    /// <summary>Brings one document to its present state.</summary>
    /// <param name="id">Of the document.</param>
    /// <param name="indexed">Null takes it out.</param>
    public void Put(Guid id, Lucene.Net.Documents.Document? indexed)
    {
        if (indexed is null) writer.DeleteDocuments(IndexedDocument.TermOf(id));
        else writer.UpdateDocument(IndexedDocument.TermOf(id), indexed);
    }

    /// <summary>Notes that all changes up to this number are put.</summary>
    public void Reach(long change) => Reached = change;

    /// <summary>Makes what is put searchable, here.</summary>
    public void Refresh() => searchers.MaybeRefreshBlocking();

    /// <summary>Makes what is put survive a kill, and searchable for other processes.</summary>
    public void Commit()
    {
        writer.SetCommitData(new Dictionary<string, string>
        {
            [ChangeKey] = Reached.ToString(CultureInfo.InvariantCulture),
            [CatalogKey] = catalog.ToString("N"),
            [VersionKey] = IndexFields.Version,
        });
        writer.Commit();
        Committed = Reached;
    }

    /// <exception cref="ObjectDisposedException">The generation is closed.</exception>
    public SearcherLease Acquire()
    {
        var searcher = searchers.Acquire();
        return new SearcherLease(searcher, () => searchers.Release(searcher));
    }

    /// <summary>Closes it at its last commit; views that are still held stay readable.</summary>
    public void Dispose()
    {
        if (closed) return;
        closed = true;
        searchers.Dispose();
        try
        {
            writer.Rollback();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Files it cannot delete are cleared away, or noticed, when the index is opened again.
        }
        directory.Dispose();
    }

    /// <summary>Reads every byte by calls: a disk that fails is an error then, where a mapped one would end the process.</summary>
    private static long Check(DirectoryInfo folder, Guid catalog, long lastChange)
    {
        using var directory = new NIOFSDirectory(folder, NoLockFactory.GetNoLockFactory());
        using var reader = DirectoryReader.Open(directory);
        var data = reader.IndexCommit.UserData;
        if (!data.TryGetValue(VersionKey, out var version) || version != IndexFields.Version)
            throw new IndexDamagedException("The index is of another version.");
        if (!data.TryGetValue(CatalogKey, out var of) || of != catalog.ToString("N"))
            throw new IndexDamagedException("The index is of another catalog.");
        if (!data.TryGetValue(ChangeKey, out var text) || !long.TryParse(text, CultureInfo.InvariantCulture, out var change))
            throw new IndexDamagedException("The index does not say which changes it holds.");
        if (change > lastChange)
            throw new IndexDamagedException("The index is ahead of the catalog.");
        foreach (var leaf in reader.Leaves) leaf.AtomicReader.CheckIntegrity(); // each file against its checksum
        return change;
    }

    private static IndexWriter OpenWriter(FSDirectory directory, int ramBufferMiB) =>
        new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new PageGapAnalyzer())
        {
            RAMBufferSizeMB = ramBufferMiB,
            Similarity = new BM25Similarity(),
        });

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => IndexGeneration.NewSearcher(reader);
    }
}

/// <summary>An index that must be built anew.</summary>
internal sealed class IndexDamagedException(string message, Exception? inner = null) : Exception(message, inner);

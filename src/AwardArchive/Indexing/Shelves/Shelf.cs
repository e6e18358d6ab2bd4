using System.Security.Cryptography;
using System.Text;
using AwardArchive.Archive;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace AwardArchive.Indexing;

/// <summary>The papers of one access class: a Lucene index of their own, so that nothing of them can be told from another one.</summary>
/// <remarks>Has a writer only once it is written to. Put and taken out from several threads; all else by one.</remarks>
internal sealed class Shelf : IDisposable
{
    /// <summary>Memory of shelves other than the open one, of which there may be many.</summary>
    private const int MostRamBufferMiB = 4;

    /// <summary>Half of Lucene's: what a search costs beside its postings it costs for each segment of each shelf, and many shelves are small.</summary>
    private const int SegmentsPerTier = 5;

    private readonly FSDirectory directory;
    private readonly DirectoryInfo folder;
    private readonly int ramBufferMiB;
    private readonly LastCommits commits;
    private readonly System.Threading.Lock gate = new();
    private readonly HashSet<Guid> putSince = [];

    private IndexWriter? writer;
    private string? file;
    private bool isChanged;
    private bool isUncommitted;

    private Shelf(AccessClass access, DirectoryInfo folder, int ramBufferMiB)
    {
        (Class, this.folder) = (access, folder);
        this.ramBufferMiB = IsOpen ? ramBufferMiB : Math.Min(ramBufferMiB, MostRamBufferMiB);
        commits = new(IsOpen ? 1 : 2);
        directory = IndexGeneration.OpenDirectory(folder);
    }

    public AccessClass Class { get; }

    /// <summary>What is searched; null before the first <see cref="Refresh"/> of a new one. Kept by whoever needs it longer.</summary>
    public DirectoryReader? Reader { get; private set; }

    /// <summary>The file of the last commit; null before the first.</summary>
    public string? File => writer is null ? file : commits.File;

    public bool HasWriter => writer is not null;

    /// <summary>Papers left it for another shelf, and their words are still in it.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>When it was last written to: greater is later.</summary>
    public long LastWritten { get; private set; }

    private bool IsOpen => Class.Equals(AccessClass.Open);

    /// <summary>Opens a shelf at one of its commits. Later ones do not count and are deleted.</summary>
    /// <param name="file">The commit; null for the newest.</param>
    /// <exception cref="IndexDamagedException">There is no such commit.</exception>
    /// <remarks>Reads every byte by calls first: a disk that fails is an error then, where a mapped one would end the process.</remarks>
    public static Shelf Open(AccessClass access, DirectoryInfo generation, string? file, int ramBufferMiB)
    {
        var folder = FolderOf(access, generation);
        if (file is not null) RollBack(folder, file);
        Check(folder);
        var shelf = new Shelf(access, folder, ramBufferMiB);
        try
        {
            shelf.Reader = DirectoryReader.Open(shelf.directory);
            shelf.file = shelf.Reader.IndexCommit.SegmentsFileName;
            return shelf;
        }
        catch
        {
            shelf.Dispose();
            throw;
        }
    }

    /// <summary>Makes a shelf with nothing on it, and nothing committed.</summary>
    public static Shelf Create(AccessClass access, DirectoryInfo generation, int ramBufferMiB)
    {
        var folder = FolderOf(access, generation);
        if (folder.Exists) folder.Delete(recursive: true); // one that could not be deleted when it was empty
        folder.Create();
        Posix.FlushFolder(generation.FullName);
        return new(access, folder, ramBufferMiB);
    }

    public static DirectoryInfo FolderOf(AccessClass access, DirectoryInfo generation)
    {
        var level = access.Level.ToString().ToLowerInvariant();
        var name = access.Groups.IsEmpty ? level : $"{level}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(access.Key)))[..32]}";
        return new(Path.Combine(generation.FullName, name));
    }

    /// <summary>Whether a document may be on it: if not, it is not.</summary>
    public bool MayHave(Guid id)
    {
        lock (gate)
        {
            if (putSince.Contains(id)) return true;
        }
        return Reader is not null && IndexedDocument.FindVersions(Reader, id).Count > 0;
    }

    /// <summary>Brings a document to its present state.</summary>
    public void Put(Guid id, Lucene.Net.Documents.Document indexed) => WriterFor(() => putSince.Add(id)).UpdateDocument(IndexedDocument.TermOf(id), indexed);

    /// <param name="isMoved">It is on another shelf from now on.</param>
    public void TakeOut(Guid id, bool isMoved) => WriterFor(() => HasLeft |= isMoved).DeleteDocuments(IndexedDocument.TermOf(id));

    /// <summary>Makes what was put searchable.</summary>
    /// <returns>False when nothing was.</returns>
    public bool Refresh()
    {
        if (!isChanged && (Reader is not null || writer is null)) return false;
        var next = Reader is null ? DirectoryReader.Open(writer, applyAllDeletes: true) : DirectoryReader.OpenIfChanged(Reader, writer, applyAllDeletes: true);
        isChanged = false;
        putSince.Clear();
        if (next is null) return false;
        Reader?.DecRef();
        Reader = next;
        return true;
    }

    /// <summary>Makes what was put survive a kill.</summary>
    /// <param name="data">Kept with it; null: commits only if there is something to commit.</param>
    public void Commit(IDictionary<string, string>? data = null)
    {
        if (data is null && !isUncommitted) return;
        var open = Writer();
        if (data is not null) open.SetCommitData(data);
        open.Commit();
        isUncommitted = false;
    }

    /// <summary>Whether nothing is on it, as of its last commit.</summary>
    public bool IsEmpty => writer is { } open ? !isUncommitted && open.NumDocs == 0 : Reader!.NumDocs == 0;

    /// <summary>Papers left it before it was opened, and their words are still in it.</summary>
    public void NoteLeft() => HasLeft = true;

    /// <returns>Takes the words of papers that left it out of its files. May take a while; others may write meanwhile.</returns>
    public Action BeginPurge()
    {
        lock (gate)
        {
            HasLeft = false;
            var purging = Writer();
            return () => purging.ForceMergeDeletes(doWait: true);
        }
    }

    /// <summary>What was purged shall be seen and committed.</summary>
    public void EndPurge() => (isChanged, isUncommitted) = (true, true);

    /// <summary>Gives the writer's memory back where nothing waits to be seen or committed.</summary>
    public void CloseWriter()
    {
        if (writer is null || isChanged || isUncommitted) return;
        file = commits.File;
        writer.Rollback();
        writer = null;
    }

    /// <summary>Deletes its files; what still reads them goes on reading.</summary>
    public void Delete()
    {
        Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>Closes it at its last commit.</summary>
    public void Dispose()
    {
        try
        {
            writer?.Rollback();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Files it cannot delete are cleared away, or noticed, when the index is opened again.
        }
        writer = null;
        Reader?.DecRef();
        Reader = null;
        directory.Dispose();
    }

    private IndexWriter WriterFor(Action note)
    {
        lock (gate)
        {
            note();
            (isChanged, isUncommitted) = (true, true);
            LastWritten = Environment.TickCount64;
            return Writer();
        }
    }

    private IndexWriter Writer() => writer ??= new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new PageGapAnalyzer())
    {
        RAMBufferSizeMB = ramBufferMiB,
        Similarity = new BM25Similarity(),
        IndexDeletionPolicy = commits,
        // Forced merges of deletes are those of a purge.
        MergePolicy = new TieredMergePolicy { ForceMergeDeletesPctAllowed = 0, MaxMergeAtOnce = SegmentsPerTier, SegmentsPerTier = SegmentsPerTier },
    });

    private static void RollBack(DirectoryInfo folder, string file)
    {
        if (!System.IO.File.Exists(Path.Combine(folder.FullName, file))) throw new IndexDamagedException("The index lacks a shelf, or its commit.");
        foreach (var other in folder.EnumerateFiles("segments*"))
        {
            if (other.Name != file) other.Delete();
        }
    }

    private static void Check(DirectoryInfo folder)
    {
        using var directory = new NIOFSDirectory(folder, NoLockFactory.GetNoLockFactory());
        using var reader = DirectoryReader.Open(directory);
        foreach (var leaf in reader.Leaves) leaf.AtomicReader.CheckIntegrity(); // each file against its checksum
    }
}

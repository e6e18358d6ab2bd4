using AwardArchive.Archive;
using Lucene.Net.Index;
using Microsoft.Extensions.Options;

namespace AwardArchive.Indexing;

/// <summary>The index as last committed, for a command beside a running server: takes no lock and changes nothing.</summary>
internal sealed class ReadOnlyIndex(IOptions<ArchiveOptions> archive) : ISearcherSource
{
    private const int Tries = 5;

    private readonly IndexFolder folder = new(archive.Value.IndexFolder);

    /// <summary>A committed index says nothing about what it lacks.</summary>
    public bool IsRebuilding => false;

    public SearcherLease Acquire()
    {
        for (var attempt = 1; ; attempt++)
        {
            var name = folder.FindCurrent();
            try
            {
                return Look(name is null ? [] : OpenShelves(folder.FolderOf(name)));
            }
            catch (Exception e) when (e is not UnauthorizedAccessException)
            {
                // A generation that a server has just replaced, unless it is so every time.
                if (attempt == Tries) throw new IndexUnavailableException(e);
            }
        }
    }

    private static SearcherLease Look(List<ShelfView> shelves)
    {
        var view = new ShelvesView(shelves);
        foreach (var shelf in shelves) shelf.Reader.DecRef(); // the view has them
        var lease = view.TryAcquire(Actor.Current.Sight)!;
        view.Release(); // the lease has it
        return lease;
    }

    /// <summary>All shelves as the last commit names them.</summary>
    private static List<ShelfView> OpenShelves(DirectoryInfo generation)
    {
        var opened = new List<ShelfView>();
        try
        {
            Open(AccessClass.Open, file: null);
            foreach (var shelf in GenerationCommit.Parse(opened[0].Reader.IndexCommit.UserData).Shelves) Open(shelf.Class, shelf.File);
            return opened;
        }
        catch
        {
            foreach (var shelf in opened) shelf.Reader.DecRef();
            throw;
        }

        // A directory holds nothing itself: its files go with their readers.
        void Open(AccessClass access, string? file)
        {
            var directory = IndexGeneration.OpenDirectory(Shelf.FolderOf(access, generation));
            opened.Add(new(access, file is null ? DirectoryReader.Open(directory) : DirectoryReader.Open(DirectoryReader.ListCommits(directory).First(commit => commit.SegmentsFileName == file))));
        }
    }
}

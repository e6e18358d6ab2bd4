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
            if (name is null) return OverNothing();
            try
            {
                var directory = IndexGeneration.OpenDirectory(folder.FolderOf(name));
                var reader = DirectoryReader.Open(directory);
                return new SearcherLease(IndexGeneration.NewSearcher(reader), () =>
                {
                    reader.Dispose();
                    directory.Dispose();
                });
            }
            catch (Exception e) when (e is not UnauthorizedAccessException)
            {
                // A generation that a server has just replaced, unless it is so every time.
                if (attempt == Tries) throw new IndexUnavailableException(e);
            }
        }
    }

    private static SearcherLease OverNothing()
    {
        var reader = new MultiReader();
        return new SearcherLease(IndexGeneration.NewSearcher(reader), reader.Dispose);
    }
}

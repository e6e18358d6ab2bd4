namespace AwardArchive.Capture;

/// <summary>Finds the files that people put into folders.</summary>
internal static class FolderWalk
{
    private static readonly string[] UnfinishedEndings = ["~", ".part", ".filepart", ".crdownload", ".tmp"];

    /// <summary>
    /// All files below the folder, a folder's own before those of its subfolders, in ordinal order; without hidden and unfinished ones.
    /// Links to folders are not followed.
    /// </summary>
    /// <param name="folder">Where to begin.</param>
    /// <param name="skip">Full paths of folders to leave out.</param>
    /// <param name="unreadable">Called with each folder that cannot be listed; the others go on.</param>
    public static IEnumerable<FileInfo> Files(string folder, IReadOnlyCollection<string> skip, Action<string, Exception> unreadable)
    {
        var waiting = new Stack<string>([Path.GetFullPath(folder)]);
        while (waiting.TryPop(out var next))
        {
            var entries = List(next, unreadable);
            foreach (var file in entries.OfType<FileInfo>()) yield return file;
            foreach (var inner in entries.OfType<DirectoryInfo>().Reverse())
            {
                if (inner.LinkTarget is null && !skip.Contains(inner.FullName)) waiting.Push(inner.FullName);
            }
        }
    }

    private static FileSystemInfo[] List(string folder, Action<string, Exception> unreadable)
    {
        try
        {
            return
            [
                .. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                    .Where(entry => !IsUnfinished(entry.Name))
                    .OrderBy(entry => entry.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            unreadable(folder, e);
            return [];
        }
    }

    private static bool IsUnfinished(string name) =>
        name.StartsWith('.') || name.StartsWith('~')
        || UnfinishedEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

namespace AwardArchive.Benchmarks.Search.Engines;

internal static class FolderSize
{
    /// <summary>Bytes of all files below a folder.</summary>
    public static long Of(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}

namespace AwardArchive.Tests;

/// <summary>The checkout that this program was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AwardArchive.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No AwardArchive.sln above this program.");
        return folder;
    }
}

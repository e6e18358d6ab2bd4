namespace AwardArchive.Tests.Places;

/// <summary>The public lists of units, when they lie beside the checkout (<c>../shared/data/places</c>); they are not ours to copy.</summary>
internal static class PublicLists
{
    public const string Absent = "The public lists of places (../shared/data/places) are not beside this checkout.";

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var lists = Path.Combine(folder, "shared", "data", "places");
            if (Directory.Exists(lists)) return lists;
        }
        return null;
    }
}

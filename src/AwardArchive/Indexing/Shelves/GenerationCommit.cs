using System.Globalization;
using AwardArchive.Archive;

namespace AwardArchive.Indexing;

/// <summary>What a commit of the open shelf says of the whole generation. It is what makes the commits of all shelves one: they come before it, and count
/// only if it names them.</summary>
/// <param name="Change">Every change up to this number is in the shelves.</param>
/// <param name="Catalog">The catalog that they are of.</param>
/// <param name="Shelves">The other shelves.</param>
/// <param name="Left">Shelves that still have words of papers which left them, by <see cref="AccessClass.Key"/>.</param>
internal sealed record GenerationCommit(long Change, Guid Catalog, IReadOnlyList<ShelfCommit> Shelves, IReadOnlyCollection<string> Left)
{
    private const string ChangeKey = "change";
    private const string CatalogKey = "catalog";
    private const string VersionKey = "version";
    private const string ShelvesKey = "shelves";
    private const string LeftKey = "left";

    public Dictionary<string, string> ToUserData() => new()
    {
        [ChangeKey] = Change.ToString(CultureInfo.InvariantCulture),
        [CatalogKey] = Catalog.ToString("N"),
        [VersionKey] = IndexFields.Version,
        [ShelvesKey] = string.Join(' ', Shelves.Select(shelf => $"{shelf.Class.Key}={shelf.File}")),
        [LeftKey] = string.Join(' ', Left),
    };

    /// <exception cref="IndexDamagedException">It is not of this program.</exception>
    public static GenerationCommit Parse(IDictionary<string, string> data)
    {
        if (!data.TryGetValue(VersionKey, out var version) || version != IndexFields.Version)
            throw new IndexDamagedException("The index is of another version.");
        if (!data.TryGetValue(ChangeKey, out var text) || !long.TryParse(text, CultureInfo.InvariantCulture, out var change))
            throw new IndexDamagedException("The index does not say which changes it holds.");
        if (!data.TryGetValue(CatalogKey, out var of) || !Guid.TryParseExact(of, "N", out var catalog))
            throw new IndexDamagedException("The index does not say which catalog it is of.");
        if (!data.TryGetValue(ShelvesKey, out var shelves) || !data.TryGetValue(LeftKey, out var left))
            throw new IndexDamagedException("The index does not say which shelves it has.");
        try
        {
            return new(
                change, catalog,
                [.. shelves.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(shelf => shelf.Split('=')).Select(parts => new ShelfCommit(AccessClass.Parse(parts[0]), parts[1]))],
                left.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new IndexDamagedException("The index does not say which shelves it has.", e);
        }
    }
}

/// <param name="File">The file of the shelf's commit (<c>segments_N</c>).</param>
internal sealed record ShelfCommit(AccessClass Class, string File);

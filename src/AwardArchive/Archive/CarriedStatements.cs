namespace AwardArchive.Archive;

/// <summary>
/// Which statements about a scan belong to which of its papers. About a row: to the paper that has the row. About a field: to the paper that has
/// the page on which it stands; that the paper does not say something was said of the first one, whose head the scan's facts were read from.
/// </summary>
internal static class CarriedStatements
{
    /// <param name="statements">About the scan, in the order of their numbers.</param>
    /// <param name="pageOfRow">Of the rows that the scan has: their page.</param>
    /// <param name="part">The paper.</param>
    /// <returns>Those of this paper, in the same order. One about a row whose page nobody knows any more belongs to none; it stays with the scan.</returns>
    public static IEnumerable<Correction> Of(
        IReadOnlyList<Correction> statements, IReadOnlyDictionary<Guid, int> pageOfRow, PageRange part)
    {
        var pages = new Dictionary<Guid, int>(pageOfRow);
        // A row that a person removed is known from the statement alone.
        foreach (var whole in statements.Where(said => said is { EntryId: not null, Field: null })) pages.TryAdd(whole.EntryId!.Value, whole.Whole.Page);
        return statements.Where(said => PageOf(said) is { } page && part.Holds(page));

        int? PageOf(Correction said) =>
            said.EntryId is { } row ? (pages.TryGetValue(row, out var page) ? page : null)
            : said.Facts is [var first, ..] ? first.Page : 1;
    }
}

using AwardArchive.Archive;
using AwardArchive.Indexing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace AwardArchive.Search;

/// <summary>Pages of hits, cut into words; those shown last are kept, for whoever refines a query sees the same pages again.</summary>
internal sealed class AnalyzedPages : IDisposable
{
    /// <summary>Characters of kept pages, some 700 pages: with their words about 15 MB.</summary>
    private const int MaxCharacters = 1_500_000;

    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(10);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxCharacters });

    /// <summary>Gives the pages that there are.</summary>
    /// <param name="wanted">Pages, each with the <see cref="Document.Version"/> at which its text is wanted: no text changes without it.</param>
    public async Task<Dictionary<(Guid Document, int Page), AnalyzedText>> GetAsync(
        CatalogDbContext db, IReadOnlyCollection<(Guid Document, int Version, int Page)> wanted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(Guid, int), AnalyzedText>(wanted.Count);
        var missing = new Dictionary<(Guid Document, int Page), int>();
        foreach (var page in wanted)
        {
            if (kept.TryGetValue(page, out AnalyzedText? text)) found[(page.Document, page.Page)] = text!;
            else missing[(page.Document, page.Page)] = page.Version;
        }
        if (missing.Count == 0) return found;
        // One look: a few pages more than are missing where hits show different pages. Lists are one parameter, so that the statement is worked out once.
        var ids = missing.Keys.Select(page => page.Document).Distinct().ToList();
        var numbers = missing.Keys.Select(page => page.Page).Distinct().ToList();
        var rows = db.Pages.AsNoTracking().Where(page => EF.Parameter(ids).Contains(page.DocumentId) && EF.Parameter(numbers).Contains(page.Number))
            .Select(page => new { page.DocumentId, page.Number, page.Text, page.Alternatives }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (!missing.TryGetValue((row.DocumentId, row.Number), out var version)) continue;
            var text = AnalyzedText.OfPage(row.Text, row.Alternatives);
            found[(row.DocumentId, row.Number)] = text;
            kept.Set((row.DocumentId, version, row.Number), text, new MemoryCacheEntryOptions { Size = row.Text.Length, SlidingExpiration = Unasked });
        }
        return found;
    }

    public void Dispose() => kept.Dispose();
}

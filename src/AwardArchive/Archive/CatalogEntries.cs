using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

// What the reading of a document needs and leaves behind besides its facts: award entries, rows that keep their identity from reading to reading.
internal sealed partial class Catalog
{
    /// <summary>The entries of a document in reading order.</summary>
    /// <param name="after">Only those with a higher ordinal.</param>
    /// <param name="limit">At most so many.</param>
    public async Task<IReadOnlyList<Entry>> FindEntriesAsync(Guid documentId, int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Entries.AsNoTracking().Where(e => e.DocumentId == documentId && e.Ordinal > after)
            .OrderBy(e => e.Ordinal).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>The recognized pages of a document, in order, which result of each counts, and where its words lie.</summary>
    public async Task<IReadOnlyList<(int Number, int Recognition, PagePlace Place)>> FindRecognizedPagesAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pages = await PagesOf(db, documentId).Where(p => p.Status == PageStatus.Recognized)
            .OrderBy(p => p.Number).Select(p => new { p.Number, p.Recognition, p.ScanId, p.ScanPage }).ToListAsync(cancellationToken);
        return [.. pages.Select(p => (p.Number, p.Recognition, new PagePlace(p.ScanId ?? documentId, p.ScanPage ?? p.Number)))];
    }

    /// <summary>Notes that facts are to be read anew from the words that are kept: rules have changed. Until then the documents stay as they are.</summary>
    /// <param name="documentId">Null: of all documents.</param>
    /// <returns>How many documents it is; those without words, on their way or withdrawn are not among them.</returns>
    public async Task<int> DemandReadingsAsync(Guid? documentId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents
            .Where(d => documentId == null || d.Id == documentId)
            .Where(d => d.Status == DocumentStatus.Ready || d.Status == DocumentStatus.NeedsAttention)
            .Where(d => db.Pages.Any(p => p.DocumentId == d.Id && p.Number > 0 && p.Status == PageStatus.Recognized))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.IsReadingDue, true).SetProperty(d => d.Attempts, 0), cancellationToken);
    }

    /// <summary>One entry of a document, or null.</summary>
    public async Task<Entry?> FindEntryAsync(Guid documentId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.DocumentId == documentId, cancellationToken);
    }

    /// <summary>In the open transaction, the document locked: the entries are those of this reading from now on, but for what persons have stated.</summary>
    private static async Task ReplaceEntriesAsync(
        CatalogDbContext db, Guid documentId, StatedReading stated, IReadOnlyList<AwardEntry> read, CancellationToken cancellationToken)
    {
        var kept = await db.Entries.Where(e => e.DocumentId == documentId).OrderBy(e => e.Ordinal).ToListAsync(cancellationToken);
        var rows = stated.Over(kept, read);
        db.Entries.RemoveRange(kept.Except(rows.Select(row => row.Same).OfType<Entry>()));
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Same is { } same) same.Take(i + 1, rows[i].Value);
            else db.Entries.Add(Entry.Of(documentId, i + 1, rows[i].Value));
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

// What the reading of a document needs and leaves behind besides its facts: award entries and persons of forms, rows that keep their identity from reading to reading.
internal sealed partial class Catalog
{
    /// <summary>The rows of one kind in a document, in reading order.</summary>
    /// <param name="after">Only those with a higher ordinal.</param>
    /// <param name="limit">At most so many.</param>
    public async Task<IReadOnlyList<TRow>> FindRowsAsync<TRow>(Guid documentId, int after, int limit, CancellationToken cancellationToken)
        where TRow : Mention
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<TRow>().AsNoTracking().Where(row => row.DocumentId == documentId && row.Ordinal > after)
            .OrderBy(row => row.Ordinal).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>The award entries of a document in reading order.</summary>
    public Task<IReadOnlyList<Entry>> FindEntriesAsync(Guid documentId, int after, int limit, CancellationToken cancellationToken) =>
        FindRowsAsync<Entry>(documentId, after, limit, cancellationToken);

    /// <summary>Which of these award entries there are.</summary>
    public async Task<HashSet<Guid>> FindEntryIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.Entries.Where(entry => ids.Contains(entry.Id)).Select(entry => entry.Id).ToListAsync(cancellationToken)];
    }

    /// <summary>The persons of forms among documents, by document, in reading order.</summary>
    public async Task<ILookup<Guid, KinEntry>> FindKinAsync(IReadOnlyCollection<Guid> documents, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = documents.ToList();
        return (await db.Kin.AsNoTracking().Where(kin => EF.Parameter(ids).Contains(kin.DocumentId)).OrderBy(kin => kin.Ordinal).ToListAsync(cancellationToken))
            .ToLookup(kin => kin.DocumentId, kin => kin.Value);
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

    /// <summary>One row of a document, or null.</summary>
    public async Task<TRow?> FindRowAsync<TRow>(Guid documentId, Guid id, CancellationToken cancellationToken)
        where TRow : Mention
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<TRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.DocumentId == documentId, cancellationToken);
    }

    /// <summary>In the open transaction, the document locked: the rows of a kind are those of this reading from now on, but for what persons have stated.</summary>
    private static async Task ReplaceRowsAsync<TRow, T>(
        CatalogDbContext db, Guid documentId, StatedRows<T> stated, IReadOnlyList<T> read, CancellationToken cancellationToken)
        where TRow : Mention<T>, new()
        where T : class, IRow<T>
    {
        var kept = await db.Set<TRow>().Where(row => row.DocumentId == documentId).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        var rows = stated.Over(kept, read);
        db.RemoveRange(kept.Except(rows.Select(row => row.Same).OfType<Mention<T>>()));
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Same is { } same) same.Take(i + 1, rows[i].Value);
            else db.Add(Mention<T>.Of<TRow>(documentId, Guid.CreateVersion7(), i + 1, rows[i].Value));
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}

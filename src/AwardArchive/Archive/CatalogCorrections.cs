using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

// What persons state about facts and rows. A statement is written once and stays; in the same transaction the document's facts and
// rows become what it says, and every later reading is kept under it. So no machine undoes what a person said, whenever it is killed.
internal sealed partial class Catalog
{
    /// <summary>Writes statements of one person, all of them or none.</summary>
    /// <param name="version">What the person looked at.</param>
    /// <param name="statements">About rows of this document, or fields of it; in the order in which they count.</param>
    /// <returns>False when the document changed meanwhile, was withdrawn or split, or one of the rows is gone.</returns>
    public async Task<bool> CorrectAsync(
        Guid documentId, int version, IReadOnlyList<Statement> statements, Signature signature, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(documentId, cancellationToken);
        var document = await db.Documents.InSight().SingleOrDefaultAsync(d => d.Id == documentId && d.Version == version, cancellationToken);
        if (document is null) return false;
        var number = await db.Corrections.Where(c => c.DocumentId == documentId).MaxAsync(c => (int?)c.Number, cancellationToken) ?? 0;
        foreach (var statement in statements)
        {
            var correction = statement.Signed(documentId, ++number, signature, time.GetUtcNow());
            if (!await TakeAsync(db, document, correction, cancellationToken)) return false;
            db.Corrections.Add(correction);
        }
        if (statements.Any(statement => statement is { EntryId: not null, Row: RowKind.Entry })) await WarnAgainAsync(db, document, cancellationToken);
        if (document.Facts is { } facts) await KeepReferencesAsync(db, documentId, facts, cancellationToken);
        document.Version++;
        try
        {
            await db.SaveChangeAsync(documentId, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>What persons have stated about a document, in the order of the statements.</summary>
    public async Task<StatedReading> FindStatedAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await StatedAsync(db, documentId, cancellationToken);
    }

    /// <summary>The statements about a document, newest first.</summary>
    /// <param name="before">Only those with a lower number; null: from the newest.</param>
    public async Task<IReadOnlyList<Correction>> FindCorrectionsAsync(Guid documentId, int? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Corrections.AsNoTracking().Where(c => c.DocumentId == documentId && (before == null || c.Number < before))
            .OrderByDescending(c => c.Number).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>What the machine read of a document; null when that was not kept yet.</summary>
    public async Task<MachineReading?> FindReadingAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Readings.AsNoTracking().SingleOrDefaultAsync(r => r.DocumentId == documentId, cancellationToken);
    }

    /// <summary>In the open transaction, the document locked: keeps what the machine read, and makes rows and numbers what counts.</summary>
    /// <returns>The facts that count.</returns>
    private async Task<DocumentFacts> KeepReadingAsync(CatalogDbContext db, Guid documentId, DocumentReading reading, CancellationToken cancellationToken)
    {
        if (await db.Readings.SingleOrDefaultAsync(r => r.DocumentId == documentId, cancellationToken) is { } kept) kept.Take(reading, time.GetUtcNow());
        else db.Readings.Add(MachineReading.Of(documentId, reading, time.GetUtcNow()));
        var stated = await StatedAsync(db, documentId, cancellationToken);
        await ReplaceRowsAsync<Entry, AwardEntry>(db, documentId, stated.Entries, reading.Entries, cancellationToken);
        await ReplaceRowsAsync<Kin, KinEntry>(db, documentId, stated.Kin, reading.Kin, cancellationToken);
        var facts = stated.Over(reading.Facts);
        if (stated.Entries.Any)
            facts = facts with { Warnings = RowWarnings.Again(facts.Warnings, await EntriesOfAsync(db, documentId, cancellationToken), reading.Totals) };
        await KeepReferencesAsync(db, documentId, facts, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return facts;
    }

    /// <summary>In the open transaction: a mended row takes its warning away, and a removed one brings it.</summary>
    private static async Task WarnAgainAsync(CatalogDbContext db, Document document, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var reading = await db.Readings.AsNoTracking().SingleOrDefaultAsync(r => r.DocumentId == document.Id, cancellationToken);
        var totals = reading is null ? [] : MachineReading.Unpack(reading.Content).Totals;
        var facts = document.Facts ?? DocumentFacts.None;
        document.Facts = facts with { Warnings = RowWarnings.Again(facts.Warnings, await EntriesOfAsync(db, document.Id, cancellationToken), totals) };
        document.WarningCount = WarningsOf(document, document.Facts);
    }

    /// <summary>How many things of it a person should look at: heads of other papers are told by the proposal to split, which a part never has.</summary>
    private static int WarningsOf(Document document, DocumentFacts facts) =>
        facts.Warnings.Count(warning => warning.Kind != ReadingWarning.NewHead || document.PartOf is not null);

    private static async Task<IReadOnlyList<AwardEntry>> EntriesOfAsync(CatalogDbContext db, Guid documentId, CancellationToken cancellationToken) =>
        await db.Entries.AsNoTracking().Where(entry => entry.DocumentId == documentId).OrderBy(entry => entry.Ordinal).Select(entry => entry.Value).ToListAsync(cancellationToken);

    private static async Task<StatedReading> StatedAsync(CatalogDbContext db, Guid documentId, CancellationToken cancellationToken) => StatedReading.Of(
        await db.Corrections.AsNoTracking().Where(c => c.DocumentId == documentId).OrderBy(c => c.Number).ToListAsync(cancellationToken));

    /// <returns>False when the row is gone.</returns>
    private static async Task<bool> TakeAsync(CatalogDbContext db, Document document, Correction correction, CancellationToken cancellationToken)
    {
        if (correction.EntryId is not null)
        {
            return correction.Row is RowKind.Kin
                ? await TakeRowAsync<Kin, KinEntry>(db, document.Id, correction, cancellationToken)
                : await TakeRowAsync<Entry, AwardEntry>(db, document.Id, correction, cancellationToken);
        }
        document.Facts = FactField.Find(correction.Field!)!.With(document.Facts ?? DocumentFacts.None, correction.Facts);
        return true;
    }

    private static async Task<bool> TakeRowAsync<TRow, T>(CatalogDbContext db, Guid documentId, Correction correction, CancellationToken cancellationToken)
        where TRow : Mention<T>, new()
        where T : class, IRow<T>
    {
        var id = correction.EntryId!.Value;
        var row = await db.FindAsync<TRow>([id], cancellationToken);
        if (row is not null && row.DocumentId != documentId) return false;
        if (correction.Field is { } name)
        {
            row?.Take(row.Ordinal, RowField.Find<T>(name)!.With(row.Value, correction.Facts is [var fact, ..] ? fact : null));
            return row is not null;
        }
        if (correction.Action is CorrectionAction.Remove)
        {
            if (row is not null) db.Remove(row);
            return row is not null;
        }
        if (row is not null) row.Take(row.Ordinal, correction.RowOf<T>());
        else await InsertRowAsync<TRow, T>(db, documentId, id, correction.RowOf<T>(), cancellationToken);
        return true;
    }

    private static async Task InsertRowAsync<TRow, T>(CatalogDbContext db, Guid documentId, Guid id, T value, CancellationToken cancellationToken)
        where TRow : Mention<T>, new()
        where T : class, IRow<T>
    {
        var rows = await db.Set<TRow>().Where(row => row.DocumentId == documentId).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        var at = StatedRows<T>.PlaceOf(value, [.. rows.Select(row => row.Value)]);
        for (var i = at; i < rows.Count; i++) rows[i].Ordinal++;
        db.Add(Mention<T>.Of<TRow>(documentId, id, (at == 0 ? 0 : rows[at - 1].Ordinal) + 1, value));
    }
}

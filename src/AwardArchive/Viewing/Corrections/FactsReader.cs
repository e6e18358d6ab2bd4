using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Shows the facts and rows of a document beside what the machine read and persons said.</summary>
internal sealed class FactsReader(Catalog catalog, IDbContextFactory<CatalogDbContext> contexts)
{
    public const int NewestStatements = 50;

    private const int FirstKin = 200;

    /// <returns>Null when there is no such document.</returns>
    public async Task<FactsResponse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        // The version first: a statement made on something older is then refused.
        if (await catalog.FindAsync(id, cancellationToken) is not { } document) return null;
        var facts = document.Facts ?? DocumentFacts.None;
        var reading = await catalog.FindReadingAsync(id, cancellationToken);
        var machine = reading is null ? null : MachineReading.Unpack(reading.Content).Facts;
        var stated = await catalog.FindStatedAsync(id, cancellationToken);
        var changes = await ChangesAsync(document, reading, cancellationToken);
        return new(
            document.Version,
            reading?.ReadAt,
            [.. FactField.All.Select(field => new FactResponse(
                field.Name, FactRule.OfDocument(field.Name).Label, field.IsList, field.Get(facts), machine is null ? null : field.Get(machine),
                stated.Fields.Contains(field.Name)))],
            [.. (await catalog.FindRowsAsync<Kin>(id, 0, FirstKin, cancellationToken)).Select(kin => ResponseOf(kin, stated.Kin))],
            facts.Warnings,
            changes.Facts.Count + changes.EntriesInAll + changes.KinInAll,
            [.. (await catalog.FindCorrectionsAsync(id, null, NewestStatements, cancellationToken)).Select(CorrectionResponse.Of)]);
    }

    /// <summary>Null when there is no such document.</summary>
    public async Task<ReadingChanges?> FindChangesAsync(Guid id, CancellationToken cancellationToken) =>
        await catalog.FindAsync(id, cancellationToken) is { } document
            ? await ChangesAsync(document, await catalog.FindReadingAsync(id, cancellationToken), cancellationToken)
            : null;

    /// <summary>A stretch of the rows of one kind, in reading order.</summary>
    public async Task<ListResponse<RowResponse<T>>> ListRowsAsync<TRow, T>(Guid id, int after, int size, CancellationToken cancellationToken)
        where TRow : Mention<T>
        where T : class, IRow<T>
    {
        var rows = await catalog.FindRowsAsync<TRow>(id, after, size + 1, cancellationToken);
        var stated = (await catalog.FindStatedAsync(id, cancellationToken)).Rows<T>();
        var items = rows.Take(size).Select(row => ResponseOf(row, stated)).ToList();
        return new(items, rows.Count > size ? $"{items[^1].Ordinal}" : null);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<RowResponse<T>?> FindRowAsync<TRow, T>(Guid id, Guid rowId, CancellationToken cancellationToken)
        where TRow : Mention<T>
        where T : class, IRow<T> =>
        await catalog.FindRowAsync<TRow>(id, rowId, cancellationToken) is { } row
            ? ResponseOf(row, (await catalog.FindStatedAsync(id, cancellationToken)).Rows<T>())
            : null;

    public async Task<int> CountRowsAsync<TRow>(Guid id, CancellationToken cancellationToken)
        where TRow : Mention
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<TRow>().CountAsync(row => row.DocumentId == id, cancellationToken);
    }

    /// <summary>A stretch of what persons said, newest first.</summary>
    public async Task<ListResponse<CorrectionResponse>> ListCorrectionsAsync(Guid id, int? before, int size, CancellationToken cancellationToken)
    {
        var corrections = await catalog.FindCorrectionsAsync(id, before, size + 1, cancellationToken);
        var items = corrections.Take(size).Select(CorrectionResponse.Of).ToList();
        return new(items, corrections.Count > size ? $"{items[^1].Number}" : null);
    }

    private async Task<ReadingChanges> ChangesAsync(Document document, MachineReading? reading, CancellationToken cancellationToken) => reading is null
        ? ReadingChanges.None
        : ReadingChanges.Of(
            reading, document.Facts ?? DocumentFacts.None, await catalog.FindEntriesAsync(document.Id, 0, int.MaxValue, cancellationToken),
            await catalog.FindRowsAsync<Kin>(document.Id, 0, int.MaxValue, cancellationToken));

    private static RowResponse<T> ResponseOf<T>(Mention<T> row, StatedRows<T> stated)
        where T : class, IRow<T> => new(row.Id, row.Ordinal, stated.FieldsOf(row.Id), row.Value);
}

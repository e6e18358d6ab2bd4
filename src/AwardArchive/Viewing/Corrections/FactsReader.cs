using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Shows the facts and award entries of a document beside what the machine read and persons said.</summary>
internal sealed class FactsReader(Catalog catalog, IDbContextFactory<CatalogDbContext> contexts)
{
    public const int NewestStatements = 50;

    /// <returns>Null when there is no such document.</returns>
    public async Task<FactsResponse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        // The version first: a statement made on something older is then refused.
        if (await catalog.FindAsync(id, cancellationToken) is not { } document) return null;
        var facts = document.Facts ?? DocumentFacts.None;
        var reading = await catalog.FindReadingAsync(id, cancellationToken);
        var machine = reading is null ? null : MachineReading.Unpack(reading.Content).Facts;
        var stated = (await catalog.FindStatedAsync(id, cancellationToken)).Fields;
        var changes = await ChangesAsync(document, reading, cancellationToken);
        return new(
            document.Version,
            reading?.ReadAt,
            [.. FactField.All.Select(field => new FactResponse(
                field.Name, FactRule.OfDocument(field.Name).Label, field.IsList, field.Get(facts), machine is null ? null : field.Get(machine),
                stated.Contains(field.Name)))],
            facts.Kin,
            facts.Warnings,
            changes.Facts.Count + changes.EntriesInAll,
            [.. (await catalog.FindCorrectionsAsync(id, null, NewestStatements, cancellationToken)).Select(CorrectionResponse.Of)]);
    }

    /// <summary>Null when there is no such document.</summary>
    public async Task<ReadingChanges?> FindChangesAsync(Guid id, CancellationToken cancellationToken) =>
        await catalog.FindAsync(id, cancellationToken) is { } document
            ? await ChangesAsync(document, await catalog.FindReadingAsync(id, cancellationToken), cancellationToken)
            : null;

    /// <summary>A stretch of the entries, in reading order.</summary>
    public async Task<ListResponse<EntryResponse>> ListEntriesAsync(Guid id, int after, int size, CancellationToken cancellationToken)
    {
        var entries = await catalog.FindEntriesAsync(id, after, size + 1, cancellationToken);
        var stated = await catalog.FindStatedAsync(id, cancellationToken);
        var items = entries.Take(size).Select(entry => ResponseOf(entry, stated)).ToList();
        return new(items, entries.Count > size ? $"{items[^1].Ordinal}" : null);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<EntryResponse?> FindEntryAsync(Guid id, Guid entryId, CancellationToken cancellationToken) =>
        await catalog.FindEntryAsync(id, entryId, cancellationToken) is { } entry
            ? ResponseOf(entry, await catalog.FindStatedAsync(id, cancellationToken))
            : null;

    public async Task<int> CountEntriesAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Entries.CountAsync(entry => entry.DocumentId == id, cancellationToken);
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
            reading, document.Facts ?? DocumentFacts.None, await catalog.FindEntriesAsync(document.Id, 0, int.MaxValue, cancellationToken));

    private static EntryResponse ResponseOf(Entry entry, StatedReading stated) => new(entry.Id, entry.Ordinal, stated.FieldsOf(entry.Id), entry.Value);
}

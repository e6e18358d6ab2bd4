using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Audit;

/// <summary>Looks around an entry that is not genuine where it stands, for what was done to it.</summary>
/// <param name="known">The highest number that a head or checkpoint knows.</param>
internal sealed class AuditNeighbors(CatalogDbContext db, AuditKeys keys, long known)
{
    /// <summary>How far away an entry may have come from, and how far behind one is looked for.</summary>
    private const int Reach = 20_000;

    /// <param name="entry">Not genuine under <paramref name="number"/>.</param>
    /// <param name="number">That it should have.</param>
    /// <returns>What was done, and by how much the numbers of what follows differ since.</returns>
    public async Task<(AuditFaultKind Kind, long Shift)> ExplainAsync(AuditEntry entry, long number, AuditKey key, CancellationToken cancellationToken)
    {
        // Entries that were numbered anew are genuine under the number that they were given.
        if (GivenNumber(entry, number, key) is not { } given || await HasTwinAsync(entry, cancellationToken))
        {
            // Behind all that anybody answered for, nobody who has the key wrote it. Else, where it was put in, what followed the entry before follows it one place behind.
            return number > known || await IsGenuineAsync(entry.Number + 1, number, cancellationToken) ? (AuditFaultKind.Inserted, -1) : (AuditFaultKind.Changed, 0);
        }
        if (await IsGenuineAsync(entry.Number + (given - number), number, cancellationToken) || await IsFurtherBackAsync(entry.Number, number, cancellationToken))
            return (AuditFaultKind.Reordered, 0);
        return given > number ? (AuditFaultKind.Deleted, given - number) : (AuditFaultKind.Inserted, -1);
    }

    /// <summary>Whether it is a copy of one that is there too.</summary>
    private Task<bool> HasTwinAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        db.AuditEntries.AnyAsync(e => e.Hash == entry.Hash && e.Number != entry.Number, cancellationToken);

    private static long? GivenNumber(AuditEntry entry, long number, AuditKey key)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            if (AuditHash.IsGenuine(entry, number + distance, key)) return number + distance;
            if (number > distance && AuditHash.IsGenuine(entry, number - distance, key)) return number - distance;
        }
        return null;
    }

    private async Task<bool> IsGenuineAsync(long place, long number, CancellationToken cancellationToken) =>
        await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Number == place, cancellationToken) is { } entry
        && keys.Find(entry.KeyId) is { } key && AuditHash.IsGenuine(entry, number, key);

    /// <summary>Whether the entry that should stand here stands further back.</summary>
    private async Task<bool> IsFurtherBackAsync(long place, long number, CancellationToken cancellationToken)
    {
        await foreach (var entry in db.AuditEntries.AsNoTracking().Where(e => e.Number > place && e.Number <= place + Reach).OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (keys.Find(entry.KeyId) is { } key && AuditHash.IsGenuine(entry, number, key)) return true;
        }
        return false;
    }
}

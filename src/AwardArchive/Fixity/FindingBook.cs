using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Fixity;

/// <summary>The findings: one for each object and incident, kept after it is settled.</summary>
internal sealed class FindingBook(IDbContextFactory<CatalogDbContext> contexts, TimeProvider time)
{
    /// <summary>Notes what is wrong with an object that the catalog names.</summary>
    public Task<Finding> NoteAsync(FindingPlace place, ExpectedObject expected, Examined found, CancellationToken cancellationToken) => NoteAsync(
        new()
        {
            Id = NewId(),
            Kind = found.Kind!.Value,
            Place = place,
            Key = expected.Key.Value,
            DocumentId = expected.DocumentId,
            PageNumber = expected.Page,
            ExpectedSha256 = expected.Sha256,
            FoundSha256 = found.FoundSha256,
            Note = found.Note,
        },
        cancellationToken);

    /// <summary>Notes a finding, or that one is there still. What somebody accepted stays accepted while it is the same.</summary>
    public async Task<Finding> NoteAsync(Finding seen, CancellationToken cancellationToken) => (await NoteAsync(seen.Place, [seen], cancellationToken))[0];

    /// <summary>Notes findings of one place, all or none.</summary>
    /// <returns>As they stand in the catalog, in the same order.</returns>
    public async Task<IReadOnlyList<Finding>> NoteAsync(FindingPlace place, IReadOnlyCollection<Finding> all, CancellationToken cancellationToken)
    {
        var keys = all.Select(f => f.Key).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var unsettled = (await db.Findings.Where(f => keys.Contains(f.Key) && f.Place == place && f.State != FindingState.Repaired).ToListAsync(cancellationToken))
            .ToLookup(f => f.Key);
        var noted = all.Select(seen => Note(db, seen, [.. unsettled[seen.Key]])).ToList();
        await db.SaveChangesAsync(cancellationToken);
        return noted;
    }

    /// <summary>Whether something is known to be wrong with an object.</summary>
    public async Task<bool> IsOpenAsync(FindingPlace place, ObjectKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Findings.AnyAsync(f => f.Key == key.Value && f.Place == place && f.State == FindingState.Open, cancellationToken);
    }

    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>Says what was done about an open finding that is not settled by it.</summary>
    public async Task RemedyAsync(Finding finding, FindingRemedy remedy, string? quarantineKey, string? note, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Findings.Where(f => f.Id == finding.Id).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.Remedy, remedy).SetProperty(f => f.QuarantineKey, f => quarantineKey ?? f.QuarantineKey)
                .SetProperty(f => f.Note, f => note ?? f.Note),
            cancellationToken);
    }

    /// <summary>These objects were verified: whatever was open or accepted of them is settled.</summary>
    /// <param name="remedy">By which an open finding was settled, when it is known here; one that says itself what was done keeps that.</param>
    public async Task SettleAsync(FindingPlace place, IReadOnlyCollection<string> keys, FindingRemedy? remedy, CancellationToken cancellationToken)
    {
        if (keys.Count == 0) return;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var unsettled = db.Findings.Where(f => f.Place == place && keys.Contains(f.Key) && f.State != FindingState.Repaired);
        await SettleAsync(unsettled, remedy, cancellationToken);
    }

    /// <summary>Orphans that were not seen since: they are gone, or a row knows them now.</summary>
    public async Task SettleOrphansAsync(FindingPlace place, DateTimeOffset notSeenSince, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var gone = db.Findings.Where(f => f.Place == place && f.Kind == FindingKind.Orphaned && f.State != FindingState.Repaired && f.LastSeenAt < notSeenSince);
        await SettleAsync(gone, null, cancellationToken);
    }

    /// <summary>A person knows of it and leaves it.</summary>
    /// <returns>False when there is no such open finding.</returns>
    public async Task<bool> AcceptAsync(Guid id, string? note, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Findings.Where(f => f.Id == id && f.State == FindingState.Open).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.State, FindingState.Accepted).SetProperty(f => f.SettledAt, now).SetProperty(f => f.Note, f => note ?? f.Note),
            cancellationToken) > 0;
    }

    /// <summary>Newest first.</summary>
    /// <param name="before">The last of the stretch before; null for the first stretch.</param>
    public async Task<IReadOnlyList<Finding>> ListAsync(FindingState? state, FindingKind? kind, Guid? before, int size, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Findings.AsNoTracking()
            .Where(f => state == null || f.State == state)
            .Where(f => kind == null || f.Kind == kind)
            .Where(f => before == null || f.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(f => f.Id).Take(size).ToListAsync(cancellationToken);
    }

    private Finding Note(CatalogDbContext db, Finding seen, List<Finding> unsettled)
    {
        var now = time.GetUtcNow();
        var known = unsettled.Find(f => f.State == FindingState.Open) ?? unsettled.Find(f => f.Kind == seen.Kind && f.FoundSha256 == seen.FoundSha256);
        if (known is null)
        {
            known = new()
            {
                Id = seen.Id, Kind = seen.Kind, Place = seen.Place, Key = seen.Key, DocumentId = seen.DocumentId, PageNumber = seen.PageNumber,
                ExpectedSha256 = seen.ExpectedSha256, FirstSeenAt = now,
            };
            db.Findings.Add(known);
        }
        (known.Kind, known.FoundSha256, known.LastSeenAt) = (seen.Kind, seen.FoundSha256, now);
        if (seen.Note is not null) known.Note = seen.Note;
        return known;
    }

    private async Task SettleAsync(IQueryable<Finding> which, FindingRemedy? remedy, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var orElse = remedy ?? FindingRemedy.FoundWhole;
        await which.ExecuteUpdateAsync(
            set => set.SetProperty(f => f.State, FindingState.Repaired).SetProperty(f => f.SettledAt, now)
                .SetProperty(f => f.Remedy, f => f.Remedy == FindingRemedy.MadeAgain || f.Remedy == FindingRemedy.FromOtherStore ? f.Remedy : orElse),
            cancellationToken);
    }
}

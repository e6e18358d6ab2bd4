using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Audit;

/// <summary>Which entries of the chain are asked for; null leaves all.</summary>
/// <param name="Name">Of the account, exactly.</param>
/// <param name="Target">Exactly, or the beginning of a target up to a <c>/</c>: <c>documents/ID</c> has its pages too.</param>
/// <param name="From">Not before.</param>
/// <param name="To">Before.</param>
internal sealed record AuditFilter(
    string? Name = null, AuditAction? Action = null, AuditOutcome? Outcome = null, string? Target = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <summary>An entry as people and programs read it.</summary>
/// <param name="Intent">The entry that announced it.</param>
/// <param name="Detail">Null: there is none, or it is forgotten.</param>
/// <param name="IsForgotten">There was a detail, and the key of its month is gone.</param>
/// <param name="Hash">64 hexadecimal digits.</param>
public sealed record AuditEntryResponse(
    long Number, DateTimeOffset At, AuditAction Action, AuditOutcome Outcome, long? Intent, Guid? UserId, string Name, Guid? TokenId, string? Address, string? Target,
    string? Detail, bool IsForgotten, string Hash);

/// <summary>Reads the chain, newest first, with the details whose months are not destroyed.</summary>
internal sealed class AuditBook(IDbContextFactory<CatalogDbContext> contexts, AuditMonths months)
{
    /// <param name="before">Entries with lower numbers; null: from the newest.</param>
    public async Task<IReadOnlyList<AuditEntryResponse>> ListAsync(AuditFilter filter, long? before, int count, CancellationToken cancellationToken)
    {
        // Who may read the chain reads all of it: it names papers by their ids, whoever may see these.
        using var system = Actor.Use(Actor.System);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await Matching(db, filter).Where(e => before == null || e.Number < before).OrderByDescending(e => e.Number).Take(count).ToListAsync(cancellationToken);
        var keys = await months.ReadAsync(db, [.. entries.Where(e => e.Detail != null).Select(e => AuditMonths.Of(e.At)).Distinct()], cancellationToken);
        return [.. entries.Select(entry => Of(entry, keys))];
    }

    private static IQueryable<AuditEntry> Matching(CatalogDbContext db, AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filter.Name is { } name) entries = entries.Where(e => e.Name == name);
        if (filter.Action is { } action) entries = entries.Where(e => e.Action == action);
        if (filter.Outcome is { } outcome) entries = entries.Where(e => e.Outcome == outcome);
        if (filter.From is { } from) entries = entries.Where(e => e.At >= from);
        if (filter.To is { } to) entries = entries.Where(e => e.At < to);
        if (filter.Target?.TrimEnd('/') is { Length: > 0 } target)
        {
            // Both databases sort by code points, and '0' is the one behind '/': a range, which an index answers.
            var (below, end) = (target + "/", target + "0");
#pragma warning disable CA1309 // the database compares
            entries = entries.Where(e => e.Target == target || (string.Compare(e.Target, below) >= 0 && string.Compare(e.Target, end) < 0));
#pragma warning restore CA1309
        }
        return entries;
    }

    private static AuditEntryResponse Of(AuditEntry entry, IReadOnlyDictionary<int, byte[]> keys)
    {
        var key = keys.GetValueOrDefault(AuditMonths.Of(entry.At));
        return new(
            entry.Number, entry.At, entry.Action, entry.Outcome, entry.Intent, entry.UserId, entry.Name, entry.TokenId, entry.Address, entry.Target,
            entry.Detail is null || key is null ? null : SealedBytes.OpenText(entry.Detail, key, entry.Number), entry.Detail is not null && key is null,
            Convert.ToHexStringLower(entry.Hash));
    }
}

using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Audit;

/// <summary>Ends the term of what may name persons: who did what and when stays, the words go.</summary>
internal sealed class AuditForgetting(IDbContextFactory<CatalogDbContext> contexts, AuditMonths months, IOptions<AuditOptions> options)
{
    /// <summary>Of the entry that tells of a destroyed month: <c>audit/details/2024-11</c>.</summary>
    public static string TargetOf(int month) => $"audit/details/{month / 100:D4}-{month % 100:D2}";

    /// <summary>Destroys the months whose term is over, in the open transaction of whoever holds the chain.</summary>
    public Task<IReadOnlyList<int>> ForgetPastTermAsync(CatalogDbContext db, DateTimeOffset now, CancellationToken cancellationToken) => options.Value.DetailMonths == 0
        ? Task.FromResult<IReadOnlyList<int>>([])
        : months.DestroyBeforeAsync(db, AuditMonths.Of(now.AddMonths(-options.Value.DetailMonths)), cancellationToken);

    /// <summary>Destroys the months before this one, now.</summary>
    /// <returns>Which.</returns>
    public async Task<IReadOnlyList<int>> ForgetBeforeAsync(int month, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAuditAsync(cancellationToken);
        var destroyed = await months.DestroyBeforeAsync(db, month, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return destroyed;
    }
}

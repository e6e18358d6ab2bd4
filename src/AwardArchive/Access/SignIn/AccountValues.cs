using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.SignIn;

/// <summary>Small values beside an account, in Identity's table for such, changed by one at a time on any number of machines.</summary>
internal sealed class AccountValues(IDbContextFactory<CatalogDbContext> contexts)
{
    /// <param name="kind">What sort of value.</param>
    /// <param name="name">Which of the sort.</param>
    /// <param name="change">From what is there (null: nothing) to what shall be; null: leave it. Is asked again when another was faster.</param>
    /// <returns>Whether it was changed.</returns>
    public async Task<bool> TryChangeAsync(Guid userId, string kind, string name, Func<string?, string?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = contexts.CreateForAccounts();
            var rows = Of(db, userId, kind).Where(value => value.Name == name);
            var before = await rows.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (change(before?.Value) is not { } after) return false;
            if (before is not null)
            {
                if (await rows.Where(value => value.Value == before.Value).ExecuteUpdateAsync(set => set.SetProperty(value => value.Value, after), cancellationToken) > 0) return true;
                continue;
            }
            db.Add(new IdentityUserToken<Guid> { UserId = userId, LoginProvider = kind, Name = name, Value = after });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateException e) when (db.IsDuplicate(e))
            {
                // Another was faster.
            }
        }
    }

    /// <summary>Keeps those whose names are last in order.</summary>
    public async Task KeepLastAsync(Guid userId, string kind, int count, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        var names = await Of(db, userId, kind).Select(value => value.Name).ToListAsync(cancellationToken);
        var old = names.Order(StringComparer.Ordinal).SkipLast(count).ToList();
        if (old.Count > 0) await Of(db, userId, kind).Where(value => old.Contains(value.Name)).ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<IdentityUserToken<Guid>> Of(CatalogDbContext db, Guid userId, string kind) =>
        db.Set<IdentityUserToken<Guid>>().Where(value => value.UserId == userId && value.LoginProvider == kind);
}

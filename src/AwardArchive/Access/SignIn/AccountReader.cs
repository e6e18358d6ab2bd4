using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.SignIn;

/// <summary>Looks up who somebody is, anew for each request: what is changed or taken away counts at once, on every machine.</summary>
internal sealed class AccountReader(IDbContextFactory<CatalogDbContext> contexts, TimeProvider time)
{
    /// <param name="stamp">Of the session: it is over when the account's is another.</param>
    /// <returns>Null: nobody, or nobody who may come in.</returns>
    public async Task<Account?> FindAsync(Guid userId, string stamp, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        var found = await db.Users.AsNoTracking().Where(user => user.Id == userId && user.SecurityStamp == stamp && !user.IsDisabled)
            .Select(user => new { user, groups = db.GroupMembers.Where(member => member.UserId == user.Id).Select(member => member.GroupId).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(found.user, found.groups, null);
    }

    /// <returns>Null: no such token, one that is over, or one of somebody who may not come in.</returns>
    public async Task<Account?> FindByTokenAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (TokenSecret.HashOf(secret), time.GetUtcNow());
        await using var db = contexts.CreateForAccounts();
        var found = await (
            from token in db.AccessTokens.AsNoTracking()
            where token.Hash == hash && token.RevokedAt == null && token.ExpiresAt > now
            join user in db.Users.AsNoTracking() on token.UserId equals user.Id
            where !user.IsDisabled
            select new { token, user, groups = db.GroupMembers.Where(member => member.UserId == user.Id).Select(member => member.GroupId).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        if (found.token.LastUsedAt is not { } last || last.UtcDateTime.Date < now.UtcDateTime.Date)
            await db.AccessTokens.Where(token => token.Id == found.token.Id).ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now), cancellationToken);
        return new(found.user, found.groups, found.token);
    }
}

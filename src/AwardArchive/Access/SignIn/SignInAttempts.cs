using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.SignIn;

/// <summary>
/// Counts who tries to get in, before the password is looked at and in one statement: a thousand guesses sent at once, to any number of machines, are counted as
/// surely as one after another. Identity's own counting happens afterwards and loses those that come together.
/// </summary>
internal sealed class SignInAttempts(IDbContextFactory<CatalogDbContext> contexts, IOptions<AccessOptions> options, TimeProvider time)
{
    /// <returns>False: the account is locked, and no password is to be looked at.</returns>
    public async Task<bool> TryBeginAsync(Guid userId, CancellationToken cancellationToken)
    {
        var (now, most) = (time.GetUtcNow(), options.Value.MaxFailedAttempts);
        DateTimeOffset? locked = now + options.Value.LockDuration;
        await using var db = contexts.CreateForAccounts();
        // A lock that is over begins a new count.
        return await db.Users.Where(user => user.Id == userId && (user.LockoutEnd == null || user.LockoutEnd <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(user => user.AccessFailedCount, user => user.LockoutEnd != null ? 1 : user.AccessFailedCount + 1)
                .SetProperty(user => user.LockoutEnd, user => user.LockoutEnd == null && user.AccessFailedCount + 1 >= most ? locked : null),
            cancellationToken) > 0;
    }

    /// <summary>The right person came in, or somebody who may unlocks the account.</summary>
    public async Task ForgetAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.AccessFailedCount, 0).SetProperty(user => user.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
    }
}

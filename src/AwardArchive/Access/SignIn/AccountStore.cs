using AwardArchive.Access.Accounts;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.SignIn;

/// <summary>Identity's store over the catalog, with a context of its own.</summary>
internal sealed class AccountStore(IDbContextFactory<CatalogDbContext> contexts, IdentityErrorDescriber errors)
    : UserOnlyStore<ArchiveUser, CatalogDbContext, Guid>(contexts.CreateForAccounts(), errors), IDisposable
{
    /// <summary>Of recovery codes only hashes are kept, so that a copy of the catalog opens nothing.</summary>
    /// <param name="recoveryCodes">As people have them; or, once one was redeemed, the hashes of those that remain.</param>
    public override Task ReplaceCodesAsync(ArchiveUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => code.Length == RecoveryCode.HashLength ? code : RecoveryCode.HashOf(code)), cancellationToken);

    public override Task<bool> RedeemCodeAsync(ArchiveUser user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, RecoveryCode.HashOf(code), cancellationToken);

    void IDisposable.Dispose()
    {
        Dispose();
        Context.Dispose();
    }
}

internal static class AccountContexts
{
    /// <summary>A context that sees all rows: who somebody is must be known before it is known what they see.</summary>
    public static CatalogDbContext CreateForAccounts(this IDbContextFactory<CatalogDbContext> contexts)
    {
        using (Actor.Use(Actor.System)) return contexts.CreateDbContext();
    }
}

using AwardArchive.Access.Accounts;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.SignIn;

/// <summary>Identity's store over the catalog, with a context of its own.</summary>
internal sealed class AccountStore(IDbContextFactory<CatalogDbContext> contexts, IdentityErrorDescriber errors, SealedText seals)
    : UserOnlyStore<ArchiveUser, CatalogDbContext, Guid>(contexts.CreateForAccounts(), errors), IDisposable
{
    /// <summary>Of recovery codes only hashes are kept, so that a copy of the catalog opens nothing.</summary>
    /// <param name="recoveryCodes">As people have them; or, once one was redeemed, the hashes of those that remain.</param>
    public override Task ReplaceCodesAsync(ArchiveUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => code.Length == RecoveryCode.HashLength ? code : RecoveryCode.HashOf(code)), cancellationToken);

    public override Task<bool> RedeemCodeAsync(ArchiveUser user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, RecoveryCode.HashOf(code), cancellationToken);

    /// <summary>The secret of an app has to be read again: it lies in the catalog enciphered.</summary>
    public override Task SetAuthenticatorKeyAsync(ArchiveUser user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, seals.Seal(key, BelongsTo(user)), cancellationToken);

    /// <returns>Null: there is none, or this machine cannot open it; no code is the right one then, and a second step is asked for all the same.</returns>
    public override async Task<string?> GetAuthenticatorKeyAsync(ArchiveUser user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } kept ? seals.Open(kept, BelongsTo(user)) : null;

    void IDisposable.Dispose()
    {
        Dispose();
        Context.Dispose();
    }

    private static string BelongsTo(ArchiveUser user) => $"second step of {user.Id}";
}

internal static class AccountContexts
{
    /// <summary>A context that sees all rows: who somebody is must be known before it is known what they see.</summary>
    public static CatalogDbContext CreateForAccounts(this IDbContextFactory<CatalogDbContext> contexts)
    {
        using (Actor.Use(Actor.System)) return contexts.CreateDbContext();
    }
}

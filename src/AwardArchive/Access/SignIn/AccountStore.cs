using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.SignIn;

/// <summary>Identity's store over the catalog, with a context of its own.</summary>
internal sealed class AccountStore(IDbContextFactory<CatalogDbContext> contexts, IdentityErrorDescriber errors)
    : UserOnlyStore<ArchiveUser, CatalogDbContext, Guid>(contexts.CreateForAccounts(), errors), IDisposable
{
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

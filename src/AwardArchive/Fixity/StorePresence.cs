using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Fixity;

/// <summary>Whether the stores are there. A disk that is not mounted is an empty folder, which answers "not found" to everything and takes what it is given.</summary>
internal sealed class StorePresence(IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, SecondStore second)
{
    /// <exception cref="ObjectStoreUnavailableException">One does not answer, or has nothing though the catalog says that it has something.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await RequireAsync(objects, "The object store", await db.Documents.AnyAsync(cancellationToken), cancellationToken);
        if (second.Objects is { } copies)
            await RequireAsync(copies, "The second store", await db.OriginalCopies.AnyAsync(c => c.Store == second.Name, cancellationToken), cancellationToken);
    }

    private static async Task RequireAsync(IObjectStore store, string name, bool hasSomething, CancellationToken cancellationToken)
    {
        await store.CheckAsync(cancellationToken);
        if (hasSomething && !await store.ListAsync("", cancellationToken).AnyAsync(cancellationToken))
            throw new ObjectStoreUnavailableException($"{name} is empty, as a disk is that is not mounted.");
    }
}

using AwardArchive.Archive;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Search.Saved;

/// <summary>Keeps searches under names, for whoever acts: nobody sees those of others. Those of before there were accounts are everybody's.</summary>
internal sealed class SavedSearches(IDbContextFactory<CatalogDbContext> contexts, TimeProvider time)
{
    public const int MaxNameLength = 100;

    /// <summary>Of one person: a list that people look through.</summary>
    public const int MaxSaved = 200;

    /// <returns>By name.</returns>
    public async Task<IReadOnlyList<SavedSearch>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await Own(db).AsNoTracking().OrderBy(search => search.Name).Take(MaxSaved * 2).ToListAsync(cancellationToken)).OrderBy(search => search.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <param name="name">Any words of at most <see cref="MaxNameLength"/> letters.</param>
    /// <param name="query">The parameters of a search; what a search does not know is left out.</param>
    /// <returns>The search, the one kept before under the same name and parameters; null when there are too many.</returns>
    /// <exception cref="ArgumentException">Nothing is searched for.</exception>
    public async Task<SavedSearch?> SaveAsync(string name, string query, CancellationToken cancellationToken)
    {
        var link = SearchLink.Of(new QueryCollection(QueryHelpers.ParseQuery(query))).WithoutCursor();
        if (link.IsPlain) throw new ArgumentException("The query searches for nothing.", nameof(query));
        var saved = new SavedSearch { Id = Guid.CreateVersion7(), OwnerId = Actor.Current.UserId, Name = name.Trim(), Query = link.Query, SavedAt = time.GetUtcNow() };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Own(db).AsNoTracking().FirstOrDefaultAsync(search => search.Name == saved.Name && search.Query == saved.Query, cancellationToken) is { } same)
            return same;
        if (await db.SavedSearches.CountAsync(search => search.OwnerId == saved.OwnerId, cancellationToken) >= MaxSaved) return null;
        db.SavedSearches.Add(saved);
        await db.SaveChangesAsync(cancellationToken);
        return saved;
    }

    /// <returns>False when there was none that whoever acts sees.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Own(db).Where(search => search.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private static IQueryable<SavedSearch> Own(CatalogDbContext db)
    {
        var owner = Actor.Current.UserId;
        return db.SavedSearches.Where(search => search.OwnerId == null || search.OwnerId == owner);
    }
}

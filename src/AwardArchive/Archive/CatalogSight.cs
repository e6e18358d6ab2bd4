using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AwardArchive.Archive;

/// <summary>
/// What of the catalog a person sees: a model of its own, whose every table leaves out what is hidden, so that no query can forget to. Contexts that see
/// everything have the plain model and pay nothing (see docs/decisions on who sees what).
/// </summary>
internal static class CatalogSight
{
    public static void Limit(ModelBuilder model, CatalogDbContext db)
    {
        model.Entity<Dossier>().HasQueryFilter(dossier =>
            !db.CollectionGrants.Any(grant => grant.DossierId == dossier.Id || (grant.FondsKey != null && grant.FondsKey == dossier.FondsKey))
            || db.CollectionGrants.Any(grant => (grant.DossierId == dossier.Id || (grant.FondsKey != null && grant.FondsKey == dossier.FondsKey))
                && db.SightGroups.Contains(grant.GroupId)));
        model.Entity<Document>().HasQueryFilter(document =>
            document.Confidentiality <= db.SightClearance
            && (document.DossierId == null || db.Dossiers.Any(dossier => dossier.Id == document.DossierId)));
    }
}

/// <summary>One model for contexts that see everything, one for those that do not.</summary>
internal sealed class SightModelKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), ((CatalogDbContext)context).Sight.IsLimited, designTime);
}

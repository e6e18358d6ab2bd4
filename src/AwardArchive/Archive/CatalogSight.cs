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
        model.Entity<Dossier>().HasQueryFilter(dossier => db.SightClearance >= Confidentiality.Open
            && (!db.CollectionGrants.Any(grant => grant.DossierId == dossier.Id || (grant.FondsKey != null && grant.FondsKey == dossier.FondsKey))
                || db.CollectionGrants.Any(grant => (grant.DossierId == dossier.Id || (grant.FondsKey != null && grant.FondsKey == dossier.FondsKey))
                    && db.SightGroups.Contains(grant.GroupId))));
        model.Entity<Document>().HasQueryFilter(document =>
            document.Confidentiality <= db.SightClearance
            && (document.DossierId == null || db.Dossiers.Any(dossier => dossier.Id == document.DossierId)));
        LimitWhatIsOfDocuments(model, db);
        LimitWhatIsOfDossiers(model, db);
        LimitPeople(model, db);
        model.Entity<Batch>().HasQueryFilter(batch => db.Documents.Any(document => document.Batch == batch.Name));
    }

    private static void LimitWhatIsOfDocuments(ModelBuilder model, CatalogDbContext db)
    {
        model.Entity<Page>().HasQueryFilter(page => db.Documents.Any(document => document.Id == page.DocumentId));
        model.Entity<PageRecognition>().HasQueryFilter(recognition => db.Documents.Any(document => document.Id == recognition.DocumentId));
        model.Entity<Mention>().HasQueryFilter(mention => db.Documents.Any(document => document.Id == mention.DocumentId));
        model.Entity<Correction>().HasQueryFilter(correction => db.Documents.Any(document => document.Id == correction.DocumentId));
        model.Entity<MachineReading>().HasQueryFilter(reading => db.Documents.Any(document => document.Id == reading.DocumentId));
        model.Entity<SplitDecision>().HasQueryFilter(decision => db.Documents.Any(document => document.Id == decision.DocumentId));
        model.Entity<PaperReference>().HasQueryFilter(reference => db.Documents.Any(document => document.Id == reference.DocumentId));
        model.Entity<Attempt>().HasQueryFilter(attempt => db.Documents.Any(document => document.Id == attempt.DocumentId));
        model.Entity<Change>().HasQueryFilter(change => db.Documents.Any(document => document.Id == change.DocumentId));
        model.Entity<OriginalCopy>().HasQueryFilter(copy => db.Documents.Any(document => document.Id == copy.DocumentId));
        model.Entity<Finding>().HasQueryFilter(finding => finding.DocumentId == null || db.Documents.Any(document => document.Id == finding.DocumentId));
    }

    private static void LimitWhatIsOfDossiers(ModelBuilder model, CatalogDbContext db)
    {
        model.Entity<DossierRefusal>().HasQueryFilter(refusal =>
            db.Dossiers.Any(dossier => dossier.Id == refusal.DossierId) && db.Documents.Any(document => document.Id == refusal.DocumentId));
        model.Entity<CaseDecision>().HasQueryFilter(decision => db.Dossiers.Any(dossier => dossier.Id == decision.DossierId));
        model.Entity<DossierReport>().HasQueryFilter(report => db.Dossiers.Any(dossier => dossier.Id == report.DossierId));
    }

    /// <summary>A pair tells of both; where either is hidden, nobody knows that somebody is alike.</summary>
    private static void LimitPeople(ModelBuilder model, CatalogDbContext db)
    {
        model.Entity<PersonPair>().HasQueryFilter(pair =>
            db.Mentions.Any(mention => mention.Id == pair.One) && db.Mentions.Any(mention => mention.Id == pair.Other));
        model.Entity<PairDecision>().HasQueryFilter(decision =>
            db.Mentions.Any(mention => mention.Id == decision.One) && db.Mentions.Any(mention => mention.Id == decision.Other));
    }
}

/// <summary>One model for contexts that see everything, one for those that do not.</summary>
internal sealed class SightModelKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), ((CatalogDbContext)context).Sight.IsLimited, designTime);
}

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
        // The parts themselves, not what is seen of them: a filter cannot ask for what it filters.
        model.Entity<ScanPart>().HasNoKey().ToSqlQuery(ScanPart.Sql);
        model.Entity<Document>().HasQueryFilter(document =>
            document.Confidentiality <= db.SightClearance
            && (document.DossierId == null || db.Dossiers.Any(dossier => dossier.Id == document.DossierId))
            && (document.Status != DocumentStatus.Split || !db.Set<ScanPart>().Any(part => part.PartOf == document.Id
                && (part.Confidentiality > db.SightClearance || (part.DossierId != null && !db.Dossiers.Any(dossier => dossier.Id == part.DossierId))))));
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

/// <summary>A paper that a scan was split into, as far as it says who sees the scan: a scan that is split is there for those who see every one of its papers, and for nobody else.</summary>
internal sealed class ScanPart
{
    /// <summary>Those that hold pages: papers of an earlier split that was taken back tell of nothing.</summary>
    public const string Sql = """
        SELECT d."PartOf", d."Confidentiality", d."DossierId" FROM "Documents" AS d
        WHERE d."PartOf" IS NOT NULL AND EXISTS (SELECT 1 FROM "Pages" AS p WHERE p."DocumentId" = d."Id")
        """;

    public Guid PartOf { get; init; }

    public Confidentiality Confidentiality { get; init; }

    public Guid? DossierId { get; init; }
}

/// <summary>One model for contexts that see everything, one for those that do not.</summary>
internal sealed class SightModelKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), ((CatalogDbContext)context).Sight.IsLimited, designTime);
}

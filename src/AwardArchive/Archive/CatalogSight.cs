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
            && (document.DossierId == null || db.Dossiers.Any(dossier => dossier.Id == document.DossierId))
            // A scan shows all its papers.
            && !db.Set<PartOfScan>().Any(part => part.ScanId == document.Id
                && (part.Confidentiality > db.SightClearance || (part.DossierId != null && !db.Dossiers.Any(dossier => dossier.Id == part.DossierId)))));
        model.Entity<PartOfScan>().HasNoKey().ToSqlQuery("SELECT \"PartOf\" AS \"ScanId\", \"Confidentiality\", \"DossierId\" FROM \"Documents\" WHERE \"PartOf\" IS NOT NULL");

        WithDocument<Page>(model, db);
        WithDocument<PageRecognition>(model, db);
        WithDocument<Mention>(model, db);
        WithDocument<Correction>(model, db);
        WithDocument<MachineReading>(model, db);
        WithDocument<SplitDecision>(model, db);
        WithDocument<PaperReference>(model, db);
        WithDocument<Attempt>(model, db);
        WithDocument<Change>(model, db);
        WithDocument<OriginalCopy>(model, db);
        model.Entity<Finding>().HasQueryFilter(finding => finding.DocumentId == null || db.Documents.Any(document => document.Id == finding.DocumentId));
        model.Entity<DossierRefusal>().HasQueryFilter(refusal =>
            db.Dossiers.Any(dossier => dossier.Id == refusal.DossierId) && db.Documents.Any(document => document.Id == refusal.DocumentId));
        model.Entity<PersonPair>().HasQueryFilter(pair => db.Mentions.Any(m => m.Id == pair.One) && db.Mentions.Any(m => m.Id == pair.Other));
        model.Entity<PairDecision>().HasQueryFilter(pair => db.Mentions.Any(m => m.Id == pair.One) && db.Mentions.Any(m => m.Id == pair.Other));

        // A case is seen whole or not at all: a verdict on a part of the evidence would be another verdict.
        model.Entity<CaseCitation>().HasNoKey().ToSqlQuery("SELECT \"DossierId\", \"DocumentId\" FROM \"CaseDecisions\" WHERE \"DocumentId\" IS NOT NULL");
        model.Entity<CaseDecision>().HasQueryFilter(step => db.Dossiers.Any(dossier => dossier.Id == step.DossierId)
            && !db.Set<CaseCitation>().Any(cited => cited.DossierId == step.DossierId && !db.Documents.Any(document => document.Id == cited.DocumentId)));
        model.Entity<DossierReport>().HasQueryFilter(report => db.Dossiers.Any(dossier => dossier.Id == report.DossierId)
            && !db.Set<CaseCitation>().Any(cited => cited.DossierId == report.DossierId && !db.Documents.Any(document => document.Id == cited.DocumentId)));
    }

    /// <summary>Dossiers whose cases cite papers that are hidden here lie there as papers without a case.</summary>
    /// <param name="dossiers">Not tracked.</param>
    public static async Task HideCasesAsync(CatalogDbContext db, IReadOnlyList<Dossier> dossiers, CancellationToken cancellationToken)
    {
        if (!db.Sight.IsLimited) return;
        var ids = dossiers.Where(dossier => dossier.Kind is not null).Select(dossier => dossier.Id).ToList();
        if (ids.Count == 0) return;
        var hidden = await db.Set<CaseCitation>()
            .Where(cited => ids.Contains(cited.DossierId) && !db.Documents.Any(document => document.Id == cited.DocumentId))
            .Select(cited => cited.DossierId).Distinct().ToListAsync(cancellationToken);
        foreach (var dossier in dossiers.Where(dossier => hidden.Contains(dossier.Id))) dossier.Kind = null;
    }

    /// <summary>A row of a document is seen with it.</summary>
    private static void WithDocument<T>(ModelBuilder model, CatalogDbContext db)
        where T : class => model.Entity<T>().HasQueryFilter(row => db.Documents.Any(document => document.Id == EF.Property<Guid>(row, nameof(Page.DocumentId))));
}

/// <summary>A paper that was cut from a scan, whoever looks.</summary>
internal sealed class PartOfScan
{
    public Guid ScanId { get; init; }

    public Confidentiality Confidentiality { get; init; }

    public Guid? DossierId { get; init; }
}

/// <summary>A paper that a case cites, whoever looks.</summary>
internal sealed class CaseCitation
{
    public Guid DossierId { get; init; }

    public Guid DocumentId { get; init; }
}

/// <summary>One model for contexts that see everything, one for those that do not.</summary>
internal sealed class SightModelKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), ((CatalogDbContext)context).Sight.IsLimited, designTime);
}

using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Exchange;

/// <summary>A table of the catalog as a backup sees it: the same rows, whichever database keeps them.</summary>
internal abstract class CatalogTable(string name)
{
    /// <summary>Rows written together.</summary>
    protected const int AtATime = 500;

    /// <summary>In an order in which no row names one that is not there yet. Not backed up: the keys that sign forms, which are made anew; passes of
    /// verification, notes of second copies and leases, which are about the stores and machines that the archive leaves; how much was handed in on a day; how far matching came, which is
    /// made once more.</summary>
    public static readonly IReadOnlyList<CatalogTable> All =
    [
        new CatalogTable<CatalogIdentity>("identity", rows => rows.OrderBy(i => i.Id)),
        new CatalogTable<Document>("documents", rows => rows.OrderBy(d => d.Id)),
        new CatalogTable<Page>("pages", rows => rows.OrderBy(p => p.DocumentId).ThenBy(p => p.Number)),
        new CatalogTable<PageRecognition>("recognitions", rows => rows.OrderBy(r => r.DocumentId).ThenBy(r => r.PageNumber).ThenBy(r => r.Number)),
        new CatalogTable<Entry>("entries", rows => rows.OrderBy(e => e.Id)),
        new CatalogTable<Kin>("kin", rows => rows.OrderBy(k => k.Id)),
        new CatalogTable<WithdrawalRequest>("withdrawals", rows => rows.OrderBy(r => r.Id)),
        new CatalogTable<Correction>("corrections", rows => rows.OrderBy(c => c.DocumentId).ThenBy(c => c.Number)),
        new CatalogTable<MachineReading>("readings", rows => rows.OrderBy(r => r.DocumentId)),
        new CatalogTable<SplitDecision>("split-decisions", rows => rows.OrderBy(d => d.DocumentId).ThenBy(d => d.Number)),
        new CatalogTable<Dossier>("dossiers", rows => rows.OrderBy(d => d.Id)),
        new CatalogTable<DossierRefusal>("dossier-refusals", rows => rows.OrderBy(r => r.DossierId).ThenBy(r => r.DocumentId)),
        new CatalogTable<CaseDecision>("case-decisions", rows => rows.OrderBy(d => d.DossierId).ThenBy(d => d.Number)),
        new CatalogTable<DossierReport>("dossier-reports", rows => rows.OrderBy(r => r.DossierId).ThenBy(r => r.Digest)),
        new CatalogTable<PaperReference>("references", rows => rows.OrderBy(r => r.DocumentId).ThenBy(r => r.Kind).ThenBy(r => r.Key)),
        new CatalogTable<PersonPair>("person-pairs", rows => rows.OrderBy(p => p.Id)),
        new CatalogTable<PairDecision>("pair-decisions", rows => rows.OrderBy(d => d.Id)),
        new CatalogTable<Batch>("batches", rows => rows.OrderBy(b => b.Name)),
        new CatalogTable<Attempt>("attempts", rows => rows.OrderBy(a => a.Id)),
        new CatalogTable<Change>("changes", rows => rows.OrderBy(c => c.Number)),
        new CatalogTable<SavedSearch>("saved-searches", rows => rows.OrderBy(s => s.Id)),
        new CatalogTable<Finding>("findings", rows => rows.OrderBy(f => f.Id)),
        new CatalogTable<ArchiveUser>("users", rows => rows.OrderBy(u => u.Id)),
        new CatalogTable<IdentityUserClaim<Guid>>("user-claims", rows => rows.OrderBy(c => c.Id)),
        new CatalogTable<IdentityUserLogin<Guid>>("user-logins", rows => rows.OrderBy(l => l.LoginProvider).ThenBy(l => l.ProviderKey)),
        new CatalogTable<IdentityUserToken<Guid>>("user-tokens", rows => rows.OrderBy(t => t.UserId).ThenBy(t => t.LoginProvider).ThenBy(t => t.Name)),
        new CatalogTable<AccessToken>("access-tokens", rows => rows.OrderBy(t => t.Id)),
        new CatalogTable<UserGroup>("groups", rows => rows.OrderBy(g => g.Id)),
        new CatalogTable<GroupMember>("group-members", rows => rows.OrderBy(m => m.GroupId).ThenBy(m => m.UserId)),
        new CatalogTable<CollectionGrant>("collection-grants", rows => rows.OrderBy(g => g.Id)),
        new CatalogTable<AuditEntry>("audit-entries", rows => rows.OrderBy(e => e.Number)),
        new CatalogTable<AuditMonthKey>("audit-month-keys", rows => rows.OrderBy(k => k.Month)),
    ];

    public string Name { get; } = name;

    public abstract Type Row { get; }

    /// <returns>How many rows.</returns>
    public abstract Task<long> WriteAsync(CatalogDbContext db, string path, CancellationToken cancellationToken);

    public abstract Task ReadAsync(CatalogDbContext db, string path, CancellationToken cancellationToken);

    public abstract Task<long> CountAsync(CatalogDbContext db, CancellationToken cancellationToken);
}

internal sealed class CatalogTable<T>(string name, Func<IQueryable<T>, IQueryable<T>> inOrder) : CatalogTable(name)
    where T : class
{
    public override Type Row => typeof(T);

    public override Task<long> WriteAsync(CatalogDbContext db, string path, CancellationToken cancellationToken) =>
        JsonLines.WriteAsync(path, inOrder(db.Set<T>().AsNoTracking()).AsAsyncEnumerable(), cancellationToken);

    public override async Task ReadAsync(CatalogDbContext db, string path, CancellationToken cancellationToken)
    {
        var waiting = 0;
        await foreach (var row in JsonLines.ReadAsync<T>(path, cancellationToken))
        {
            db.Add(row);
            if (++waiting % AtATime == 0) await SaveAsync(db, cancellationToken);
        }
        await SaveAsync(db, cancellationToken);
    }

    public override Task<long> CountAsync(CatalogDbContext db, CancellationToken cancellationToken) => db.Set<T>().LongCountAsync(cancellationToken);

    private static async Task SaveAsync(CatalogDbContext db, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}

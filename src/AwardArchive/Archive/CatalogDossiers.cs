using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>What lies in a dossier.</summary>
/// <param name="Pages">Known at the door, from the files.</param>
internal sealed record DossierContent(int Documents, int Pages);

/// <summary>A document that may belong into a dossier, because it and one of the dossier's documents have to do with the same number.</summary>
/// <param name="Document">Lies in no dossier.</param>
/// <param name="Member">The dossier's document.</param>
/// <param name="Kind">What the document has to do with the number.</param>
/// <param name="MemberKind">What the member has to do with it; one of the two bears the number.</param>
internal sealed record DossierProposal(Document Document, Document Member, ReferenceKind Kind, ReferenceKind MemberKind, string Number);

// Dossiers. A document says itself in which dossier it lies, so joining is one edit of the document, with its entry in the change feed.
internal sealed partial class Catalog
{
    public async Task AddDossierAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The dossier of a folder, the first of several; made when who asks sees none.</summary>
    /// <param name="folder">At most <see cref="Dossier.MaxFolderKey"/> characters; the last part becomes the title.</param>
    public async Task<Guid> GetDossierOfFolderAsync(string folder, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = await NextFolderCopyAsync(folder, cancellationToken); // first, as in AddDocumentAsync
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var known = await db.Dossiers.Where(d => d.FolderKey == folder).OrderBy(d => d.FolderCopy).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken);
            if (known is { } id) return id;
            var title = folder.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? last : folder;
            var now = time.GetUtcNow();
            var dossier = new Dossier { Id = Guid.CreateVersion7(now), Title = title, FolderKey = folder, FolderCopy = next, CreatedAt = now };
            db.Dossiers.Add(dossier);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return dossier.Id;
            }
            catch (DbUpdateException e) when (db.IsDuplicate(e))
            {
                if (await NextFolderCopyAsync(folder, cancellationToken) == next) throw;
            }
        }
    }

    private async Task<int> NextFolderCopyAsync(string folder, CancellationToken cancellationToken)
    {
        await using var db = await SeeingAllAsync(cancellationToken);
        return await db.Dossiers.Where(d => d.FolderKey == folder).MaxAsync(d => (int?)d.FolderCopy, cancellationToken) + 1 ?? 0;
    }

    /// <summary>Gives the dossier, or null.</summary>
    public async Task<Dossier?> FindDossierAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
    }

    /// <summary>Dossiers, newest first, each with what lies in it.</summary>
    /// <param name="before">Only older ones; null: from the newest.</param>
    public async Task<IReadOnlyList<(Dossier Dossier, DossierContent Content)>> FindDossiersAsync(Guid? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => before == null || d.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(d => d.Id).Take(limit).ToListAsync(cancellationToken);
        var ids = dossiers.Select(d => (Guid?)d.Id).ToList();
        var contents = await db.Documents.InSight().Where(d => ids.Contains(d.DossierId)).GroupBy(d => d.DossierId)
            .Select(group => new { Id = group.Key!.Value, Documents = group.Count(), Pages = group.Sum(d => d.PageCount) })
            .ToDictionaryAsync(content => content.Id, content => new DossierContent(content.Documents, content.Pages), cancellationToken);
        return [.. dossiers.Select(d => (d, contents.GetValueOrDefault(d.Id) ?? new(0, 0)))];
    }

    /// <summary>Dossiers for which one of these terms of retention was entered, in the order in which they were made, each with the days of its papers.</summary>
    /// <param name="after">Only those made later; null: from the first.</param>
    /// <returns>The days as facts have them; null for papers without one.</returns>
    public async Task<IReadOnlyList<(Dossier Dossier, IReadOnlyList<string?> Days)>> FindDossiersByTermAsync(
        IReadOnlyCollection<string> codes, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => codes.Contains(d.RetentionCode!) && (after == null || d.Id.CompareTo(after.Value) > 0))
            .OrderBy(d => d.Id).Take(limit).ToListAsync(cancellationToken);
        var ids = dossiers.Select(d => (Guid?)d.Id).ToList();
        var papers = await db.Documents.AsNoTracking().InSight().Where(d => ids.Contains(d.DossierId)).Select(d => new { d.DossierId, d.Facts }).ToListAsync(cancellationToken);
        var days = papers.ToLookup(paper => paper.DossierId, paper => paper.Facts?.IssuedOn?.Value);
        return [.. dossiers.Select(d => (d, (IReadOnlyList<string?>)[.. days[d.Id]]))];
    }

    /// <summary>Changes what people may edit. In another fonds, all its documents change: others may see them.</summary>
    /// <returns>False when the version is no longer the one given.</returns>
    public async Task<bool> EditDossierAsync(Guid id, int version, Action<Dossier> edit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var dossier = await db.Dossiers.SingleOrDefaultAsync(d => d.Id == id && d.Version == version, cancellationToken);
        if (dossier is null) return false;
        var fonds = dossier.FondsKey;
        edit(dossier);
        dossier.Version++;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        if (dossier.FondsKey != fonds)
        {
            await db.LockFeedAsync(cancellationToken);
            await db.AddChangesOfDossierAsync(id, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The documents of a dossier: by their sheets, those without sheets behind, in the order in which they came. Withdrawn and split ones are left out.</summary>
    public async Task<IReadOnlyList<Document>> FindDossierDocumentsAsync(Guid dossierId, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.AsNoTracking().InSight().Where(d => d.DossierId == dossierId)
            .OrderBy(d => d.SheetFrom == null).ThenBy(d => d.SheetFrom).ThenBy(d => d.Id).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>Documents without a dossier that name a number of the dossier's papers, or whose number these name; annexes first.</summary>
    public async Task<IReadOnlyList<DossierProposal>> FindProposalsAsync(Guid dossierId, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found =
            from document in db.Documents.AsNoTracking().InSight()
            where document.DossierId == dossierId
            join mine in db.References on document.Id equals mine.DocumentId
            join its in db.References on mine.Key equals its.Key
            where (mine.Kind == ReferenceKind.Own) != (its.Kind == ReferenceKind.Own) && (mine.Year == null || its.Year == null || mine.Year == its.Year)
            join other in db.Documents.AsNoTracking().InSight() on its.DocumentId equals other.Id
            where other.DossierId == null
                && !db.DossierRefusals.Any(refusal => refusal.DossierId == dossierId && refusal.DocumentId == other.Id)
            orderby mine.Kind == ReferenceKind.Citation || its.Kind == ReferenceKind.Citation, other.Id
            select new { other, document, its.Kind, MemberKind = mine.Kind, mine.Number };
        return [.. (await found.Take(limit).ToListAsync(cancellationToken)).DistinctBy(p => p.other.Id).Select(p => new DossierProposal(p.other, p.document, p.Kind, p.MemberKind, p.Number))];
    }

    /// <summary>A person says that a document does not belong into a dossier. Said again, it stays as it was said first.</summary>
    public async Task RefuseProposalAsync(DossierRefusal refusal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.DossierRefusals.AnyAsync(r => r.DossierId == refusal.DossierId && r.DocumentId == refusal.DocumentId, cancellationToken)) return;
        db.DossierRefusals.Add(refusal);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            // Somebody said it at the same moment.
        }
    }

    /// <summary>In the open transaction, the document locked: the numbers on it are those of these facts from now on.</summary>
    private static async Task KeepReferencesAsync(CatalogDbContext db, Guid documentId, DocumentFacts facts, CancellationToken cancellationToken)
    {
        var kept = await db.References.AsNoTracking().Where(r => r.DocumentId == documentId).ToListAsync(cancellationToken);
        var read = PaperReference.Of(documentId, facts);
        if (kept.ToHashSet().SetEquals(read)) return;
        await db.References.Where(r => r.DocumentId == documentId).ExecuteDeleteAsync(cancellationToken);
        db.References.AddRange(read);
    }
}

using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>What became of the wish to take a split back.</summary>
internal enum MergeOutcome
{
    Merged,

    /// <summary>The scan changed meanwhile, or is not split.</summary>
    Changed,

    /// <summary>Persons have stated something about a part since; it would go out of sight with the part.</summary>
    Stated,

    /// <summary>A person has withdrawn a part; its pages would come back into sight.</summary>
    Withdrawn,

    /// <summary>A part lies in a collection that is granted to groups, and the scan does not: who is in none of them would see its pages.</summary>
    Elsewhere,
}

// Scans of several papers. A split moves the rows of pages, results, entries and findings to the papers, in one transaction; no object of the store
// is touched, as a page's image and words keep the name of the page in the file that arrived. So there is nothing to copy, to lose or to clear away,
// whenever a process is killed; and taking a split back is the same move the other way.
internal sealed partial class Catalog
{
    /// <summary>Makes the papers of a scan documents of their own, to be read from the words that are kept.</summary>
    /// <param name="version">What the person looked at.</param>
    /// <param name="papers">All pages of the scan, each once, as <see cref="SplitPlan"/> gives them.</param>
    /// <returns>The new documents, in order; null when the scan changed meanwhile, is on its way, or is no scan that can be split.</returns>
    public async Task<IReadOnlyList<Document>?> SplitAsync(
        Guid scanId, int version, IReadOnlyList<PageRange> papers, Signature signature, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(scanId, cancellationToken);
        var scan = await db.Documents.SingleOrDefaultAsync(
            d => d.Id == scanId && d.Version == version && d.PartOf == null
                && (d.Status == DocumentStatus.Ready || d.Status == DocumentStatus.NeedsAttention), cancellationToken);
        if (scan is null || await PagesOf(db, scanId).CountAsync(cancellationToken) != scan.PageCount || papers[^1].Last != scan.PageCount) return null;

        var now = time.GetUtcNow();
        // In order, for ids of one moment are not: lists by id would show the papers of a scan in any.
        var ids = papers.Select(_ => Guid.CreateVersion7(now)).Order();
        var parts = papers.Zip(ids, (paper, id) => PartOf(scan, paper, id)).ToList();
        db.Documents.AddRange(parts);
        await db.SaveChangesAsync(cancellationToken);
        await MovePagesAsync(db, [scanId], page => new(PartWith(page.Page).Id, page.Page - PartWith(page.Page).FirstPage!.Value + 1), cancellationToken);
        var mentions = await db.Mentions.AsNoTracking().Where(m => m.DocumentId == scanId).ToListAsync(cancellationToken);
        var statements = await db.Corrections.AsNoTracking().Where(c => c.DocumentId == scanId).OrderBy(c => c.Number).ToListAsync(cancellationToken);
        var pageOfRow = mentions.ToDictionary(m => m.Id, m => PageIn(m.Said.Page));
        var carried = new List<SplitPart>();
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, paper) = (parts[i], papers[i]);
            await MoveMentionsAsync(db, [.. mentions.Where(m => PartWith(m.Said.Page) == part).Select(m => m.Id)], part, 1 - paper.First, cancellationToken);
            var mine = CarriedStatements.Of(statements, pageOfRow, paper)
                .Select((said, n) => said.CarriedTo(part.Id, n + 1, 1 - paper.First, paper.Count)).ToList();
            db.Corrections.AddRange(mine);
            carried.Add(new(part.Id, paper.First, paper.Count, mine.Count));
        }
        await db.References.Where(r => r.DocumentId == scanId).ExecuteDeleteAsync(cancellationToken);
        await DecideAsync(db, scanId, SplitAction.Split, [.. papers.Skip(1).Select(paper => paper.First)], carried, signature, cancellationToken);
        (scan.IsSplitProposed, scan.WarningCount) = (false, 0);
        Rest(scan, DocumentStatus.Split, null);
        if (!await SaveChangesOfAsync(db, [scan, .. parts], cancellationToken)) return null;
        await transaction.CommitAsync(cancellationToken);
        return parts;

        Document PartWith(int page) => parts.Last(part => part.FirstPage <= PageIn(page));

        int PageIn(int page) => Math.Clamp(page, 1, scan.PageCount);
    }

    /// <summary>Takes a split back: the scan has its pages and rows again and is read anew, at the highest level that it or a part has; the parts are withdrawn.</summary>
    /// <param name="version">Of the scan, what the person looked at.</param>
    /// <param name="reason">Why the parts are withdrawn, for a person, in Vietnamese.</param>
    public async Task<MergeOutcome> MergeAsync(Guid scanId, int version, string reason, Signature signature, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(scanId, cancellationToken);
        var scan = await db.Documents.SingleOrDefaultAsync(
            d => d.Id == scanId && d.Version == version && d.Status == DocumentStatus.Split, cancellationToken);
        if (scan is null) return MergeOutcome.Changed;
        var made = (await LastSplitAsync(db, scanId, cancellationToken)).Parts.OrderBy(part => part.FirstPage).ToList();
        var ids = made.Select(part => part.Id).ToList();
        foreach (var id in ids.Order()) await db.LockDocumentAsync(id, cancellationToken);
        var parts = await db.Documents.Where(d => ids.Contains(d.Id)).OrderBy(d => d.FirstPage).ToListAsync(cancellationToken);
        // A part that is hidden from who asks would lose its pages.
        if (parts.Count < made.Count) return MergeOutcome.Changed;
        if (parts.Any(part => part.Status == DocumentStatus.Withdrawn)) return MergeOutcome.Withdrawn;
        var classes = await AccessClass.OfAsync(db, [.. parts.Append(scan).Select(d => (d.Id, d.Confidentiality, d.DossierId))], cancellationToken);
        if (parts.Any(part => classes[part.Id].Groups is { IsEmpty: false } groups && !groups.SequenceEqual(classes[scanId].Groups))) return MergeOutcome.Elsewhere;
        scan.Confidentiality = parts.Append(scan).Max(d => d.Confidentiality);
        foreach (var part in made)
        {
            if (await db.Corrections.CountAsync(c => c.DocumentId == part.Id, cancellationToken) > part.Statements) return MergeOutcome.Stated;
        }

        await MovePagesAsync(db, ids, page => parts.Single(part => part.Id == page.Document).PlaceOf(page.Page), cancellationToken);
        foreach (var part in parts)
        {
            var mentions = await db.Mentions.Where(m => m.DocumentId == part.Id).Select(m => m.Id).ToListAsync(cancellationToken);
            await MoveMentionsAsync(db, mentions, scan, part.FirstPage!.Value - 1, cancellationToken);
            (part.IsSplitProposed, part.WarningCount) = (false, 0);
            Rest(part, DocumentStatus.Withdrawn, reason);
        }
        await DecideAsync(db, scanId, SplitAction.Merge, [.. made.Skip(1).Select(part => part.FirstPage)], made, signature, cancellationToken);
        var waits = await PagesOf(db, scanId).AnyAsync(p => p.Status == PageStatus.Waiting, cancellationToken);
        Rest(scan, waits ? DocumentStatus.Recognizing : DocumentStatus.Reading, null);
        if (!await SaveChangesOfAsync(db, [.. parts, scan], cancellationToken)) return MergeOutcome.Changed;
        await transaction.CommitAsync(cancellationToken);
        return MergeOutcome.Merged;
    }

    /// <summary>In the open transaction, the scan edited: what its papers follow it in.</summary>
    /// <param name="level">Of the scan before.</param>
    /// <param name="dossier">Of the scan before.</param>
    /// <returns>The papers that changed, not saved.</returns>
    private static async Task<IReadOnlyList<Document>> TakePartsAlongAsync(CatalogDbContext db, Document scan, Confidentiality level, Guid? dossier, CancellationToken cancellationToken)
    {
        if (scan.Confidentiality <= level && scan.DossierId == dossier) return [];
        await db.LockDocumentAsync(scan.Id, cancellationToken);
        // Papers of an earlier split that was taken back have no pages, and stay as they are.
        var mine = db.Documents.Where(d => d.PartOf == scan.Id && db.Pages.Any(p => p.DocumentId == d.Id));
        foreach (var id in await mine.Select(d => d.Id).OrderBy(id => id).ToListAsync(cancellationToken)) await db.LockDocumentAsync(id, cancellationToken);
        var changed = new List<Document>();
        foreach (var part in await mine.OrderBy(d => d.FirstPage).ToListAsync(cancellationToken))
        {
            var isBelow = scan.Confidentiality > level && part.Confidentiality < scan.Confidentiality;
            var liesThere = scan.DossierId != dossier && part.DossierId == dossier;
            if (isBelow) part.Confidentiality = scan.Confidentiality;
            if (liesThere) (part.DossierId, part.SheetFrom, part.SheetTo) = (scan.DossierId, null, null);
            if (!isBelow && !liesThere) continue;
            part.Version++;
            changed.Add(part);
        }
        return changed;
    }

    /// <summary>A person says that the cuts that are proposed are not to be made. Other cuts may be proposed by a later reading.</summary>
    /// <returns>False when the document changed meanwhile, or none are proposed.</returns>
    public async Task<bool> RefuseSplitAsync(Guid scanId, int version, Signature signature, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockDocumentAsync(scanId, cancellationToken);
        var scan = await db.Documents.InSight().SingleOrDefaultAsync(d => d.Id == scanId && d.Version == version && d.IsSplitProposed, cancellationToken);
        if (scan is null) return false;
        await DecideAsync(db, scanId, SplitAction.Refuse, SplitPlan.ProposedBy(scan.Facts ?? DocumentFacts.None), [], signature, cancellationToken);
        scan.IsSplitProposed = false;
        scan.Version++;
        if (!await SaveChangesOfAsync(db, [scan], cancellationToken)) return false;
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>What persons decided about splitting a scan, newest first.</summary>
    public async Task<IReadOnlyList<SplitDecision>> FindSplitDecisionsAsync(Guid scanId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SplitDecisions.AsNoTracking().Where(d => d.DocumentId == scanId).OrderByDescending(d => d.Number).ToListAsync(cancellationToken);
    }

    /// <summary>The papers of a scan that was split, in order; empty when it was not.</summary>
    public async Task<IReadOnlyList<Document>> FindPartsAsync(Document scan, CancellationToken cancellationToken)
    {
        if (scan.Status != DocumentStatus.Split) return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = (await LastSplitAsync(db, scan.Id, cancellationToken)).Parts.Select(part => part.Id).ToList();
        return await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).OrderBy(d => d.FirstPage).ToListAsync(cancellationToken);
    }

    /// <summary>In the open transaction: whether these facts propose cuts about which nobody has decided.</summary>
    private static async Task<bool> IsSplitProposedAsync(CatalogDbContext db, Document document, DocumentFacts facts, CancellationToken cancellationToken)
    {
        var cuts = SplitPlan.ProposedBy(facts);
        if (cuts.Count == 0 || document.PartOf is not null) return false;
        var refused = await db.SplitDecisions.AsNoTracking()
            .Where(d => d.DocumentId == document.Id && d.Action == SplitAction.Refuse).Select(d => d.FirstPages).ToListAsync(cancellationToken);
        return !refused.Any(pages => pages.SequenceEqual(cuts));
    }

    private static Document PartOf(Document scan, PageRange paper, Guid id) => new()
    {
        Id = id,
        PartOf = scan.Id,
        FirstPage = paper.First,
        PageCount = paper.Count,
        FileName = NameOf(scan.FileName, paper),
        MediaType = scan.MediaType,
        ByteSize = scan.ByteSize,
        Sha256 = scan.Sha256,
        Status = DocumentStatus.Reading,
        ReceivedAt = scan.ReceivedAt,
        SourceReference = scan.SourceReference,
        Batch = scan.Batch,
        DossierId = scan.DossierId,
        Confidentiality = scan.Confidentiality,
        Version = 1,
    };

    /// <summary>The scan's name with the pages: <c>hồ sơ (trang 3–5).pdf</c>. At most as long as a name may be.</summary>
    private static string NameOf(string fileName, PageRange paper)
    {
        const int MaxName = 255;
        var end = $" (trang {paper.Text}){Path.GetExtension(fileName)}";
        var stem = Path.GetFileNameWithoutExtension(fileName);
        return stem[..Math.Min(stem.Length, Math.Max(0, MaxName - end.Length))] + end;
    }

    /// <summary>In the open transaction: whatever is kept of pages goes to other documents. Whoever is at work on one of them loses it.</summary>
    private static async Task MovePagesAsync(
        CatalogDbContext db, IReadOnlyCollection<Guid> from, Func<PagePlace, PagePlace> to, CancellationToken cancellationToken)
    {
        var old = db.Pages.Where(p => from.Contains(p.DocumentId));
        // Written first, so that nobody leases one of them between here and the end.
        await ReleasePagesAsync(old, cancellationToken);
        var pages = await old.AsNoTracking().ToListAsync(cancellationToken);
        var oldResults = db.Recognitions.Where(r => from.Contains(r.DocumentId));
        var results = await oldResults.AsNoTracking().ToListAsync(cancellationToken);
        db.Pages.AddRange(pages.Select(page => Moved(db, page, nameof(Page.Number), to(new(page.DocumentId, page.Number)), page.Place)));
        db.Recognitions.AddRange(results.Select(
            result => Moved(db, result, nameof(PageRecognition.PageNumber), to(new(result.DocumentId, result.PageNumber)), result.Place)));
        await db.SaveChangesAsync(cancellationToken);
        await oldResults.ExecuteDeleteAsync(cancellationToken);
        await old.ExecuteDeleteAsync(cancellationToken);
        var found = await db.Findings.Where(f => f.PageNumber != null && from.Contains(f.DocumentId!.Value))
            .Select(f => new { f.Id, Place = new PagePlace(f.DocumentId!.Value, f.PageNumber!.Value) }).ToListAsync(cancellationToken);
        foreach (var finding in found)
        {
            var (document, number) = to(finding.Place);
            await db.Findings.Where(f => f.Id == finding.Id).ExecuteUpdateAsync(
                set => set.SetProperty(f => f.DocumentId, document).SetProperty(f => f.PageNumber, number), cancellationToken);
        }
    }

    /// <param name="stored">Where its objects lie: that stays.</param>
    private static T Moved<T>(CatalogDbContext db, T row, string number, PagePlace to, PagePlace stored)
        where T : class
    {
        var values = db.Entry(row).CurrentValues.Clone();
        values[nameof(Page.DocumentId)] = to.Document;
        values[number] = to.Page;
        values[nameof(Page.ScanId)] = to == stored ? null : stored.Document;
        values[nameof(Page.ScanPage)] = to == stored ? null : stored.Page;
        return (T)values.ToObject();
    }

    /// <summary>In the open transaction: the rows are another document's, and stay the same rows, at which statements and pairs of people point.</summary>
    private static async Task MoveMentionsAsync(CatalogDbContext db, IReadOnlyList<Guid> ids, Document to, int pages, CancellationToken cancellationToken)
    {
        // Behind those that it has.
        var entries = await db.Entries.Where(e => e.DocumentId == to.Id).MaxAsync(e => (int?)e.Ordinal, cancellationToken) ?? 0;
        var kin = await db.Kin.Where(k => k.DocumentId == to.Id).MaxAsync(k => (int?)k.Ordinal, cancellationToken) ?? 0;
        await db.Mentions.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.DocumentId, to.Id), cancellationToken);
        foreach (var mention in await db.Mentions.Where(m => ids.Contains(m.Id)).OrderBy(m => m.Ordinal).ToListAsync(cancellationToken))
            mention.Move(mention is Kin ? ++kin : ++entries, pages, to.PageCount);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Task<SplitDecision> LastSplitAsync(CatalogDbContext db, Guid scanId, CancellationToken cancellationToken) =>
        db.SplitDecisions.AsNoTracking().Where(d => d.DocumentId == scanId && d.Action == SplitAction.Split)
            .OrderByDescending(d => d.Number).FirstAsync(cancellationToken);

    private async Task DecideAsync(
        CatalogDbContext db, Guid scanId, SplitAction action, IReadOnlyList<int> firstPages, IReadOnlyList<SplitPart> parts, Signature signature,
        CancellationToken cancellationToken)
    {
        var last = await db.SplitDecisions.Where(d => d.DocumentId == scanId).MaxAsync(d => (int?)d.Number, cancellationToken) ?? 0;
        db.SplitDecisions.Add(new()
        {
            DocumentId = scanId, Number = last + 1, Action = action, FirstPages = firstPages, Parts = parts,
            By = signature.By, Note = signature.Note, At = time.GetUtcNow(),
        });
    }

    /// <summary>No step of it is held or due any more.</summary>
    private static void Rest(Document document, DocumentStatus status, string? reason)
    {
        (document.Status, document.Reason, document.Attempts, document.IsReadingDue) = (status, reason, 0, false);
        (document.LeaseOwner, document.LeaseUntil) = (null, null);
        document.Version++;
    }

    /// <summary>The last of a transaction: all rows, then the feed.</summary>
    /// <returns>False when one of the documents changed meanwhile.</returns>
    private static async Task<bool> SaveChangesOfAsync(CatalogDbContext db, IEnumerable<Document> documents, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var document in documents) await db.SaveChangeAsync(document.Id, cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}

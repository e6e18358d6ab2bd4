using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

// What cannot be told of table by table: things made of several papers, of which some are hidden from who asks.
internal sealed partial class Catalog
{
    /// <summary>Whether who asks may see the file that a document came in: a scan that was split is there only for those who see all its papers.</summary>
    public async Task<bool> SeesWholeFileAsync(Document document, CancellationToken cancellationToken) =>
        document.PartOf is not { } scan || await FindAsync(scan, cancellationToken) is not null;

    /// <summary>Whether any of these documents is there and hidden from who asks.</summary>
    public async Task<bool> IsAnyHiddenAsync(IReadOnlyCollection<Guid> documents, CancellationToken cancellationToken)
    {
        if (!Actor.Current.Sight.IsLimited || documents.Count == 0) return false;
        var asked = documents.Distinct().ToList();
        HashSet<Guid> seen;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            seen = [.. await db.Documents.Where(d => asked.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken)];
        using var _ = Actor.Use(Actor.System);
        await using var all = await contexts.CreateDbContextAsync(cancellationToken);
        return (await all.Documents.Where(d => asked.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken)).Exists(id => !seen.Contains(id));
    }

    /// <summary>Whether a step of a case was taken from a paper, or names a row of one, that is hidden from who asks.</summary>
    private async Task<bool> IsHiddenAsync(IReadOnlyList<CaseDecision> steps, CancellationToken cancellationToken)
    {
        var papers = steps.SelectMany(step => new[] { step.Person?.Source?.DocumentId, step.Evidence?.Source?.DocumentId }).OfType<Guid>().ToList();
        var rows = steps.SelectMany(step => step.Person?.Entries ?? []).Distinct().ToList();
        if (rows.Count > 0)
        {
            await using var all = await SeeingAllAsync(cancellationToken);
            papers.AddRange(await all.Mentions.Where(m => rows.Contains(m.Id)).Select(m => m.DocumentId).ToListAsync(cancellationToken));
        }
        return await IsAnyHiddenAsync(papers, cancellationToken);
    }
}

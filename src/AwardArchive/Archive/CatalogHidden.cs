using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

/// <summary>What is asked for is above who asks; for them it is not there.</summary>
internal sealed class NotInSightException() : Exception("It is hidden from who asks.");

// What cannot be told of table by table: things made of several papers, of which some are hidden from who asks.
internal sealed partial class Catalog
{
    /// <summary>Whether who asks may see the file that a document came in: with all papers of its scan, and not one of them hidden.</summary>
    public async Task<bool> SeesWholeFileAsync(Document document, CancellationToken cancellationToken)
    {
        if (!Actor.Current.Sight.IsLimited) return true;
        var scan = document.PartOf ?? document.Id;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // One query would ignore the filters of both.
        var all = await db.Documents.IgnoreQueryFilters().CountAsync(d => d.Id == scan || d.PartOf == scan, cancellationToken);
        return all == await db.Documents.CountAsync(d => d.Id == scan || d.PartOf == scan, cancellationToken);
    }

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

    /// <summary>Papers that the steps of a case were taken from.</summary>
    private static List<Guid> PapersOf(IEnumerable<CaseDecision> steps) =>
        [.. steps.SelectMany(step => new[] { step.Person?.Source?.DocumentId, step.Evidence?.Source?.DocumentId }).OfType<Guid>().Distinct()];
}

using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Archive;

// Reading again after an upgrade: of most documents newer rules say what older ones said, and then nothing is written but that it was read.
internal sealed partial class Catalog
{
    /// <summary>In the open transaction, the document locked: ends a reading that says what the last one said, if the document is what that one made it.</summary>
    /// <remarks>
    /// Facts and rows follow from what the machine reads and what persons state; where neither is new, they are not either. So the document keeps its
    /// version and the feed says nothing. What persons have stated something about, and what needs attention, goes the whole way.
    /// </remarks>
    /// <returns>False when it must be kept as every reading; nothing is written then.</returns>
    private async Task<bool> EndSameReadingAsync(CatalogDbContext db, StepLease lease, DocumentReading reading, CancellationToken cancellationToken)
    {
        var said = await Held(db, lease).Where(d => d.Status == DocumentStatus.Ready && d.IsReadingDue && d.Facts != null)
            .Where(d => !db.Corrections.Any(c => c.DocumentId == d.Id))
            .Where(d => !db.Pages.Any(p => p.DocumentId == d.Id && p.Number > 0 && p.Status == PageStatus.NeedsAttention))
            .Join(db.Readings, d => d.Id, r => r.DocumentId, (d, r) => new { Document = d, r.Content }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (said is null || !MachineReading.IsSame(said.Content, reading)) return false;
        var now = time.GetUtcNow();
        // An archive of before these were counted gets them here.
        var (warnings, isSplitProposed) = (WarningsOf(said.Document, reading.Facts), await IsSplitProposedAsync(db, said.Document, reading.Facts, cancellationToken));
        await db.Readings.Where(r => r.DocumentId == lease.DocumentId).ExecuteUpdateAsync(set => set.SetProperty(r => r.ReadAt, now), cancellationToken);
        await Held(db, lease).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.IsReadingDue, false).SetProperty(d => d.Attempts, 0).SetProperty(d => d.WarningCount, warnings).SetProperty(d => d.IsSplitProposed, isSplitProposed),
            cancellationToken);
        await ReleaseDocumentsAsync(Held(db, lease), cancellationToken);
        await EndAttemptAsync(db, lease, null, cancellationToken);
        return true;
    }
}

using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Fixity;

/// <summary>Verifies an original in the store and in the second one, and repairs either from the other.</summary>
internal sealed partial class OriginalCheck(
    IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, SecondStore second, Examiner examiner, OriginalRepair repair, FindingBook findings,
    ILogger<OriginalCheck> log)
{
    /// <returns>Whether the original is whole in the first store, now; of a part, as far as is known.</returns>
    public async Task<bool> CheckAsync(Document document, RunMeter meter, CancellationToken cancellationToken)
    {
        var original = ExpectedObject.OriginalOf(document);
        // A part has no original of its own: it is verified as its scan's.
        if (document.PartOf is not null) return !await findings.IsOpenAsync(FindingPlace.Objects, original.Key, cancellationToken);
        var here = await examiner.ExamineAsync(objects, original, cancellationToken);
        await meter.CountAsync(here, cancellationToken);
        if (second.Objects is not { } copies)
        {
            if (here.IsWhole) await findings.SettleAsync(FindingPlace.Objects, [original.Key.Value], null, cancellationToken);
            else await NoteAsync(FindingPlace.Objects, original, here, FindingRemedy.NoOtherStore, cancellationToken);
            return here.IsWhole;
        }
        // What is not copied yet cannot be missing there.
        if (here.IsWhole && !await IsCopiedAsync(document, cancellationToken))
        {
            await findings.SettleAsync(FindingPlace.Objects, [original.Key.Value], null, cancellationToken);
            return true;
        }
        var there = await examiner.ExamineAsync(copies, original, cancellationToken);
        await meter.CountAsync(there, cancellationToken);
        await JudgeAsync(FindingPlace.Second, original, copies, there, objects, here, cancellationToken);
        return await JudgeAsync(FindingPlace.Objects, original, objects, here, copies, there, cancellationToken);
    }

    /// <returns>Whether it is whole now.</returns>
    private async Task<bool> JudgeAsync(
        FindingPlace place, ExpectedObject original, IObjectStore store, Examined found, IObjectStore other, Examined inOther, CancellationToken cancellationToken)
    {
        if (found.IsWhole)
        {
            await findings.SettleAsync(place, [original.Key.Value], null, cancellationToken);
            return true;
        }
        // What the store fails to read may be whole, and could not be set aside.
        if (!inOther.IsWhole || found.Kind == FindingKind.Unreadable)
        {
            await NoteAsync(place, original, found, inOther.IsWhole ? FindingRemedy.None : FindingRemedy.NoGoodCopy, cancellationToken);
            return false;
        }
        var finding = await NoteAsync(place, original, found, FindingRemedy.None, cancellationToken);
        var isWhole = await repair.RepairAsync(
            store, other, original, found,
            aside => findings.RemedyAsync(finding, FindingRemedy.FromOtherStore, aside?.Value, null, cancellationToken), cancellationToken);
        if (!isWhole)
        {
            await findings.RemedyAsync(finding, FindingRemedy.NoGoodCopy, null, null, cancellationToken);
            return false;
        }
        await findings.SettleAsync(place, [original.Key.Value], FindingRemedy.FromOtherStore, cancellationToken);
        Log.Repaired(log, original.Key, place);
        return true;
    }

    private async Task<Finding> NoteAsync(FindingPlace place, ExpectedObject original, Examined found, FindingRemedy remedy, CancellationToken cancellationToken)
    {
        var finding = await findings.NoteAsync(place, original, found, cancellationToken);
        await findings.RemedyAsync(finding, remedy, null, null, cancellationToken);
        Log.Found(log, original.Key, found.Kind!.Value, place, remedy);
        return finding;
    }

    private async Task<bool> IsCopiedAsync(Document document, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OriginalCopies.AnyAsync(c => c.DocumentId == document.Id && c.Store == second.Name, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Key} is {Kind} in {Place}; remedy: {Remedy}.")]
        public static partial void Found(ILogger log, ObjectKey key, FindingKind kind, FindingPlace place, FindingRemedy remedy);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Key} in {Place} was put back from the other store and verified.")]
        public static partial void Repaired(ILogger log, ObjectKey key, FindingPlace place);
    }
}

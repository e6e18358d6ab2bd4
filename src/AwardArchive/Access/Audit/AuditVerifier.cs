using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Audit;

/// <summary>Holds the chain against its hashes, this machine's head, all checkpoints and a mark from paper, in constant memory, beside whoever writes to it.</summary>
internal sealed class AuditVerifier(IDbContextFactory<CatalogDbContext> contexts, AuditKeys keys, AuditHead head, AuditCheckpoints checkpoints)
{
    private const int AtATime = 2000;

    /// <param name="noted">A mark of before, from where nobody could change it; null: none.</param>
    /// <param name="cancellationToken">Stops it; nothing is written anywhere.</param>
    public async Task<AuditVerdict> VerifyAsync(AuditMark? noted, CancellationToken cancellationToken)
    {
        // What they know was committed before they were written: the chain that is read after has it.
        var (state, mark) = await head.ReadAsync(cancellationToken);
        var numbers = await checkpoints.ListAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<(long Number, Func<Task<AuditMark?>> Read)> marks =
        [
            .. numbers.Select(number => (number, (Func<Task<AuditMark?>>)(() => checkpoints.ReadAsync(number, cancellationToken)))),
            .. new[] { mark, noted }.OfType<AuditMark>().Select(one => (one.Number, (Func<Task<AuditMark?>>)(() => Task.FromResult<AuditMark?>(one)))),
        ];
        marks.Sort((one, other) => one.Number.CompareTo(other.Number));
        var walk = new AuditWalk(keys, new AuditNeighbors(db, keys, known: marks.Count == 0 ? 0 : marks[^1].Number));
        if (state == HeadState.Forged) walk.Note(AuditFaultKind.HeadForged, 0);
        var due = 0;
        for (var after = long.MinValue; !walk.IsFull;)
        {
            var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Number > after).OrderBy(e => e.Number).Take(AtATime).ToListAsync(cancellationToken);
            foreach (var entry in entries)
            {
                await walk.StepAsync(entry, cancellationToken);
                for (; due < marks.Count && marks[due].Number <= walk.Number; due++)
                    walk.Compare(marks[due].Number, await marks[due].Read());
            }
            if (entries.Count < AtATime) break;
            after = entries[^1].Number;
        }
        if (walk.Entries > 0 && state == HeadState.Missing) walk.Note(AuditFaultKind.HeadMissing, walk.Number);
        for (; due < marks.Count && !walk.IsFull; due++)
        {
            if (await marks[due].Read() is null) walk.Note(AuditFaultKind.CheckpointForged, marks[due].Number);
            else walk.EndBefore();
        }
        return new(
            walk.Entries, walk.Last?.ToString(), mark?.Number, mark is null ? 0 : Math.Max(0, walk.Number - mark.Number), numbers.Count,
            await OpenAsync(db, cancellationToken), walk.Faults);
    }

    private static async Task<long> OpenAsync(CatalogDbContext db, CancellationToken cancellationToken) =>
        await db.AuditEntries.LongCountAsync(e => e.Outcome == AuditOutcome.Intended && !db.AuditEntries.Any(other => other.Intent == e.Number), cancellationToken);
}

using AwardArchive.Archive;
using AwardArchive.People.Matching;
using AwardArchive.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.People;

/// <param name="Entries">Award entries of persons, and persons of forms, that were compared.</param>
/// <param name="Compared">Pairs that were weighed.</param>
/// <param name="Proposals">That stand now and wait for a decision.</param>
/// <param name="Withdrawn">Earlier ones that are not proposed any more.</param>
/// <param name="SkippedBlocks">Keys under which too many entries met to be compared.</param>
internal sealed record MatchOutcome(int Entries, int Compared, int Proposals, int Withdrawn, int SkippedBlocks);

/// <summary>Compares all award entries of persons and all persons of forms, and keeps what it proposes. It joins nobody.</summary>
/// <remarks>
/// One at a time. May be killed at any moment and run again: proposals are written by the hundred, each valid by itself, and those that
/// no matching proposes any more are taken out last. What people decided stays, but for a refusal of what has changed since.
/// </remarks>
internal sealed partial class MatchRun(
    IDbContextFactory<CatalogDbContext> contexts, Gazetteer gazetteer, UpkeepLeases leases, IOptions<PipelineOptions> steps, TimeProvider time, ILogger<MatchRun> log)
{
    private const string LeaseName = "match-people";

    /// <summary>Rows read, and proposals written, together.</summary>
    internal int AtATime { get; init; } = 500;

    /// <param name="progress">Told what has been done, in words for the terminal.</param>
    /// <returns>Null when another matching is at it.</returns>
    public async Task<MatchOutcome?> RunAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid();
        if (!await leases.TryTakeAsync(LeaseName, owner, cancellationToken)) return null;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = LeaseRenewal.RunAsync(
            steps.Value.LeaseDuration, time,
            async stop =>
            {
                if (await leases.TryHoldAsync(LeaseName, owner, stop)) return true;
                await lost.CancelAsync();
                return false;
            },
            e => Log.NotHeld(log, e), ended.Token);
        try
        {
            return await CompareAsync(progress, lost.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // another one took it over
        }
        finally
        {
            await ended.CancelAsync();
            await renewal;
            await leases.TryLetGoAsync(LeaseName, owner);
        }
    }

    private async Task<MatchOutcome> CompareAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var seen = await LastChangeAsync(cancellationToken);
        var (mentions, digests) = await ReadAsync(progress, cancellationToken);
        progress?.Report($"{mentions.Count} entries read, comparing");
        var matcher = new PersonMatcher(mentions, await gazetteer.HistoryAsync(cancellationToken));
        var proposals = await Task.Run(() => matcher.Propose(cancellationToken: cancellationToken), cancellationToken);
        progress?.Report($"{proposals.Count} proposals");
        var kept = 0;
        foreach (var some in proposals.Chunk(AtATime))
        {
            await KeepAsync(some, digests, startedAt, cancellationToken);
            progress?.Report($"{kept += some.Length} / {proposals.Count} proposals kept");
        }
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockPeopleAsync(cancellationToken);
        var withdrawn = await db.PersonPairs.Where(p => p.State == PairState.Proposed && p.ProposedAt < startedAt).ExecuteDeleteAsync(cancellationToken);
        await MatchTurns.EndAsync(db, seen, cancellationToken);
        var standing = await db.PersonPairs.CountAsync(p => p.State == PairState.Proposed, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(mentions.Count, matcher.ComparedPairs, standing, withdrawn, matcher.SkippedBlocks);
    }

    private async Task<long> LastChangeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.LastChangeAsync(cancellationToken);
    }

    private async Task<(List<PersonMention> Mentions, Dictionary<Guid, string> Digests)> ReadAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var mentions = new List<PersonMention>();
        var digests = new Dictionary<Guid, string>();
        var last = Guid.Empty;
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var some = await PersonEntry.Standing(db).Where(e => e.Id.CompareTo(last) > 0).OrderBy(e => e.Id).Take(AtATime).ToListAsync(cancellationToken);
            if (some.Count == 0) return (mentions, digests);
            foreach (var person in await PersonEntry.OfAsync(db, some, cancellationToken))
            {
                mentions.Add(EntryMention.Of(person));
                digests.Add(person.Row.Id, EntryMention.Digest(person.Row));
            }
            last = some[^1].Id;
            progress?.Report($"{mentions.Count} entries read");
        }
    }

    private async Task KeepAsync(MatchProposal[] proposals, Dictionary<Guid, string> digests, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockPeopleAsync(cancellationToken);
        var ids = proposals.Select(proposal => PersonPair.IdOf(proposal.One, proposal.Other)).ToList();
        var known = await db.PersonPairs.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        foreach (var (proposal, id) in proposals.Zip(ids))
        {
            var seen = digests[proposal.One] + digests[proposal.Other];
            var pair = known.GetValueOrDefault(id);
            if (pair is { State: PairState.Confirmed } || (pair is { State: PairState.Refused } && pair.Seen == seen)) continue;
            if (pair is null) db.PersonPairs.Add(pair = new() { Id = id, One = proposal.One, Other = proposal.Other, Reasons = [], Seen = seen });
            (pair.State, pair.Probability, pair.IsSure, pair.Seen) = (PairState.Proposed, proposal.Probability, proposal.IsSure, seen);
            // A matching that began later may have been here first.
            if (pair.ProposedAt < startedAt) pair.ProposedAt = startedAt;
            pair.Reasons = [.. proposal.Reasons.Select(reason => new PairReason(EvidenceText.Of(reason), Math.Round(reason.Weight, 2), reason.IsContradiction))];
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The right to match people could not be held anew; it is tried again.")]
        public static partial void NotHeld(ILogger log, Exception exception);
    }
}

using System.Threading.Channels;
using AwardArchive.Archive;
using AwardArchive.Archive.Postgres;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Audit;

/// <summary>Writes the chain: all who wait at a moment share one transaction, and each is answered when its entry and the head behind it are durable.</summary>
/// <remarks>On PostgreSQL many processes write one chain under an advisory lock, on SQLite under the lock of its one writer.</remarks>
internal sealed partial class AuditLog : IAuditLog, IAsyncDisposable, IDisposable
{
    /// <summary>Entries of one transaction.</summary>
    private const int AtATime = 512;

    private const int MaxDetail = 2000;

    private readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly IDbContextFactory<CatalogDbContext> contexts;
    private readonly AuditKeys keys;
    private readonly AuditMonths months;
    private readonly AuditHead head;
    private readonly AuditCheckpoints checkpoints;
    private readonly AuditForgetting forgetting;
    private readonly TimeProvider time;
    private readonly ILogger<AuditLog> log;
    private readonly Task writing;
    private readonly Dictionary<int, byte[]?> keysOfMonths = [];
    private Task checkpoint = Task.CompletedTask;

    public AuditLog(
        IDbContextFactory<CatalogDbContext> contexts, AuditKeys keys, AuditMonths months, AuditHead head, AuditCheckpoints checkpoints, AuditForgetting forgetting,
        TimeProvider time, ILogger<AuditLog> log)
    {
        (this.contexts, this.keys, this.months, this.head, this.checkpoints, this.forgetting, this.time, this.log) =
            (contexts, keys, months, head, checkpoints, forgetting, time, log);
        // Whoever comes first lends its flow of control to nobody: the chain is written by the service.
        using (ExecutionContext.SuppressFlow()) writing = Task.Run(WriteWaitingAsync);
    }

    /// <summary>The user and machine of what is done here and not over the network.</summary>
    private static string Here { get; } = $"{Environment.UserName}@{Environment.MachineName}";

    public Task WriteAsync(AuditEvent entry, CancellationToken cancellationToken) =>
        AppendAsync(entry, AuditOutcome.Done, null, Actor.Current, cancellationToken);

    /// <summary>Ends when the entry is durable.</summary>
    /// <param name="entry">What is told.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="intent">The entry that announced it; null: none did.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="cancellationToken">Stops waiting; the entry is written all the same.</param>
    /// <returns>Its number.</returns>
    public Task<long> AppendAsync(AuditEvent entry, AuditOutcome outcome, long? intent, Actor actor, CancellationToken cancellationToken)
    {
        var one = new Waiting(
            new()
            {
                At = time.GetUtcNow(),
                Action = entry.Action,
                Outcome = outcome,
                Intent = intent,
                UserId = actor.UserId,
                Name = Text(actor.Name, AuditEntry.MaxName)!,
                TokenId = actor.TokenId,
                Address = Text(actor.Address ?? (actor.Sight.IsLimited ? null : Here), AuditEntry.MaxAddress),
                Target = Text(entry.Target, AuditEntry.MaxTarget),
            },
            Text(entry.Detail, MaxDetail));
        return waiting.Writer.TryWrite(one)
            ? one.Written.Task.WaitAsync(cancellationToken)
            : throw new ObjectDisposedException(nameof(AuditLog));
    }

    /// <summary>What still waits is written before it ends.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
        await checkpoint;
    }

    /// <summary>Of a host that is let go without waiting: nobody waits for an entry any more.</summary>
    public void Dispose() => waiting.Writer.TryComplete();

    private async Task WriteWaitingAsync()
    {
        var group = new List<Waiting>(AtATime);
        while (await waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < AtATime && waiting.Reader.TryRead(out var one)) group.Add(one);
            try
            {
                await WriteGroupAsync(group);
                foreach (var one in group) one.Written.SetResult(one.Entry.Number);
            }
            catch (Exception e)
            {
                keysOfMonths.Clear(); // one of them may not have been committed
                Log.NotWritten(log, e, group.Count);
                foreach (var one in group) one.Written.TrySetException(e);
            }
        }
    }

    private async Task WriteGroupAsync(List<Waiting> group)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockAuditAsync(CancellationToken.None);
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).Select(e => new AuditMark(e.Number, e.Hash)).FirstOrDefaultAsync();
        var standing = await StandAsync(db, last);
        List<Waiting> all = [.. Begun(standing, last), .. await ForgottenAsync(db, group), .. group];
        var (number, previous) = (last?.Number ?? 0, last?.Hash ?? AuditHash.Start);
        foreach (var (entry, detail) in all.Select(one => (one.Entry, one.Detail)))
        {
            entry.Number = ++number;
            if (detail is not null && await KeyOfAsync(db, AuditMonths.Of(entry.At)) is { } key) entry.Detail = SealedBytes.Seal(detail, key, number);
            entry.KeyId = keys.Current.Id;
            entry.Previous = previous;
            entry.Hash = previous = AuditHash.Of(entry, number, keys.Current);
            db.AuditEntries.Add(entry);
        }
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        if (standing == Standing.Broken) return;
        var mark = new AuditMark(number, previous);
        await head.WriteAsync(mark, CancellationToken.None);
        // The store may be slow or away; no answer waits for it.
        if (checkpoint.IsCompleted) checkpoint = Task.Run(() => checkpoints.KeepAsync(mark));
    }

    /// <summary>Whether the chain in the catalog is the one that this machine's head knows. Where it is not, the head stays as it is: it is the evidence.</summary>
    private async Task<Standing> StandAsync(CatalogDbContext db, AuditMark? last)
    {
        var (state, mark) = await head.ReadAsync(CancellationToken.None);
        if (state == HeadState.Missing) return Standing.Headless;
        var here = mark is null || last is null || mark.Number > last.Number ? null
            : mark.Number == last.Number ? last.Hash
            // Others wrote, or a process was killed between commit and head.
            : await db.AuditEntries.Where(e => e.Number == mark.Number).Select(e => e.Hash).SingleOrDefaultAsync();
        if (here is not null && here.AsSpan().SequenceEqual(mark!.Hash)) return Standing.Whole;
        Log.Broken(log, mark?.Number);
        return Standing.Broken;
    }

    /// <summary>A head that is begun where entries are already is itself an entry: a new machine, a restored archive, or somebody took the old one away.</summary>
    private IEnumerable<Waiting> Begun(Standing standing, AuditMark? last) =>
        standing == Standing.Headless && last is not null ? [Own("audit/head")] : [];

    /// <summary>The first entry of a month destroys what is past its term.</summary>
    private async Task<IEnumerable<Waiting>> ForgottenAsync(CatalogDbContext db, List<Waiting> group)
    {
        var month = AuditMonths.Of(group[^1].Entry.At);
        if (keysOfMonths.ContainsKey(month)) return [];
        await KeyOfAsync(db, month);
        var destroyed = await forgetting.ForgetPastTermAsync(db, group[^1].Entry.At, CancellationToken.None);
        return destroyed.Select(gone => Own(AuditForgetting.TargetOf(gone)));
    }

    private Waiting Own(string target) => new(
        new() { At = time.GetUtcNow(), Action = AuditAction.Maintained, Name = Actor.System.Name, Address = Here, Target = target }, null);

    private async Task<byte[]?> KeyOfAsync(CatalogDbContext db, int month)
    {
        if (keysOfMonths.TryGetValue(month, out var known)) return known;
        return keysOfMonths[month] = await months.GetAsync(db, month, CancellationToken.None);
    }

    private static string? Text(string? text, int max) =>
        text is null ? null : PostgresText.Storable(text.Length <= max ? text : text[..max]);

    /// <summary>How the catalog's chain stands to this machine's head.</summary>
    private enum Standing
    {
        Whole,
        Headless,
        Broken,
    }

    private sealed record Waiting(AuditEntry Entry, string? Detail)
    {
        public TaskCompletionSource<long> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Count} entries of the audit chain could not be written; what they tell of is refused.")]
        public static partial void NotWritten(ILogger logger, Exception exception, int count);

        [LoggerMessage(LogLevel.Critical, "The audit chain in the catalog is not the one that this machine's head knows (entry {Number}). Run: award-archive audit verify")]
        public static partial void Broken(ILogger logger, long? number);
    }
}

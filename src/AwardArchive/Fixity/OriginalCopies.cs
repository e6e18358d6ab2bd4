using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Fixity;

/// <summary>Copies accepted originals to the second store, each verified there before it counts as copied.</summary>
/// <remarks>One machine is at it. Should two be, they copy the same bytes under the same keys.</remarks>
internal sealed partial class OriginalCopies(
    IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, SecondStore second, StorePresence stores, Examiner examiner,
    IOptions<ArchiveOptions> archive, IOptions<FixityOptions> options, UpkeepLeases leases, TimeProvider time, ILogger<OriginalCopies> log)
{
    private const string LeaseName = "copy-originals";

    private const int AtATime = 100;

    /// <summary>Originals that are not in the second store yet; 0 when there is none.</summary>
    public async Task<int> CountWaitingAsync(CancellationToken cancellationToken)
    {
        if (second.Objects is null) return 0;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.CountAsync(d => d.PartOf == null, cancellationToken) - await db.OriginalCopies.CountAsync(c => c.Store == second.Name, cancellationToken);
    }

    /// <param name="whole">Goes on until all are copied, whatever the limits of a run say.</param>
    /// <returns>How many were copied.</returns>
    /// <exception cref="ObjectStoreUnavailableException">Either store is away; what was copied counts.</exception>
    public async Task<int> RunAsync(bool whole, CancellationToken cancellationToken)
    {
        var owner = Guid.NewGuid();
        if (second.Objects is not { } copies || await CountWaitingAsync(cancellationToken) == 0 || !await leases.TryTakeAsync(LeaseName, owner, cancellationToken)) return 0;
        try
        {
            await stores.RequireAsync(cancellationToken);
            return await CopyAllAsync(owner, copies, whole, cancellationToken);
        }
        finally
        {
            await leases.TryLetGoAsync(LeaseName, owner);
        }
    }

    private async Task<int> CopyAllAsync(Guid owner, IObjectStore copies, bool whole, CancellationToken cancellationToken)
    {
        var pace = new Pace(options.Value.BytesPerSecond, long.MaxValue, whole ? TimeSpan.MaxValue : options.Value.RunTime, time);
        var copied = 0;
        for (var after = Guid.Empty; ;)
        {
            var documents = await NextAsync(after, cancellationToken);
            foreach (var document in documents)
            {
                if (pace.IsSpent || !await leases.TryHoldAsync(LeaseName, owner, cancellationToken)) return copied;
                if (await CopyAsync(document, copies, cancellationToken)) copied++;
                await pace.SpendAsync(document.ByteSize, cancellationToken);
            }
            if (documents.Count < AtATime) return copied;
            after = documents[^1].Id;
        }
    }

    /// <returns>False when there is nothing whole to copy: verification says so.</returns>
    private async Task<bool> CopyAsync(Document document, IObjectStore copies, CancellationToken cancellationToken)
    {
        var original = ExpectedObject.OriginalOf(document);
        var there = await examiner.ExamineAsync(copies, original, cancellationToken);
        if (there.Kind == FindingKind.Missing)
        {
            using var scratch = new Scratch(archive.Value);
            ObjectContent? content;
            await using (var file = File.Create(scratch.Path)) content = await objects.CopyToAsync(original.Key, file, cancellationToken);
            if (content?.Sha256 != document.Sha256)
            {
                Log.NotCopied(log, original.Key);
                return false;
            }
            await copies.PutFileAsync(original.Key, scratch.Path, cancellationToken);
            there = await examiner.ExamineAsync(copies, original, cancellationToken);
        }
        // Altered there: it is noted as a copy, so that verification finds and repairs it.
        await NoteAsync(document, cancellationToken);
        return there.IsWhole;
    }

    private async Task NoteAsync(Document document, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.OriginalCopies.Add(new() { DocumentId = document.Id, Store = second.Name, CopiedAt = time.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            // Another machine was quicker.
        }
    }

    private async Task<List<Document>> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.AsNoTracking().Where(d => d.Id.CompareTo(after) > 0 && d.PartOf == null)
            .Where(d => !db.OriginalCopies.Any(c => c.DocumentId == d.Id && c.Store == second.Name))
            .OrderBy(d => d.Id).Take(AtATime).ToListAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Key} is not whole and was not copied to the second store.")]
        public static partial void NotCopied(ILogger log, ObjectKey key);
    }
}

using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Audit;

/// <summary>Marks of the chain in the object store, from time to time: what one machine wrote, any other can hold against the catalog.</summary>
internal sealed partial class AuditCheckpoints(
    IObjectStore objects, AuditKeys keys, IOptions<AuditOptions> options, IOptions<ArchiveOptions> archive, TimeProvider time, ILogger<AuditCheckpoints> log)
{
    private long number;
    private long? stamp;

    /// <summary>Keeps the mark where the last one is old enough. A store that is away is asked again with the next mark.</summary>
    public async Task KeepAsync(AuditMark mark)
    {
        // A process begins to count where it begins to write.
        if (stamp is null) (stamp, number) = (time.GetTimestamp(), mark.Number - 1);
        if (mark.Number - number < options.Value.CheckpointEntries && time.GetElapsedTime(stamp.Value) < options.Value.CheckpointInterval) return;
        try
        {
            await PutAsync(mark, CancellationToken.None);
            (stamp, number) = (time.GetTimestamp(), mark.Number);
        }
        catch (Exception e)
        {
            Log.NotKept(log, e, mark.Number);
        }
    }

    public async Task PutAsync(AuditMark mark, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(archive.Value.ScratchFolder);
        var path = Path.Combine(archive.Value.ScratchFolder, $"{Guid.CreateVersion7():N}.checkpoint");
        try
        {
            await File.WriteAllBytesAsync(path, mark.Write(keys.Current), cancellationToken);
            await objects.PutFileAsync(ObjectKey.AuditCheckpoint(mark.Number), path, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The numbers of all checkpoints, ascending.</summary>
    public async Task<IReadOnlyList<long>> ListAsync(CancellationToken cancellationToken)
    {
        var numbers = new List<long>();
        await foreach (var stored in objects.ListAsync(ObjectKey.AuditCheckpoints, cancellationToken))
        {
            if (stored.Key.AuditNumber is { } one) numbers.Add(one);
        }
        numbers.Sort();
        return numbers;
    }

    /// <returns>Null where it is not what we wrote under this number.</returns>
    public async Task<AuditMark?> ReadAsync(long of, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await objects.CopyToAsync(ObjectKey.AuditCheckpoint(of), bytes, cancellationToken);
        return AuditMark.Read(bytes.ToArray(), keys) is { } mark && mark.Number == of ? mark : null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The checkpoint at entry {Number} of the audit chain could not be kept; the next one is tried.")]
        public static partial void NotKept(ILogger logger, Exception exception, long number);
    }
}

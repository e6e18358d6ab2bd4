using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Capture;

/// <summary>Takes what scanners and people put into a folder; each file ends in <c>done/</c> or, with its reason beside it, in <c>failed/</c>.</summary>
/// <remarks>
/// Nothing is deleted. Killed after a file is captured and before it is moved, the next run finds a duplicate and moves it then.
/// The folder is looked at again and again rather than watched: network folders send no events.
/// </remarks>
internal sealed partial class WatchedFolder(
    DocumentCapture capture, IOptions<WatchedFolderOptions> options, IOptions<ArchiveOptions> archive, TimeProvider time, ILogger<WatchedFolder> log)
    : BackgroundService
{
    private readonly string root = Path.GetFullPath(options.Value.Path ?? Path.Combine(archive.Value.DataFolder, "inbox"));

    private readonly string batch = DisplayText.End($"{Environment.MachineName}:{options.Value.Path ?? "inbox"}", Batch.MaxName)!;

    private Dictionary<string, Sighting> sightings = [];
    private HashSet<string> unreadable = [];

    private string Done => Path.Combine(root, "done");

    private string Failed => Path.Combine(root, "failed");

    /// <summary>Looks once: takes what has settled, remembers the rest for the next look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in new[] { root, Done, Failed }) Directory.CreateDirectory(folder);
        var (seen, unlisted) = (new Dictionary<string, Sighting>(), new HashSet<string>());
        var open = true; // until the archive itself can take no more
        foreach (var file in FolderWalk.Files(root, [Done, Failed], NoteUnreadable))
        {
            if (file.LinkTarget is not null) continue;
            var sighting = Sighting.Of(file, sightings.GetValueOrDefault(file.FullName), time.GetTimestamp());
            if (open && !sighting.IsStuck && time.GetElapsedTime(sighting.Since) >= options.Value.SettleTime)
                open = await TakeAsync(file, sighting, cancellationToken);
            seen[file.FullName] = sighting;
        }
        (sightings, unreadable) = (seen, unlisted);

        void NoteUnreadable(string folder, Exception e)
        {
            if (unlisted.Add(folder) && !unreadable.Contains(folder)) Log.FolderUnreadable(log, folder, e.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled) return;
        Log.Watching(log, root);
        using var timer = new PeriodicTimer(options.Value.PollInterval, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.LookFailed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>False when the archive can take nothing at the moment: the others wait too.</returns>
    private async Task<bool> TakeAsync(FileInfo file, Sighting sighting, CancellationToken cancellationToken)
    {
        try
        {
            var reason = await CaptureAsync(file, cancellationToken);
            // A file that grew meanwhile was not finished: it is left to settle again.
            file.Refresh();
            if (sighting.IsOf(file)) Move(file, reason, sighting);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!sighting.IsReported) Log.Waits(log, file.FullName, e.Message);
            sighting.IsReported = true;
            return e is IOException and not StorageFullException or UnauthorizedAccessException; // the file's own fault
        }
    }

    /// <returns>Why the file is not taken; null when it is in the archive.</returns>
    private async Task<string?> CaptureAsync(FileInfo file, CancellationToken cancellationToken)
    {
        // An empty file may also be a pipe, and opening that would wait for ever.
        if (file.Length == 0) return CaptureProblem.EmptyFile.Title;
        try
        {
            await using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, useAsync: true);
            var folder = file.DirectoryName == root ? null : Path.GetRelativePath(root, file.DirectoryName!);
            await capture.CaptureAsync(content, new(file.Name, DisplayText.End(folder), Batch: batch), cancellationToken);
            return null;
        }
        catch (CaptureRefusedException e) when (!e.Problem.IsPassing)
        {
            return e.Message;
        }
    }

    private void Move(FileInfo file, string? reason, Sighting sighting)
    {
        var folder = Path.Combine(reason is null ? Done : Failed, Path.GetRelativePath(root, file.DirectoryName!));
        try
        {
            var target = FileMove.WithoutOverwriting(file.FullName, folder, reason);
            if (reason is null) Log.Taken(log, file.FullName, target);
            else Log.Refused(log, file.FullName, target, reason);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            sighting.IsStuck = true; // else it would be read as a whole at every look
            Log.Stuck(log, file.FullName, e.Message);
        }
    }

    /// <summary>A file as it was seen, and since when it has looked so.</summary>
    private sealed record Sighting(long Length, DateTime WrittenAt, long Since)
    {
        /// <summary>It is done with but cannot be moved away.</summary>
        public bool IsStuck { get; set; }

        /// <summary>Its trouble stands in the log.</summary>
        public bool IsReported { get; set; }

        public static Sighting Of(FileInfo file, Sighting? before, long now) =>
            before is not null && before.IsOf(file) ? before : new(file.Length, file.LastWriteTimeUtc, now);

        public bool IsOf(FileInfo file) => file.Exists && (file.Length, file.LastWriteTimeUtc) == (Length, WrittenAt);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Watching {Folder}")]
        public static partial void Watching(ILogger logger, string folder);

        [LoggerMessage(2, LogLevel.Information, "Took {File}, moved to {Target}")]
        public static partial void Taken(ILogger logger, string file, string target);

        [LoggerMessage(3, LogLevel.Warning, "Refused {File}, moved to {Target}: {Reason}")]
        public static partial void Refused(ILogger logger, string file, string target, string reason);

        [LoggerMessage(4, LogLevel.Warning, "{File} waits and is tried again: {Error}")]
        public static partial void Waits(ILogger logger, string file, string error);

        [LoggerMessage(5, LogLevel.Warning, "{File} is done with but cannot be moved; it is left alone until it changes: {Error}")]
        public static partial void Stuck(ILogger logger, string file, string error);

        [LoggerMessage(6, LogLevel.Warning, "Cannot list {Folder}; the other folders go on: {Error}")]
        public static partial void FolderUnreadable(ILogger logger, string folder, string error);

        [LoggerMessage(7, LogLevel.Error, "The watched folder could not be looked at")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}

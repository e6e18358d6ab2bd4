using System.CommandLine;
using AwardArchive.Access.Audit;
using AwardArchive.Exchange;

namespace AwardArchive.Setup.Commands;

/// <summary><c>backup DIR</c> and <c>restore DIR</c>: the whole archive as files, from and to any back ends.</summary>
internal static class BackupCommand
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(10);

    private static readonly Argument<DirectoryInfo> Folder = new("DIR") { Description = "The folder of the backup." };

    public static Command CreateBackup()
    {
        var command = new Command("backup", "Copy the whole archive into a folder, beside a running server.") { Folder };
        command.SetAction(BackUpAsync);
        return command;
    }

    public static Command CreateRestore()
    {
        var command = new Command("restore", "Put a backup into an empty archive, on whichever servers it lies.") { Folder };
        command.SetAction(RestoreAsync);
        return command;
    }

    private static async Task<int> BackUpAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        var backup = host.Services.GetRequiredService<ArchiveBackup>();
        var made = await backup.RunAsync(parsed.GetRequiredValue(Folder).FullName, Progress(parsed, "copied"), cancellationToken);
        await TellAsync(parsed, made, "backed up");
        foreach (var key in made.Missing) await Console.Error.WriteLineAsync($"Missing or damaged: {key}");
        return made.Missing.Count > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = await ArchiveSession.OpenForWritingAsync(parsed, process: false, cancellationToken);
        var restore = host.Services.GetRequiredService<ArchiveRestore>();
        var restored = await restore.RunAsync(parsed.GetRequiredValue(Folder).FullName, Progress(parsed, "stored"), cancellationToken);
        host.Services.GetRequiredService<AuditHead>().SetAside(); // it knows another chain
        await TellAsync(parsed, restored, "restored");
        return ExitCode.Done;
    }

    private static Action<long> Progress(ParseResult parsed, string what)
    {
        var shown = TimeProvider.System.GetTimestamp();
        return count =>
        {
            if (parsed.IsJson() || TimeProvider.System.GetElapsedTime(shown) < LineEvery) return;
            shown = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine($"{count} objects {what}");
        };
    }

    private static Task TellAsync(ParseResult parsed, BackupManifest manifest, string what)
    {
        var (documents, pages) = (manifest.Rows["documents"].Count, manifest.Rows["pages"].Count);
        return parsed.IsJson()
            ? Output.WriteLineAsync(new { documents, pages, objects = manifest.Objects, bytes = manifest.ObjectBytes, missing = manifest.Missing })
            : Console.Out.WriteLineAsync($"{documents} documents, {pages} pages, {manifest.Objects} objects ({manifest.ObjectBytes >> 20} MiB) {what}.");
    }
}

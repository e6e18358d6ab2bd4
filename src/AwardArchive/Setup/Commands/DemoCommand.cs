using System.CommandLine;
using AwardArchive.Capture;
using AwardArchive.Demo;

namespace AwardArchive.Setup.Commands;

/// <summary><c>demo</c>: scans of award papers about people who never lived, taken into the archive.</summary>
internal static class DemoCommand
{
    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Only write the scans and their truth into this folder; no archive is touched.",
    };

    public static Command Create()
    {
        var command = new Command("demo", "Make demo scans (fictional people) and take them in.") { Out };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Out) is { } folder)
        {
            foreach (var document in await MakeAsync(folder.FullName, cancellationToken)) await Console.Out.WriteLineAsync(document.Path);
            return ExitCode.Done;
        }

        // The archive first: a folder in use is told before the scans are made.
        using var host = await ArchiveSession.OpenForWritingAsync(parsed, process: true, cancellationToken);
        var scratch = Directory.CreateTempSubdirectory("award-archive-demo-");
        try
        {
            var documents = await MakeAsync(scratch.FullName, cancellationToken);
            await host.StartAsync(cancellationToken);
            var outcomes = await IngestRun.RunAsync(
                [.. documents.Select(d => new IngestItem(d.Path, Folder: "demo"))],
                new LocalIngestTarget(host.Services.GetRequiredService<DocumentCapture>()),
                ActivatorUtilities.CreateInstance<LocalDocumentWatch>(host.Services),
                parsed.IsJson(), cancellationToken);
            await host.StopAsync(cancellationToken);
            return outcomes.Any(o => o.Outcome == "refused" || o.Status == "NeedsAttention") ? ExitCode.NeedsAttention : ExitCode.Done;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<DemoDocument>> MakeAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => DemoGenerator.Generate(DemoSet.Default, folder, cancellationToken), cancellationToken);
        }
        catch (MissingFontException e)
        {
            throw new CommandFailedException(e.Message);
        }
    }
}

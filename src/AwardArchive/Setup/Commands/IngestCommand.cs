using System.CommandLine;
using AwardArchive.Archive;
using AwardArchive.Capture;

namespace AwardArchive.Setup.Commands;

/// <summary><c>ingest PATH…</c>: files and folders into an archive here, or a server's.</summary>
internal static class IngestCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Files, and folders with all they hold.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Wait = new("--wait") { Description = "Until every page is recognized and can be searched." };
    private static readonly Option<Uri?> Server = CommandLine.Server("Send to this server instead of writing to --data.");

    private static readonly Option<string> Batch = new("--batch")
    {
        Description = "The name of this bulk load; several share the machines fairly, and what people upload goes first.",
        DefaultValueFactory = _ => $"ingest {TimeProvider.System.GetLocalNow():yyyy-MM-dd HH:mm:ss} {Catalog.ThisWorker}",
    };

    private static readonly Option<bool> DossierByFolder = new("--dossier-by-folder")
    {
        Description = "The files of one folder make one dossier, named for the folder.",
    };

    public static Command Create()
    {
        var command = new Command("ingest", "Take scans in.") { Paths, Wait, Server, ServerClient.Token, Batch, DossierByFolder };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var items = IngestFiles.List(parsed.GetRequiredValue(Paths));
        var outcomes = parsed.GetValue(Server) is { } server
            ? await SendAsync(items, server, parsed, cancellationToken)
            : await KeepAsync(items, parsed, cancellationToken);
        return outcomes.Any(o => o.Outcome == "refused" || o.Status == "NeedsAttention") ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    /// <summary>Takes the files into the archive of this process, and with <c>--wait</c> works until they are found.</summary>
    private static async Task<IReadOnlyList<IngestOutcome>> KeepAsync(
        IReadOnlyList<IngestItem> items, ParseResult parsed, CancellationToken cancellationToken)
    {
        var wait = parsed.GetValue(Wait);
        using var host = await ArchiveSession.OpenForWritingAsync(parsed, process: wait, cancellationToken);
        if (wait) await host.StartAsync(cancellationToken);
        IDocumentWatch? watch = wait ? ActivatorUtilities.CreateInstance<LocalDocumentWatch>(host.Services) : null;
        var target = new LocalIngestTarget(host.Services.GetRequiredService<DocumentCapture>(), parsed.GetValue(Batch), parsed.GetValue(DossierByFolder));
        var outcomes = await IngestRun.RunAsync(items, target, watch, parsed.IsJson(), cancellationToken);
        if (wait) await host.StopAsync(cancellationToken);
        return outcomes;
    }

    private static async Task<IReadOnlyList<IngestOutcome>> SendAsync(
        IReadOnlyList<IngestItem> items, Uri server, ParseResult parsed, CancellationToken cancellationToken)
    {
        using var http = ServerClient.Create(parsed, server);
        http.Timeout = Timeout.InfiniteTimeSpan;
        IDocumentWatch? watch = parsed.GetValue(Wait) ? new ServerDocumentWatch(http) : null;
        return await IngestRun.RunAsync(items, new ServerIngestTarget(http, parsed.GetValue(Batch), parsed.GetValue(DossierByFolder)), watch, parsed.IsJson(), cancellationToken);
    }
}

using System.CommandLine;
using AwardArchive.Reading;
using AwardArchive.Viewing;

namespace AwardArchive.Setup.Commands;

/// <summary><c>reread</c>: facts and award entries once more from the words that are kept, after an upgrade brought better rules.</summary>
internal static class RereadCommand
{
    private static readonly Option<Guid?> Document = new("--document") { Description = "Only this document. Default: the whole archive." };
    private static readonly Option<Uri?> Server = CommandLine.Server("Leave the work to this server.");

    public static Command Create()
    {
        var command = new Command("reread", "Read facts and award entries again from the recognized words; nothing is recognized, and what people corrected stays.") { Document, Server, ServerClient.Token };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var outcome = parsed.GetValue(Server) is { } server
            ? await SendAsync(server, parsed, cancellationToken)
            : await WorkAsync(parsed, cancellationToken);
        if (parsed.IsJson()) await Output.WriteLineAsync(outcome);
        else await Console.Out.WriteLineAsync($"{outcome.Documents} documents read again.");
        return ExitCode.Done;
    }

    /// <summary>In the archive of this process.</summary>
    private static async Task<RereadOutcome> WorkAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = await ArchiveSession.OpenForWritingAsync(parsed, process: true, cancellationToken);
        var progress = host.Services.GetRequiredService<IngestProgress>();
        await host.StartAsync(cancellationToken);
        var documents = await host.Services.GetRequiredService<ReadAgain>().DemandAsync(parsed.GetValue(Document), cancellationToken);
        if (documents == 0 && parsed.GetValue(Document) is { } id) throw new CommandFailedException($"There is no document {id} with recognized words.");
        await AgainProgress.FollowAsync("documents", documents, progress.AgainAsync, status => status.ReadingsDue, parsed.IsJson(), cancellationToken);
        await host.Services.GetRequiredService<Indexing.IndexFollower>().FlushAsync(cancellationToken);
        await host.StopAsync(cancellationToken);
        return new(documents);
    }

    private static async Task<RereadOutcome> SendAsync(Uri server, ParseResult parsed, CancellationToken cancellationToken)
    {
        using var http = ServerClient.Create(parsed, server);
        var where = parsed.GetValue(Document) is { } id ? $"documents/{id}/read" : "documents/read";
        using var answer = await http.PostAsync(new Uri($"api/v1/{where}", UriKind.Relative), null, cancellationToken);
        await ServerAnswer.EnsureAcceptedAsync(answer, cancellationToken);
        var documents = (await answer.Content.ReadFromJsonAsync<ReadAgainResponse>(cancellationToken))!.Documents;
        await AgainProgress.FollowAsync("documents", documents, stop => AgainProgress.LookAsync(http, stop), status => status.ReadingsDue, parsed.IsJson(), cancellationToken);
        return new(documents);
    }
}

/// <summary>A line of <c>reread --json</c>.</summary>
internal sealed record RereadOutcome(int Documents);

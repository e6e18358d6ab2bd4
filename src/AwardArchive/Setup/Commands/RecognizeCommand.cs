using System.CommandLine;
using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Viewing;

namespace AwardArchive.Setup.Commands;

/// <summary><c>recognize</c>: pages once more, with other settings or after an upgrade; both results are kept.</summary>
internal static class RecognizeCommand
{
    private static readonly Option<Guid?> Document = new("--document") { Description = "Pages of this document." };
    private static readonly Option<bool> All = new("--all") { Description = "Pages of the whole archive." };
    private static readonly Option<int?> Page = new("--page") { Description = "Only this page of --document." };
    private static readonly Option<double?> Below = new("--below") { Description = "Only pages of less confidence, 0 to 1." };
    private static readonly Option<int?> PageSegmentation = new("--psm") { Description = "Tesseract's page segmentation mode, 3 to 12. Default: as in the settings." };
    private static readonly Option<string?> Language = new("--language") { Description = "Tesseract's language data, such as vie. Default: as in the settings." };

    private static readonly Option<WishedChoice> Choose = new("--choose")
    {
        Description = "When the new result counts: better (surer by Recognition:BetterByConfidence), new (always), none. Never in place of a person's choice.",
    };

    private static readonly Option<Uri?> Server = CommandLine.Server("Leave the work to this server.");

    public static Command Create()
    {
        var command = new Command("recognize", "Recognize pages of the archive again and keep both results.")
        {
            Document, Page, All, Below, PageSegmentation, Language, Choose, Server, ServerClient.Token,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(All) == (result.GetValue(Document) is not null)) result.AddError("Give either --document ID or --all.");
            if (result.GetValue(Page) is not null && result.GetValue(Document) is null) result.AddError("--page needs --document.");
            if (result.GetValue(Below) is < 0 or > 1) result.AddError("--below is from 0 to 1.");
            if (result.GetValue(PageSegmentation) is < 3 or > 12) result.AddError("--psm is from 3 to 12.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var outcome = parsed.GetValue(Server) is { } server
            ? await SendAsync(server, parsed, cancellationToken)
            : await WorkAsync(parsed, cancellationToken);
        if (parsed.IsJson()) await Output.WriteLineAsync(outcome);
        else await Console.Out.WriteLineAsync($"{outcome.Pages} pages recognized again, {outcome.Kept} new results kept, they count on {outcome.Chosen} more pages; {outcome.Failed} pages failed.");
        return outcome.Failed > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    /// <summary>In the archive of this process.</summary>
    private static async Task<AgainOutcome> WorkAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = await ArchiveSession.OpenForWritingAsync(parsed, process: true, cancellationToken);
        if (host.Services.GetRequiredService<RecognitionAvailability>().Check() is { } missing) throw missing;
        var progress = host.Services.GetRequiredService<IngestProgress>();
        var before = await progress.AgainAsync(cancellationToken);
        var pages = await host.Services.GetRequiredService<PageResults>().RecognizeAgainAsync(
            parsed.GetValue(Document), parsed.GetValue(Page), parsed.GetValue(Below),
            new(parsed.GetValue(PageSegmentation), parsed.GetValue(Language), parsed.GetValue(Choose)), cancellationToken);
        await host.StartAsync(cancellationToken);
        var after = await AgainProgress.FollowAsync("pages", pages, progress.AgainAsync, status => status.PagesWaiting, parsed.IsJson(), cancellationToken);
        await host.Services.GetRequiredService<Indexing.IndexFollower>().FlushAsync(cancellationToken);
        await host.StopAsync(cancellationToken);
        return AgainOutcome.Between(pages, before, after);
    }

    private static async Task<AgainOutcome> SendAsync(Uri server, ParseResult parsed, CancellationToken cancellationToken)
    {
        using var http = ServerClient.Create(parsed, server);
        var where = (parsed.GetValue(Document), parsed.GetValue(Page)) switch
        {
            ({ } id, { } page) => $"documents/{id}/pages/{page}/recognize",
            ({ } id, _) => $"documents/{id}/recognize",
            _ => "documents/recognize",
        };
        var before = await AgainProgress.LookAsync(http, cancellationToken);
        using var answer = await http.PostAsJsonAsync(
            new Uri($"api/v1/{where}", UriKind.Relative),
            new RecognizeRequest
            {
                PageSegmentation = parsed.GetValue(PageSegmentation),
                Language = parsed.GetValue(Language),
                Choose = parsed.GetValue(Choose),
                Below = parsed.GetValue(Below),
            },
            cancellationToken);
        await ServerAnswer.EnsureAcceptedAsync(answer, cancellationToken);
        var pages = (await answer.Content.ReadFromJsonAsync<RecognizeResponse>(cancellationToken))!.Pages;
        return AgainOutcome.Between(pages, before, await AgainProgress.FollowAsync("pages", pages, stop => AgainProgress.LookAsync(http, stop), status => status.PagesWaiting, parsed.IsJson(), cancellationToken));
    }
}

/// <summary>A line of <c>recognize --json</c>.</summary>
/// <param name="Pages">Wished for.</param>
/// <param name="Kept">New results; an equal one is not kept twice.</param>
/// <param name="Chosen">How many more pages than before have a new result count.</param>
/// <param name="Failed">Pages of the archive whose last wish was given up.</param>
internal sealed record AgainOutcome(int Pages, int Kept, int Chosen, int Failed)
{
    public static AgainOutcome Between(int pages, AgainStatus before, AgainStatus after) =>
        new(pages, after.Kept - before.Kept, after.Chosen - before.Chosen, after.Failed);
}

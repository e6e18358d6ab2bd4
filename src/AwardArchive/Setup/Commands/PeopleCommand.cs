using System.CommandLine;
using AwardArchive.People;

namespace AwardArchive.Setup.Commands;

/// <summary><c>people match</c>: proposes which award entries are of one person, here or on a server.</summary>
internal static class PeopleCommand
{
    private static readonly Option<Uri?> Server = CommandLine.Server("Leave the work to this server; it does it in the background.");

    public static Command Create()
    {
        var match = new Command("match", "Compare all award entries and persons of forms and keep what may be of one person as proposals. People decide on /people; nobody is joined by itself.") { Server, ServerClient.Token };
        match.SetAction(MatchAsync);
        return new Command("people", "Persons behind award entries and forms.") { match };
    }

    private static async Task<int> MatchAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Server) is { } server)
        {
            using var http = ServerClient.Create(parsed, server);
            using var answer = await http.PostAsync(new Uri("api/v1/people/match", UriKind.Relative), null, cancellationToken);
            await ServerAnswer.EnsureAcceptedAsync(answer, cancellationToken);
            if (!parsed.IsJson()) await Console.Out.WriteLineAsync("The server compares; the proposals come on its page /people.");
            return ExitCode.Done;
        }
        using var host = await ArchiveSession.OpenForWritingAsync(parsed, process: false, cancellationToken);
        var outcome = await host.Services.GetRequiredService<MatchRun>().RunAsync(parsed.IsJson() ? null : new Told(), cancellationToken);
        if (outcome is null)
        {
            await Console.Error.WriteLineAsync("Another machine compares them now; its proposals come.");
            return ExitCode.Done;
        }
        if (parsed.IsJson())
        {
            await Output.WriteLineAsync(outcome);
            return ExitCode.Done;
        }
        var skipped = outcome.SkippedBlocks == 0 ? "" : $" {outcome.SkippedBlocks} keys were too common to compare.";
        await Console.Out.WriteLineAsync($"{outcome.Entries} rows, {outcome.Compared} pairs compared: {outcome.Proposals} proposals wait, {outcome.Withdrawn} withdrawn.{skipped}");
        return ExitCode.Done;
    }

    private sealed class Told : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}

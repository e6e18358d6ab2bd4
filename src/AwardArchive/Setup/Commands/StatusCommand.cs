using System.CommandLine;
using AwardArchive.Archive;

namespace AwardArchive.Setup.Commands;

/// <summary><c>status</c>: what the archive holds and what is on its way.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var command = new Command("status", "Show what the archive holds and what is on its way.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        var status = await host.Services.GetRequiredService<IngestProgress>().StatusAsync(cancellationToken);
        if (parsed.IsJson())
        {
            await Output.WriteLineAsync(status);
        }
        else
        {
            foreach (var (name, count) in status.Documents) await Console.Out.WriteLineAsync($"{name,-16}{count,9}");
            await Console.Out.WriteLineAsync($"{"Pages waiting",-16}{status.PagesWaiting,9}");
            await Console.Out.WriteLineAsync($"{"Pages again",-16}{status.Again.PagesWaiting,9}");
            await Console.Out.WriteLineAsync($"{"Pages to review",-16}{status.PagesForReview,9}");
            await Console.Out.WriteLineAsync($"{"Pages reused",-16}{status.PagesReused,9}");
        }
        return status.Documents[DocumentStatus.NeedsAttention] > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
    }
}

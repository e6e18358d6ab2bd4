using System.CommandLine;
using AwardArchive.Indexing;

namespace AwardArchive.Setup.Commands;

/// <summary><c>reindex</c>: a new index from the catalog beside the old one, then swapped.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var command = new Command("reindex", "Build the search index anew from the catalog.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = await ArchiveSession.OpenForWritingAsync(parsed, process: false, cancellationToken);
        await host.StartAsync(cancellationToken);
        var index = host.Services.GetRequiredService<IndexFollower>();
        await index.FlushAsync(cancellationToken);
        await index.ReindexAsync(cancellationToken);
        var change = index.Reached;
        await host.StopAsync(cancellationToken);
        if (parsed.IsJson()) await Output.WriteLineAsync(new { change });
        else await Console.Out.WriteLineAsync("The index is built anew.");
        return ExitCode.Done;
    }
}

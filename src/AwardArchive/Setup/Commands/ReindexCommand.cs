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
        var documents = await host.Services.GetRequiredService<IndexFollower>().RebuildAsync(cancellationToken);
        if (parsed.IsJson()) await Output.WriteLineAsync(new { documents });
        else await Console.Out.WriteLineAsync($"{documents} documents indexed.");
        return ExitCode.Done;
    }
}

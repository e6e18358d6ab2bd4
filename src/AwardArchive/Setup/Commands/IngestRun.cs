using AwardArchive.Capture;
using Spectre.Console;

namespace AwardArchive.Setup.Commands;

/// <summary>What a person sees of an ingest: a bar on a terminal, plain lines elsewhere, a table or JSON lines at the end.</summary>
internal static class IngestRun
{
    private const int PathLetters = 44;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlainLineEvery = TimeSpan.FromSeconds(10);

    /// <param name="watch">Null not to wait.</param>
    /// <returns>One outcome an item; with <paramref name="watch"/> the status is the last one.</returns>
    public static async Task<IReadOnlyList<IngestOutcome>> RunAsync(
        IReadOnlyList<IngestItem> items, IIngestTarget target, IDocumentWatch? watch, bool json, CancellationToken cancellationToken)
    {
        // Progress goes to standard error: standard output is for the result.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        IReadOnlyList<IngestOutcome> outcomes = [];
        if (!json && console.Profile.Out.IsTerminal)
        {
            await console.Progress().StartAsync(async bars =>
            {
                var files = bars.AddTask("Files", maxValue: Math.Max(1, items.Count));
                var pages = watch is null ? null : bars.AddTask("Pages", maxValue: 1);
                outcomes = await WorkAsync(items, target, watch, Show, cancellationToken);

                void Show(Progress progress)
                {
                    files.Value = progress.Files;
                    if (pages is null) return;
                    pages.MaxValue = Math.Max(1, progress.Pages);
                    pages.Value = progress.PagesDone;
                }
            });
        }
        else
        {
            var shown = TimeProvider.System.GetTimestamp();
            outcomes = await WorkAsync(items, target, watch, progress =>
            {
                if (json || TimeProvider.System.GetElapsedTime(shown) < PlainLineEvery) return;
                shown = TimeProvider.System.GetTimestamp();
                Console.Error.WriteLine($"files {progress.Files}/{items.Count}, pages {progress.PagesDone}/{progress.Pages}");
            }, cancellationToken);
        }

        if (json)
        {
            foreach (var outcome in outcomes) await Output.WriteLineAsync(outcome);
        }
        else
        {
            WriteTable(outcomes);
        }
        return outcomes;
    }

    private static async Task<IReadOnlyList<IngestOutcome>> WorkAsync(
        IReadOnlyList<IngestItem> items, IIngestTarget target, IDocumentWatch? watch, Action<Progress> show, CancellationToken cancellationToken)
    {
        var outcomes = new List<IngestOutcome>();
        await foreach (var outcome in new IngestFiles(target).RunAsync(items, cancellationToken))
        {
            outcomes.Add(outcome);
            show(new(outcomes.Count, 0, PagesOf(outcomes)));
        }
        if (watch is null) return outcomes;

        var ids = outcomes.Where(o => o.Id is not null).Select(o => o.Id!.Value).ToHashSet();
        while (true)
        {
            var seen = await watch.LookAsync(ids, cancellationToken);
            show(new(outcomes.Count, seen.PagesDone, PagesOf(outcomes)));
            if (seen.Statuses.Count == ids.Count)
            {
                await watch.WaitUntilSearchableAsync(cancellationToken);
                return [.. outcomes.Select(o => o.Id is { } id ? o with { Status = seen.Statuses[id] } : o)];
            }
            await Task.Delay(Look, cancellationToken);
        }
    }

    private static int PagesOf(IEnumerable<IngestOutcome> outcomes) =>
        outcomes.Where(o => o.Id is not null).DistinctBy(o => o.Id).Sum(o => o.Pages ?? 0);

    private static void WriteTable(IReadOnlyList<IngestOutcome> outcomes)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("File", "Outcome", "Status", "Pages", "Reason");
        foreach (var o in outcomes)
            table.AddRow(new Text(Short(o.File)), new Text(o.Outcome), new Text(o.Status ?? ""), new Text($"{o.Pages}"), new Text(o.Reason ?? ""));
        AnsiConsole.Write(table);
        Console.WriteLine(string.Join(", ", outcomes.GroupBy(o => o.Outcome).Select(g => $"{g.Count()} {g.Key}")));
    }

    /// <summary>The end of a path tells files apart; a wrapped one is hard to read.</summary>
    private static string Short(string path) => path.Length <= PathLetters ? path : $"…{path[^(PathLetters - 1)..]}";

    private readonly record struct Progress(int Files, int PagesDone, int Pages);
}

using Spectre.Console;

namespace AwardArchive.Setup.Commands;

/// <summary>Waits until pages are recognized and documents read again: a bar on a terminal, plain lines elsewhere.</summary>
internal static class AgainProgress
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan PlainLineEvery = TimeSpan.FromSeconds(10);

    /// <param name="what">Is counted: <c>pages</c>.</param>
    /// <param name="total">Of them at the beginning.</param>
    /// <param name="look">Looks at the archive.</param>
    /// <param name="waiting">How many of them are left.</param>
    /// <param name="quiet">Shows nothing.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What there is to see when nothing waits any more.</returns>
    public static async Task<AgainStatus> FollowAsync(
        string what, int total, Func<CancellationToken, Task<AgainStatus>> look, Func<AgainStatus, int> waiting, bool quiet, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!quiet && console.Profile.Out.IsTerminal)
        {
            return await console.Progress().StartAsync(async bars =>
            {
                var bar = bars.AddTask(what, maxValue: Math.Max(1, total));
                return await WaitAsync(look, seen => bar.Value = total - waiting(seen), cancellationToken);
            });
        }
        var shown = TimeProvider.System.GetTimestamp();
        return await WaitAsync(look, seen =>
        {
            if (quiet || TimeProvider.System.GetElapsedTime(shown) < PlainLineEvery) return;
            shown = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine($"{what} {total - waiting(seen)}/{total}");
        }, cancellationToken);
    }

    /// <summary>What there is to see of a server's archive.</summary>
    /// <param name="http">Its base address is the server's.</param>
    public static async Task<AgainStatus> LookAsync(HttpClient http, CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<IngestStatus>(new Uri("api/v1/ingest/status", UriKind.Relative), cancellationToken))!.Again;

    private static async Task<AgainStatus> WaitAsync(
        Func<CancellationToken, Task<AgainStatus>> look, Action<AgainStatus> show, CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = await look(cancellationToken);
            show(seen);
            if (seen.PagesWaiting == 0 && seen.ReadingsDue == 0) return seen;
            await Task.Delay(Look, cancellationToken);
        }
    }
}

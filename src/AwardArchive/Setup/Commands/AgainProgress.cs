using Spectre.Console;

namespace AwardArchive.Setup.Commands;

/// <summary>Waits until pages are recognized again: a bar on a terminal, plain lines elsewhere.</summary>
internal static class AgainProgress
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan PlainLineEvery = TimeSpan.FromSeconds(10);

    /// <returns>What there is to see when nothing waits any more.</returns>
    public static async Task<AgainStatus> FollowAsync(
        int pages, Func<CancellationToken, Task<AgainStatus>> look, bool quiet, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!quiet && console.Profile.Out.IsTerminal)
        {
            return await console.Progress().StartAsync(async bars =>
            {
                var bar = bars.AddTask("Pages", maxValue: Math.Max(1, pages));
                return await WaitAsync(look, waiting => bar.Value = pages - waiting, cancellationToken);
            });
        }
        var shown = TimeProvider.System.GetTimestamp();
        return await WaitAsync(look, waiting =>
        {
            if (quiet || TimeProvider.System.GetElapsedTime(shown) < PlainLineEvery) return;
            shown = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine($"pages {pages - waiting}/{pages}");
        }, cancellationToken);
    }

    private static async Task<AgainStatus> WaitAsync(
        Func<CancellationToken, Task<AgainStatus>> look, Action<int> show, CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = await look(cancellationToken);
            show(seen.PagesWaiting);
            if (seen.PagesWaiting == 0 && seen.ReadingsDue == 0) return seen;
            await Task.Delay(Look, cancellationToken);
        }
    }
}

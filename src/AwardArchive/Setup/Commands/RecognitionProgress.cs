using AwardArchive.Recognition;
using Spectre.Console;

namespace AwardArchive.Setup.Commands;

/// <summary>What a person sees of files being recognized; all of it on standard error, because standard output is for the result.</summary>
internal static class RecognitionProgress
{
    private static readonly TimeSpan PlainLineEvery = TimeSpan.FromSeconds(10);

    /// <summary>A bar on a terminal, plain lines elsewhere.</summary>
    public static async Task ShowAsync(bool quiet, Func<Action<PagesProgress>, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (!quiet && console.Profile.Out.IsTerminal)
        {
            await console.Progress().StartAsync(async bars =>
            {
                var pages = bars.AddTask("Pages", maxValue: 1);
                await work(progress => (pages.Value, pages.MaxValue) = (progress.PagesDone, progress.Pages));
            });
            return;
        }
        var shown = TimeProvider.System.GetTimestamp();
        await work(progress =>
        {
            if (quiet || TimeProvider.System.GetElapsedTime(shown) < PlainLineEvery) return;
            shown = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine($"pages {progress.PagesDone}/{progress.Pages}");
        });
    }

    /// <summary>What is to be known of a file and of its pages.</summary>
    public static async Task TellTroubleAsync(RecognizedFile file)
    {
        if (file.Reason is not null) await Console.Error.WriteLineAsync($"{file.File}: {file.Reason}");
        // The first failed page stands in the reason.
        foreach (var page in file.FailedPages.Skip(1)) await Console.Error.WriteLineAsync($"{file.File}, trang {page.Number}: {page.Reason}");
        foreach (var page in file.Notes) await Console.Error.WriteLineAsync($"{file.File}, trang {page.Number}: {page.Note}");
    }
}

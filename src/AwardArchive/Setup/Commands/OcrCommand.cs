using System.CommandLine;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Exports;
using Spectre.Console;

namespace AwardArchive.Setup.Commands;

/// <summary><c>ocr FILE…</c>: the words of scans, without an archive.</summary>
internal static class OcrCommand
{
    private static readonly TimeSpan PlainLineEvery = TimeSpan.FromSeconds(10);

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "PDF, TIFF, JPEG, PNG.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<ExportFormat> Format = new("--format")
    {
        Description = "text, json, alto, hocr or pdf (the scan with its text behind it). Default text.",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "The folder to write to, made when missing. Default: text and json of one file go to standard output, all else to the current folder.",
    };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("text", "json", "alto", "hocr", "pdf");
        var command = new Command("ocr", "Recognize scans and write what they say; no archive is touched.") { Files, Format, Out };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.WithoutArchive(parsed);
        if (host.Services.GetRequiredService<RecognitionAvailability>().Check() is { } missing) throw missing;
        string[] files = [.. parsed.GetRequiredValue(Files).DistinctBy(Path.GetFullPath)];
        var (format, json) = (parsed.GetValue(Format), parsed.IsJson());
        var toStandardOutput = parsed.GetValue(Out) is null && files.Length == 1 && format is ExportFormat.Text or ExportFormat.Json && !json;
        var folder = Path.GetFullPath(parsed.GetValue(Out) ?? ".");
        if (!toStandardOutput) Directory.CreateDirectory(folder);
        var names = ExportNames.Of(files, folder, format.Extension());

        var recognized = host.Services.GetRequiredService<RecognizeFiles>();
        var needAttention = false;
        await ShowProgressAsync(json || toStandardOutput, async show =>
        {
            await foreach (var file in recognized.RunAsync(files, Open, show, cancellationToken))
            {
                needAttention |= file.Outcome != "recognized";
                if (json) await Output.WriteLineAsync(file);
                else await TellAsync(file);
            }
        });
        return needAttention ? ExitCode.NeedsAttention : ExitCode.Done;

        ExportFile Open(int index)
        {
            var name = Path.GetFileName(files[index]);
            return toStandardOutput ? new(format, Console.OpenStandardOutput(), name) : new(format, names[index], name);
        }
    }

    private static async Task TellAsync(RecognizedFile file)
    {
        if (file.Output is not null) await Console.Out.WriteLineAsync(file.Output);
        if (file.Reason is not null) await Console.Error.WriteLineAsync($"{file.File}: {file.Reason}");
        // The first failed page stands in the reason.
        foreach (var page in file.FailedPages.Skip(1)) await Console.Error.WriteLineAsync($"{file.File}, trang {page.Number}: {page.Reason}");
        foreach (var page in file.Notes) await Console.Error.WriteLineAsync($"{file.File}, trang {page.Number}: {page.Note}");
    }

    /// <summary>A bar on a terminal, plain lines elsewhere; on standard error, because standard output is for the result.</summary>
    private static async Task ShowProgressAsync(bool quiet, Func<Action<PagesProgress>, Task> work)
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
}

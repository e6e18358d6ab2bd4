using System.CommandLine;
using AwardArchive.Capture.FileWorkers;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Exports;

namespace AwardArchive.Setup.Commands;

/// <summary><c>ocr FILE…</c>: the words of scans, without an archive.</summary>
internal static class OcrCommand
{
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

        var workers = host.Services.GetRequiredService<FileWorkerPool>();
        var recognized = host.Services.GetRequiredService<RecognizeFiles>();
        var needAttention = false;
        await RecognitionProgress.ShowAsync(json || toStandardOutput, async show =>
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
            return toStandardOutput ? new(format, Console.OpenStandardOutput(), name, workers.FlattenAsync) : new(format, names[index], name, workers.FlattenAsync);
        }
    }

    private static async Task TellAsync(RecognizedFile file)
    {
        if (file.Output is not null) await Console.Out.WriteLineAsync(file.Output);
        await RecognitionProgress.TellTroubleAsync(file);
    }
}

using System.CommandLine;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Exports;

namespace AwardArchive.Setup.Commands;

/// <summary><c>read FILE…</c>: what stands on papers, without an archive.</summary>
internal static class ReadCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "PDF, TIFF, JPEG, PNG.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command("read", "Recognize scans and say what they are: number, date, issuer, signer, award, recipients; no archive is touched.") { Files };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.WithoutArchive(parsed);
        if (host.Services.GetRequiredService<RecognitionAvailability>().Check() is { } missing) throw missing;
        string[] files = [.. parsed.GetRequiredValue(Files).DistinctBy(Path.GetFullPath)];
        var json = parsed.IsJson();
        var recognized = host.Services.GetRequiredService<RecognizeFiles>();
        var (needAttention, pages) = (false, new KeptPages());
        await RecognitionProgress.ShowAsync(json, async show =>
        {
            await foreach (var file in recognized.RunAsync(files, _ => new(pages = new()), show, cancellationToken))
            {
                needAttention |= file.Outcome != "recognized";
                await RecognitionProgress.TellTroubleAsync(file);
                // Of pages that could not be recognized nothing is known: that is not a paper that says nothing.
                if (file.Pages is null || file.FailedPages.Count == file.Pages) continue;
                var paper = ReadPaper.Of(Path.GetFileName(file.File), MachineReader.Read(pages.Words));
                if (json) await Output.WriteLineAsync(paper);
                else await ReadPaperText.WriteAsync(Console.Out, paper);
            }
        });
        return needAttention ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    /// <summary>Keeps the words of a file's pages until it is read as a whole.</summary>
    private sealed class KeptPages : IPageExport
    {
        private readonly List<PageWords> words = [];

        public IReadOnlyList<PageWords> Words => words;

        public Task AddAsync(ExportPage page, CancellationToken cancellationToken)
        {
            if (page.Words is not null) words.Add(page.Words);
            return Task.CompletedTask;
        }

        public Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AwardArchive.Capture;
using AwardArchive.Recognition.Exports;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>A line of <c>ocr --json</c>.</summary>
/// <param name="File">As given.</param>
/// <param name="Outcome"><c>recognized</c>; <c>needsAttention</c> when pages are missing; <c>refused</c> when the file was not taken.</param>
/// <param name="Pages">Of the file; null when refused.</param>
/// <param name="Reason">For people; null when recognized.</param>
/// <param name="Output">Where the export lies; null when there is none, or it went to standard output.</param>
/// <param name="FailedPages">Those that were not recognized, in order.</param>
/// <param name="Notes">What is to be known of pages that were recognized, in order: letters that could not be converted, an image made smaller.</param>
internal sealed record RecognizedFile(
    string File, string Outcome, int? Pages, string? Reason, string? Output, IReadOnlyList<FailedPage> FailedPages, IReadOnlyList<PageNote> Notes);

/// <param name="Number">From 1.</param>
/// <param name="Reason">For people.</param>
internal sealed record FailedPage(int Number, string Reason);

/// <param name="Number">From 1.</param>
/// <param name="Note">For people.</param>
internal sealed record PageNote(int Number, string Note);

/// <summary>How far the work is.</summary>
/// <param name="Pages">Of the files looked at so far.</param>
internal readonly record struct PagesProgress(int PagesDone, int Pages);

/// <summary>
/// The core of the <c>ocr</c> command: files in, exports out, no archive. Pages are recognized at the same time, across files too, and
/// written in order; a page that fails keeps its place and costs no other.
/// </summary>
internal sealed class RecognizeFiles(Triage triage, IPageRecognizer recognizer, IOptions<RecognitionOptions> options)
{
    // A lost worker says nothing certain about the page: a fresh one gets it once more.
    private const int Attempts = 2;

    /// <summary>Gives one outcome a file, in order, as soon as its export is whole.</summary>
    /// <param name="files">As given by a person.</param>
    /// <param name="open">Called for the file at this index when its first page is there.</param>
    /// <param name="show">Called after each page.</param>
    /// <param name="cancellationToken">Ends all processes; unfinished exports vanish.</param>
    /// <exception cref="RecognitionUnavailableException">This machine cannot recognize.</exception>
    /// <exception cref="IOException">An export cannot be written.</exception>
    public async IAsyncEnumerable<RecognizedFile> RunAsync(
        IReadOnlyList<string> files, Func<int, ExportFile> open, Action<PagesProgress> show, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("award-archive-ocr-");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Pages begin ahead of their turn, but only so many: what waits to be written takes memory and room.
        var ahead = Channel.CreateBounded<PageInWork>(2 * options.Value.Workers);
        var beginning = BeginAsync(files, scratch.FullName, ahead.Writer, stop.Token);
        ExportFile? output = null;
        try
        {
            var (done, total) = (0, 0);
            var (failed, notes) = (new List<FailedPage>(), new List<PageNote>());
            await foreach (var work in ahead.Reader.ReadAllAsync(cancellationToken))
            {
                if (work.Refusal is not null)
                {
                    yield return new(files[work.File], "refused", null, work.Refusal, null, [], []);
                    continue;
                }
                if (work.Page == 1) total += work.PageCount;
                output ??= open(work.File);
                var page = await work.Recognition;
                page = await WriteAsync(output, page, cancellationToken);
                if (page.Reason is not null) failed.Add(new(page.Number, page.Reason));
                if (page.Words is { Engine: var engine }) notes.AddRange(NotesOf(engine).Select(note => new PageNote(page.Number, note)));
                Directory.Delete(work.Folder, recursive: true);
                show(new(++done, total));
                if (work.Page < work.PageCount) continue;

                // Nothing recognized makes no file; what began to flow is brought to its end.
                var path = failed.Count < work.PageCount ? output.Path : null;
                if (path is not null || output.Path is null) await output.CompleteAsync(cancellationToken);
                await output.DisposeAsync();
                output = null;
                yield return failed.Count == 0
                    ? new(files[work.File], "recognized", work.PageCount, null, path, [], [.. notes])
                    : new(files[work.File], "needsAttention", work.PageCount, Explain(failed), path, [.. failed], [.. notes]);
                failed.Clear();
                notes.Clear();
            }
            await beginning;
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)beginning).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (ahead.Reader.TryRead(out var work)) await ((Task)work.Recognition).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (output is not null) await output.DisposeAsync();
            scratch.Delete(recursive: true);
        }
    }

    private async Task BeginAsync(IReadOnlyList<string> files, string scratch, ChannelWriter<PageInWork> ahead, CancellationToken cancellationToken)
    {
        try
        {
            for (var file = 0; file < files.Count; file++)
            {
                var (kind, refusal) = await ExamineAsync(files[file], cancellationToken);
                if (kind is null)
                {
                    await ahead.WriteAsync(PageInWork.Refused(file, refusal!), cancellationToken);
                    continue;
                }
                for (var page = 1; page <= kind.PageCount; page++)
                {
                    await ahead.WaitToWriteAsync(cancellationToken);
                    var folder = Path.Combine(scratch, $"{file}-{page}");
                    var recognition = RecognizeAsync(Path.GetFullPath(files[file]), kind.MediaType, page, folder, cancellationToken);
                    await ahead.WriteAsync(new(file, page, kind.PageCount, folder, recognition), CancellationToken.None);
                }
            }
            ahead.Complete();
        }
        catch (Exception e)
        {
            // The reader then meets it after the pages that were begun.
            ahead.Complete(e);
            throw;
        }
    }

    private async Task<(TriageResult? Kind, string? Refusal)> ExamineAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(file)) return (null, "Đây là thư mục; hãy nêu tên từng tệp.");
            // An empty file may also be a pipe, and opening that would wait for ever.
            if (new FileInfo(file).Length == 0) return (null, CaptureProblem.EmptyFile.Title);
            return (await triage.ExamineAsync(file, cancellationToken), null);
        }
        catch (CaptureRefusedException e) when (!e.Problem.IsPassing)
        {
            return (null, e.Message);
        }
        catch (CaptureRefusedException e)
        {
            throw new RecognitionUnavailableException(e.Message, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"Không đọc được tệp: {e.Message}");
        }
    }

    private async Task<ExportPage> RecognizeAsync(string path, string mediaType, int page, string folder, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            Directory.CreateDirectory(folder);
            try
            {
                var recognized = await recognizer.RecognizeAsync(path, mediaType, page, folder, cancellationToken);
                return new(page, recognized.Words, null, recognized.ImagePath);
            }
            catch (OcrWorkerException) when (attempt < Attempts)
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (RecognitionException e) when (e is not RecognitionUnavailableException)
            {
                return ExportPage.NotRecognized(page, e.Reason);
            }
        }
    }

    /// <summary>An image that one program reads and another does not costs its page, not its file.</summary>
    /// <returns>The page as it was written.</returns>
    private static async Task<ExportPage> WriteAsync(ExportFile output, ExportPage page, CancellationToken cancellationToken)
    {
        try
        {
            await output.AddAsync(page, cancellationToken);
            return page;
        }
        catch (InvalidDataException)
        {
            var empty = ExportPage.NotRecognized(page.Number, "Ảnh của trang này không ghi được vào tệp kết quả.");
            await output.AddAsync(empty, cancellationToken);
            return empty;
        }
    }

    private static IEnumerable<string> NotesOf(EngineInfo engine)
    {
        if (engine.Parameters.ContainsKey(LegacyNote.Unconverted)) yield return LegacyNote.Of(engine)!;
        if (ReducedNote.Of(engine) is { } reduced) yield return reduced;
    }

    private static string Explain(List<FailedPage> failed)
    {
        const int Named = 10;
        var pages = string.Join(", ", failed.Take(Named).Select(page => page.Number)) + (failed.Count > Named ? " …" : "");
        return $"Không nhận dạng được trang {pages}. {failed[0].Reason}";
    }

    /// <param name="File">Its index.</param>
    /// <param name="Folder">Of the page's own; deleted when it is written.</param>
    private sealed record PageInWork(int File, int Page, int PageCount, string Folder, Task<ExportPage> Recognition, string? Refusal = null)
    {
        public static PageInWork Refused(int file, string reason) =>
            new(file, 0, 0, "", Task.FromResult(ExportPage.NotRecognized(0, reason)), reason);
    }
}

using System.Linq.Expressions;
using AwardArchive.Archive;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using Hangfire;

namespace AwardArchive.Setup;

/// <summary>The jobs as Hangfire runs them: each does the steps that are next in the catalog, one after the other, until none is due.</summary>
/// <remarks>So the order of the queue decides nothing, a job delivered twice or too many finds nothing to do, and what is urgent goes first however
/// long the queue is. Tries are counted in the catalog; Hangfire itself never repeats a job.</remarks>
[AutomaticRetry(Attempts = 0)]
internal sealed class PipelineJobs(
    Catalog catalog, LayOutPagesJob layOut, RecognizePageJob recognize, RecognizeAgainJob again, ReadFactsJob read, IIngestionPipeline pipeline,
    IBackgroundJobClient jobs, TimeProvider time)
{
    /// <summary>Steps looked up at a time; as many machines may reach for the first one at the same moment.</summary>
    private const int Choice = 16;

    /// <summary>Whoever comes too late for so many steps leaves the rest to those who were faster, and to the sweep.</summary>
    private const int Rounds = 4;

    /// <summary>A job costs the queue's server some thirty statements; one of so long costs next to nothing, and a worker seldom holds one that was forgotten.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    public Task NextDocumentAsync(CancellationToken cancellationToken) => WhileDueAsync(
        () => catalog.FindNextDocumentsAsync(Choice, cancellationToken),
        async next => next.Status is DocumentStatus.Received ? await LayOutAsync(next.Id, cancellationToken) : (await read.RunAsync(next.Id, cancellationToken)).End,
        JobQueue.Documents, Turn, job => job.NextDocumentAsync(CancellationToken.None),
        // Reading takes milliseconds, as does looking for what is next: what was chosen is read before the next look.
        goesOn: next => next.Status is DocumentStatus.Reading);

    public Task NextPageAsync(CancellationToken cancellationToken) => WhileDueAsync(
        () => catalog.FindNextPagesAsync(Choice, cancellationToken),
        next => ThenReadAsync(recognize.RunAsync(next.DocumentId, next.Page, cancellationToken), next.DocumentId, cancellationToken),
        JobQueue.Pages, Turn, job => job.NextPageAsync(CancellationToken.None));

    // One a job: a page that comes in meanwhile goes before the next.
    public Task NextWishAsync(CancellationToken cancellationToken) => WhileDueAsync(
        () => catalog.FindWishesAsync(Choice, cancellationToken),
        next => ThenReadAsync(again.RunAsync(next.DocumentId, next.Page, cancellationToken), next.DocumentId, cancellationToken),
        JobQueue.PagesAgain, TimeSpan.Zero, job => job.NextWishAsync(CancellationToken.None));

    private async Task<StepEnd> LayOutAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var (end, reached) = await layOut.RunAsync(documentId, cancellationToken);
        if (reached is DocumentStatus.Recognizing) await pipeline.AdvanceAsync(documentId, DocumentStatus.Recognizing, cancellationToken);
        return end;
    }

    /// <summary>A page whose document can be read now, or has to be read anew.</summary>
    private async Task<StepEnd> ThenReadAsync(Task<StepResult> page, Guid documentId, CancellationToken cancellationToken)
    {
        var (end, reached) = await page;
        if (reached is not DocumentStatus.Reading) return end;
        // Reading takes less than calling somebody for it.
        if (await read.RunAsync(documentId, cancellationToken) is { Reached: DocumentStatus.Reading })
            await pipeline.AdvanceAsync(documentId, DocumentStatus.Reading, cancellationToken);
        return end;
    }

    private async Task WhileDueAsync<T>(
        Func<Task<IReadOnlyList<T>>> find, Func<T, Task<StepEnd>> run, string queue, TimeSpan turn, Expression<Func<PipelineJobs, Task>> next,
        Func<T, bool>? goesOn = null)
    {
        var began = time.GetTimestamp();
        for (var late = 0; late < Rounds; late++)
        {
            var choice = await find();
            if (choice.Count == 0) return;
            switch (await RunAsync(choice, run, goesOn ?? (_ => false)))
            {
                case StepEnd.NotFree:
                    continue;
                case StepEnd.Postponed:
                    return; // The sweep asks again, when what is away may be back.
                case StepEnd.Tried when time.GetElapsedTime(began) >= turn:
                    jobs.Enqueue(queue, next);
                    return;
                default:
                    late = -1;
                    break;
            }
        }
    }

    /// <summary>The first step that nobody is at; after one that goes on, also the next.</summary>
    private static async Task<StepEnd> RunAsync<T>(IReadOnlyList<T> choice, Func<T, Task<StepEnd>> run, Func<T, bool> goesOn)
    {
        var ended = StepEnd.NotFree;
        foreach (var next in choice)
        {
            if (ended is StepEnd.Tried && !goesOn(next)) break;
            if (await run(next) is not (var end and not StepEnd.NotFree)) continue;
            ended = end;
            if (end is StepEnd.Postponed || !goesOn(next)) break;
        }
        return ended;
    }
}

using AwardArchive.Archive;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using Hangfire;

namespace AwardArchive.Setup;

/// <summary>The jobs as Hangfire runs them: each does the step that is next in the catalog when it runs.</summary>
/// <remarks>So the order of the queue decides nothing, a job delivered twice or too many finds nothing to do, and what is urgent goes first however
/// long the queue is. Tries are counted in the catalog; Hangfire itself never repeats a job.</remarks>
[AutomaticRetry(Attempts = 0)]
internal sealed class PipelineJobs(Catalog catalog, LayOutPagesJob layOut, RecognizePageJob recognize, RecognizeAgainJob again, ReadFactsJob read)
{
    /// <summary>Steps looked up at a time; as many machines may reach for the first one at the same moment.</summary>
    private const int Choice = 16;

    /// <summary>Whoever comes too late for so many steps leaves the rest to those who were faster, and to the sweep.</summary>
    private const int Rounds = 4;

    public Task NextDocumentAsync(CancellationToken cancellationToken) => FirstFreeAsync(
        () => catalog.FindNextDocumentsAsync(Choice, cancellationToken),
        next => next.Status is DocumentStatus.Received ? layOut.RunAsync(next.Id, cancellationToken) : read.RunAsync(next.Id, cancellationToken));

    public Task NextPageAsync(CancellationToken cancellationToken) => FirstFreeAsync(
        () => catalog.FindNextPagesAsync(Choice, cancellationToken), next => recognize.RunAsync(next.DocumentId, next.Page, cancellationToken));

    public Task NextWishAsync(CancellationToken cancellationToken) => FirstFreeAsync(
        () => catalog.FindWishesAsync(Choice, cancellationToken), next => again.RunAsync(next.DocumentId, next.Page, cancellationToken));

    private static async Task FirstFreeAsync<T>(Func<Task<IReadOnlyList<T>>> find, Func<T, Task<bool>> run)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var choice = await find();
            foreach (var next in choice)
            {
                if (await run(next)) return;
            }
            if (choice.Count == 0) return;
        }
    }
}

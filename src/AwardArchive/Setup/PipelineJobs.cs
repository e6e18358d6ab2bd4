using AwardArchive.Archive;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using Hangfire;
using Hangfire.Common;

namespace AwardArchive.Setup;

/// <summary>The steps as Hangfire runs them. Tries are counted in the catalog, so Hangfire itself never repeats a job.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class PipelineJobs(IQueuedSteps queued, LayOutPagesJob layOut, RecognizePageJob recognize, RecognizeAgainJob again, ReadFactsJob read)
{
    /// <summary>The step that a queued job is; null for a job of another kind.</summary>
    public static PipelineStep? StepOf(Job job) => (job.Type == typeof(PipelineJobs) ? job.Method.Name : null) switch
    {
        nameof(LayOutPagesAsync) => new((Guid)job.Args[0], DocumentStatus.Received, null),
        nameof(RecognizePageAsync) => new((Guid)job.Args[0], DocumentStatus.Recognizing, (int)job.Args[1]),
        nameof(RecognizeAgainAsync) => new((Guid)job.Args[0], DocumentStatus.Ready, (int)job.Args[1]),
        nameof(ReadFactsAsync) => new((Guid)job.Args[0], DocumentStatus.Reading, null),
        _ => null,
    };

    public Task LayOutPagesAsync(Guid documentId, CancellationToken cancellationToken)
    {
        queued.Started(new(documentId, DocumentStatus.Received, null));
        return layOut.RunAsync(documentId, cancellationToken);
    }

    public Task RecognizePageAsync(Guid documentId, int page, CancellationToken cancellationToken)
    {
        queued.Started(new(documentId, DocumentStatus.Recognizing, page));
        return recognize.RunAsync(documentId, page, cancellationToken);
    }

    public Task RecognizeAgainAsync(Guid documentId, int page, CancellationToken cancellationToken)
    {
        queued.Started(new(documentId, DocumentStatus.Ready, page));
        return again.RunAsync(documentId, page, cancellationToken);
    }

    public Task ReadFactsAsync(Guid documentId, CancellationToken cancellationToken)
    {
        queued.Started(new(documentId, DocumentStatus.Reading, null));
        return read.RunAsync(documentId, cancellationToken);
    }
}

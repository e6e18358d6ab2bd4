using AwardArchive.Archive;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using Hangfire;

namespace AwardArchive.Setup;

/// <summary>The steps as Hangfire runs them. Tries are counted in the catalog, so Hangfire itself never repeats a job.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class PipelineJobs(IngestionPipeline pipeline, LayOutPagesJob layOut, RecognizePageJob recognize, RecognizeAgainJob again, ReadFactsJob read)
{
    public Task LayOutPagesAsync(Guid documentId, CancellationToken cancellationToken)
    {
        pipeline.Started(new(documentId, DocumentStatus.Received, null));
        return layOut.RunAsync(documentId, cancellationToken);
    }

    public Task RecognizePageAsync(Guid documentId, int page, CancellationToken cancellationToken)
    {
        pipeline.Started(new(documentId, DocumentStatus.Recognizing, page));
        return recognize.RunAsync(documentId, page, cancellationToken);
    }

    public Task RecognizeAgainAsync(Guid documentId, int page, CancellationToken cancellationToken)
    {
        pipeline.Started(new(documentId, DocumentStatus.Ready, page));
        return again.RunAsync(documentId, page, cancellationToken);
    }

    public Task ReadFactsAsync(Guid documentId, CancellationToken cancellationToken)
    {
        pipeline.Started(new(documentId, DocumentStatus.Reading, null));
        return read.RunAsync(documentId, cancellationToken);
    }
}

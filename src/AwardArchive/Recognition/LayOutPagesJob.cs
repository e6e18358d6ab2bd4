using AwardArchive.Archive;

namespace AwardArchive.Recognition;

/// <summary>The first step of a document: its pages, counted at the door, become rows that wait for recognition.</summary>
internal sealed class LayOutPagesJob(Catalog catalog, StepRunner steps)
{
    public Task<StepResult> RunAsync(Guid documentId, CancellationToken cancellationToken) => steps.RunAsync(
        duration => catalog.TryLeaseAsync(documentId, DocumentStatus.Received, "layout", duration, cancellationToken),
        async lease =>
        {
            var document = await catalog.FindAsync(documentId, cancellationToken);
            return await catalog.CompleteLayoutAsync(lease, document!.PageCount, cancellationToken) ? DocumentStatus.Recognizing : null;
        },
        DocumentStatus.Received,
        "Không lập được danh sách trang của văn bản.",
        cancellationToken);
}

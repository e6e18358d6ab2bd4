using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>The second step, once a page: image and words into the object store, then the row.</summary>
internal sealed class RecognizePageJob(Catalog catalog, StepRunner steps, PageKeeper keeper, IOptions<RecognitionOptions> options)
{
    public Task<StepResult> RunAsync(Guid documentId, int page, CancellationToken cancellationToken) => steps.RunAsync(
        duration => catalog.TryLeasePageAsync(documentId, page, "recognize", duration, cancellationToken),
        async lease => await RecognizeAsync(lease, cancellationToken) ? DocumentStatus.Reading : null,
        DocumentStatus.Recognizing,
        "Không nhận dạng được trang này sau nhiều lần thử.",
        cancellationToken);

    private async Task<bool> RecognizeAsync(StepLease lease, CancellationToken cancellationToken)
    {
        var document = (await catalog.FindAsync(lease.DocumentId, cancellationToken))!;
        var kept = (await keeper.RecognizeAsync(lease, document, number: 1, wish: null, earlier: [], cancellationToken))!;
        return await catalog.CompletePageAsync(
            lease, PageResult.TextOf(kept.Words, options.Value.ReviewBelowConfidence), kept.Row, cancellationToken);
    }
}

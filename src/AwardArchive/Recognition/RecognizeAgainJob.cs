using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>A page once more, as somebody wished: the new result is kept beside the others, and a rule says whether it counts.</summary>
internal sealed class RecognizeAgainJob(Catalog catalog, StepRunner steps, PageKeeper keeper, IOptions<RecognitionOptions> options)
{
    public async Task<StepResult> RunAsync(Guid documentId, int page, CancellationToken cancellationToken)
    {
        AgainLease? again = null;
        return await steps.RunAsync(
            async duration => (again = await catalog.TryLeaseWishAsync(documentId, page, duration, cancellationToken))?.Step,
            async _ => await RecognizeAsync(again!, cancellationToken) ? DocumentStatus.Reading : null,
            DocumentStatus.Ready, // nothing is queued at once: the sweep finds the wish
            "Không nhận dạng lại được trang này sau nhiều lần thử.",
            cancellationToken);
    }

    private async Task<bool> RecognizeAsync(AgainLease again, CancellationToken cancellationToken)
    {
        var (lease, page) = (again.Step, again.Page);
        var document = (await catalog.FindAsync(lease.DocumentId, cancellationToken))!;
        var earlier = await catalog.FindRecognitionsAsync(lease.DocumentId, page.Number, cancellationToken);
        var kept = await keeper.RecognizeAsync(lease, document, again.Number, page.Wish, earlier, cancellationToken);
        if (kept is null) return await catalog.CompleteWishAsync(lease, null, null, cancellationToken);

        var counts = earlier.Single(result => result.Number == page.Recognition);
        var chosen = BetterResult.IsChosen(page.Wish!.Choose, counts, kept.Row, options.Value)
            ? PageResult.TextOf(kept.Words, options.Value.ReviewBelowConfidence)
            : null;
        return await catalog.CompleteWishAsync(lease, kept.Row, chosen, cancellationToken);
    }
}

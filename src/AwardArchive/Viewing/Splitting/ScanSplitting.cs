using AwardArchive.Archive;
using AwardArchive.Viewing.Corrections;

namespace AwardArchive.Viewing.Splitting;

/// <summary>Takes what persons decide about scans of several papers, for REST and the page.</summary>
internal sealed class ScanSplitting(Catalog catalog, DocumentReader reader, IIngestionPipeline pipeline)
{
    private const int MaxPapers = 1000;

    /// <returns>Null when there is no such document.</returns>
    public async Task<SplitResponse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(id, cancellationToken) is not { } document) return null;
        var cuts = (document.Facts ?? DocumentFacts.None).Warnings.Where(warning => warning.Kind == ReadingWarning.NewHead)
            .Select(warning => new ProposedCut(warning.Page, warning.Message, warning.Box, $"/api/v1/documents/{id}/pages/{warning.Page}/image"));
        return new(
            id, document.Version, document.PageCount, document.Status, document.IsSplitProposed,
            document.Status is DocumentStatus.Split ? [] : [.. cuts],
            [.. (await catalog.FindPartsAsync(document, cancellationToken)).Select(PartResponse.Of)],
            [.. (await catalog.FindSplitDecisionsAsync(id, cancellationToken)).Select(SplitDecisionResponse.Of)]);
    }

    /// <summary>The papers of the scan become documents of their own.</summary>
    /// <param name="version">What the person looked at.</param>
    public Task<SplitOutcome> SplitAsync(Guid id, int version, SplitRequest request, CancellationToken cancellationToken) =>
        DecideAsync(id, version, new(request.By, request.Note), async (document, signature) =>
        {
            // A part whose scan is hidden does not say that it is one, and has no file.
            if (document.PartOf is not null || document.Original is null) return new SplitOutcome.Refused("Văn bản này được chia từ một bản quét. Hãy gộp bản quét ấy lại rồi chia lại.");
            if (document.Status is DocumentStatus.Split) return new SplitOutcome.Refused("Bản quét này đã được chia. Muốn chia khác, hãy gộp lại trước.");
            if (document.Status is not (DocumentStatus.Ready or DocumentStatus.NeedsAttention))
                return new SplitOutcome.Refused("Văn bản này đã được rút, hoặc còn đang được xử lý.");
            if (request.FirstPages is not { Count: > 0 and <= MaxPapers } pages || SplitPlan.Of(document.PageCount, pages) is not { } papers)
                return new SplitOutcome.Wrong("firstPages", $"phải là các trang có văn bản mới bắt đầu, trong khoảng từ 2 đến {document.PageCount}");
            if (await catalog.SplitAsync(id, version, papers, signature, cancellationToken) is not { } parts) return new SplitOutcome.Changed();
            foreach (var part in parts) await pipeline.AdvanceAsync(part.Id, part.Status, cancellationToken);
            return new SplitOutcome.Done();
        }, cancellationToken);

    /// <summary>The cuts that are proposed are not to be made.</summary>
    public Task<SplitOutcome> RefuseAsync(Guid id, int version, SplitWord word, CancellationToken cancellationToken) =>
        DecideAsync(id, version, word, async (_, signature) =>
            await catalog.RefuseSplitAsync(id, version, signature, cancellationToken)
                ? new SplitOutcome.Done()
                : new SplitOutcome.Refused("Không có đề nghị chia nào đang chờ quyết định."), cancellationToken);

    /// <summary>A split is taken back.</summary>
    public Task<SplitOutcome> MergeAsync(Guid id, int version, SplitWord word, CancellationToken cancellationToken) =>
        DecideAsync(id, version, word, async (document, signature) =>
        {
            if (document.Status is not DocumentStatus.Split) return new SplitOutcome.Refused("Văn bản này không phải bản quét đã chia.");
            var reason = $"Đã gộp lại vào bản quét “{document.FileName}”.";
            switch (await catalog.MergeAsync(id, version, reason, signature, cancellationToken))
            {
                case MergeOutcome.Merged:
                    var scan = (await catalog.FindAsync(id, cancellationToken))!;
                    await pipeline.AdvanceAsync(id, scan.Status, cancellationToken);
                    return new SplitOutcome.Done();
                case MergeOutcome.Stated:
                    return new SplitOutcome.Refused("Đã có người sửa hoặc xác nhận thông tin trên văn bản đã chia; gộp lại thì lời ấy không còn hiện ra nữa.");
                case MergeOutcome.Elsewhere:
                    return new SplitOutcome.Refused("Có văn bản đã chia nằm trong hồ sơ chỉ một số nhóm được xem; gộp lại thì người ngoài nhóm xem được trang của nó. Hãy đưa bản quét vào cùng hồ sơ trước.");
                case MergeOutcome.Withdrawn:
                    return new SplitOutcome.Refused("Có văn bản đã chia được rút khỏi kho; gộp lại thì trang của nó hiện ra trở lại.");
                default:
                    return new SplitOutcome.Changed();
            }
        }, cancellationToken);

    private async Task<SplitOutcome> DecideAsync(
        Guid id, int version, SplitWord word, Func<DocumentResponse, Signature, Task<SplitOutcome>> decide, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return new SplitOutcome.NotFound();
        var form = new StatementForm(document);
        var signature = form.Sign(word.By, word.Note);
        if (form.Wrong is { } wrong) return new SplitOutcome.Wrong(wrong.Field, wrong.Message);
        return document.Version == version ? await decide(document, signature) : new SplitOutcome.Changed();
    }
}

namespace AwardArchive.Capture;

/// <summary>The archive in this process.</summary>
/// <param name="batch">Under which the files come; null: each by itself.</param>
internal sealed class LocalIngestTarget(DocumentCapture capture, string? batch = null) : IIngestTarget
{
    public async Task<IngestedDocument> SendAsync(FileStream content, string name, string? folder, CancellationToken cancellationToken)
    {
        var (outcome, document) = await capture.CaptureAsync(content, new(name, DisplayText.End(folder), Batch: batch), cancellationToken);
        return new(
            document.Id,
            document.Sha256,
            document.Status.ToString(),
            document.PageCount,
            outcome is CaptureOutcome.AlreadyArchived);
    }
}

namespace AwardArchive.Capture;

/// <summary>The archive in this process.</summary>
internal sealed class LocalIngestTarget(DocumentCapture capture) : IIngestTarget
{
    public async Task<IngestedDocument> SendAsync(FileStream content, string name, string? folder, CancellationToken cancellationToken)
    {
        var (outcome, document) = await capture.CaptureAsync(content, new(name, DisplayText.End(folder)), cancellationToken);
        return new(
            document.Id,
            document.Sha256,
            document.Status.ToString(),
            document.PageCount,
            outcome is CaptureOutcome.AlreadyArchived);
    }
}

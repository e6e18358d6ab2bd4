using System.Text.Json;

namespace AwardArchive.Capture;

/// <summary>The archive in this process.</summary>
internal sealed class LocalIngestTarget(DocumentCapture capture) : IIngestTarget
{
    public async Task<IngestedDocument> SendAsync(FileStream content, string name, string sourceReference, CancellationToken cancellationToken)
    {
        var (outcome, document) = await capture.CaptureAsync(content, new(name, sourceReference), cancellationToken);
        return new(
            document.Id,
            document.Sha256,
            JsonNamingPolicy.CamelCase.ConvertName(document.Status.ToString()),
            document.PageCount,
            outcome is CaptureOutcome.AlreadyArchived);
    }
}

namespace AwardArchive.Capture;

/// <summary>The archive in this process.</summary>
/// <param name="batch">Under which the files come; null: each by itself.</param>
/// <param name="dossierByFolder">The files of a folder make a dossier.</param>
internal sealed class LocalIngestTarget(DocumentCapture capture, string? batch = null, bool dossierByFolder = false) : IIngestTarget
{
    public async Task<IngestedDocument> SendAsync(FileStream content, string name, string? folder, CancellationToken cancellationToken)
    {
        var (outcome, document) = await capture.CaptureAsync(content, new(name, DisplayText.End(folder), Batch: batch, DossierFolder: dossierByFolder ? DisplayText.End(folder) : null), cancellationToken);
        return new(
            document.Id,
            document.Sha256,
            document.Status.ToString(),
            document.PageCount,
            outcome is CaptureOutcome.AlreadyArchived);
    }
}

using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Capture.VirusScan;

namespace AwardArchive.Capture;

/// <summary>What comes with a file.</summary>
/// <param name="FileName">As the sender calls it; cleaned before it is kept.</param>
/// <param name="Batch">The bulk load it belongs to, at most <see cref="Archive.Batch.MaxName"/> characters; null when it comes by itself and goes first.</param>
/// <param name="DossierFolder">The folder whose dossier it belongs to, made when there is none; at most <see cref="Dossier.MaxFolderKey"/> characters; goes before <paramref name="DossierId"/>.</param>
/// <param name="SourceReference">Where the paper lies, at most <see cref="DocumentCapture.MaxSourceReference"/> characters.</param>
internal sealed record CaptureMetadata(
    string FileName, string? SourceReference = null, Guid? DossierId = null, Confidentiality Confidentiality = Confidentiality.Open,
    string? Batch = null, string? DossierFolder = null);

internal enum CaptureOutcome
{
    /// <summary>Its original is stored, its row committed.</summary>
    Captured,

    /// <summary>A document with the same bytes was there that the sender sees; it is given back as it is.</summary>
    AlreadyArchived,
}

internal sealed record CaptureResult(CaptureOutcome Outcome, Document Document);

/// <summary>The one door: takes a file into the archive, whole or not at all.</summary>
internal sealed partial class DocumentCapture(
    FileReceiver receiver,
    VirusScanner viruses,
    Triage triage,
    IObjectStore objects,
    Catalog catalog,
    IIngestionPipeline pipeline,
    TimeProvider time,
    ILogger<DocumentCapture> log)
{
    public const int MaxSourceReference = 500;

    /// <summary>Receives the stream, then registers it.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="metadata">Checked before anything is read.</param>
    /// <param name="cancellationToken">Before the row is committed: no document is made.</param>
    /// <exception cref="CaptureRefusedException">The file is not taken.</exception>
    /// <exception cref="StorageFullException">There is no room now.</exception>
    public async Task<CaptureResult> CaptureAsync(Stream content, CaptureMetadata metadata, CancellationToken cancellationToken)
    {
        _ = Check(metadata);
        using var file = await receiver.ReceiveAsync(content, content.CanSeek ? content.Length - content.Position : null, cancellationToken);
        return await RegisterAsync(file, metadata, cancellationToken);
    }

    /// <summary>Looks at a received file, stores it, then makes its row, then calls the pipeline.</summary>
    /// <remarks>Killed after the store and before the row, the original waits there under its hash; the same file sent again finds it.</remarks>
    public async Task<CaptureResult> RegisterAsync(ReceivedFile file, CaptureMetadata metadata, CancellationToken cancellationToken)
    {
        metadata = Check(metadata);
        // Otherwise the paper would lie where nobody but the service sees it.
        if (metadata is { DossierFolder: null, DossierId: { } dossier } && await catalog.FindDossierAsync(dossier, cancellationToken) is null)
            throw new CaptureRefusedException(CaptureProblem.NoSuchDossier, "Không có hồ sơ có mã dossierId này; hãy lập hồ sơ trước, hoặc gửi không kèm dossierId.");
        var original = ObjectKey.Original(file.Sha256);
        if (await catalog.FindBySha256Async(file.Sha256, cancellationToken) is { } known && await objects.ExistsAsync(original, cancellationToken))
            return AlreadyArchived(known);

        await viruses.CheckAsync(file.Path, cancellationToken);
        var kind = await triage.ExamineAsync(file.Path, cancellationToken);
        await objects.PutFileAsync(original, file.Path, cancellationToken);
        var (document, added) = await AddAsync(file, metadata, kind, cancellationToken);
        if (!added) return AlreadyArchived(document);
        Log.Captured(log, document.Id, document.MediaType, document.ByteSize, document.PageCount);
        await pipeline.AdvanceAsync(document.Id, document.Status, cancellationToken);
        return new(CaptureOutcome.Captured, document);
    }

    private async Task<(Document Document, bool Added)> AddAsync(
        ReceivedFile file, CaptureMetadata metadata, TriageResult kind, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            // Killed behind this, the dossier is empty and is found again.
            var dossier = metadata.DossierFolder is { } folder ? await catalog.GetDossierOfFolderAsync(folder, cancellationToken) : metadata.DossierId;
            return await catalog.AddDocumentAsync(
                new()
                {
                    Id = Guid.CreateVersion7(now),
                    FileName = metadata.FileName,
                    MediaType = kind.MediaType,
                    ByteSize = file.ByteSize,
                    Sha256 = file.Sha256,
                    Status = DocumentStatus.Received,
                    ReceivedAt = now,
                    PageCount = kind.PageCount,
                    SourceReference = metadata.SourceReference,
                    Batch = metadata.Batch,
                    DossierId = dossier,
                    Confidentiality = metadata.Confidentiality,
                },
                cancellationToken);
        }
        catch (Exception e) when (Posix.IsStorageFull(e))
        {
            throw new StorageFullException("No room for a row of the catalog.", e);
        }
    }

    private static CaptureMetadata Check(CaptureMetadata metadata)
    {
        if (metadata.Confidentiality > Actor.Current.Sight.Clearance)
            throw new CaptureRefusedException(CaptureProblem.BadRequest, "confidentiality cao hơn mức mình được tiếp cận.");
        if (metadata.SourceReference?.Length > MaxSourceReference)
        {
            throw new CaptureRefusedException(
                CaptureProblem.BadRequest,
                string.Create(CultureInfo.InvariantCulture, $"sourceReference dài quá {MaxSourceReference} ký tự."));
        }
        if (metadata.Batch?.Length > Batch.MaxName)
        {
            throw new CaptureRefusedException(
                CaptureProblem.BadRequest, string.Create(CultureInfo.InvariantCulture, $"batch dài quá {Batch.MaxName} ký tự."));
        }
        if (metadata.DossierFolder?.Length > Dossier.MaxFolderKey)
        {
            throw new CaptureRefusedException(
                CaptureProblem.BadRequest, string.Create(CultureInfo.InvariantCulture, $"dossierFolder dài quá {Dossier.MaxFolderKey} ký tự."));
        }
        return metadata with
        {
            DossierFolder = DisplayText.Clean(metadata.DossierFolder ?? "") is { Length: > 0 } folder ? folder : null,
            FileName = DocumentName.Clean(metadata.FileName),
            SourceReference = DisplayText.Clean(metadata.SourceReference ?? "") is { Length: > 0 } reference ? reference : null,
            Batch = DisplayText.Clean(metadata.Batch ?? "") is { Length: > 0 } batch ? batch : null,
        };
    }

    private CaptureResult AlreadyArchived(Document document)
    {
        Log.AlreadyArchived(log, document.Id);
        return new(CaptureOutcome.AlreadyArchived, document);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Captured document {DocumentId}: {MediaType}, {ByteSize} bytes, {PageCount} pages")]
        public static partial void Captured(ILogger logger, Guid documentId, string mediaType, long byteSize, int pageCount);

        [LoggerMessage(2, LogLevel.Information, "The same bytes are archived already as document {DocumentId}")]
        public static partial void AlreadyArchived(ILogger logger, Guid documentId);
    }
}

using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AwardArchive.Capture;

/// <summary>The answer to an upload: the bytes are safe.</summary>
/// <param name="Duplicate">The same bytes were here before; this is their document.</param>
public sealed record UploadAnswer(Guid Id, string Sha256, DocumentStatus Status, bool Duplicate);

internal static class CaptureEndpoints
{
    /// <summary>What a form may add around the file.</summary>
    private const long FormBytes = 1 << 20;

    public static void MapCapture(this IEndpointRouteBuilder routes)
    {
        var limits = routes.ServiceProvider.GetRequiredService<IOptions<CaptureOptions>>().Value;
        routes.MapPost("/documents", UploadAsync)
            .Needs(Permission.Digitize)
            .WithTags("Capture")
            .WithSummary("Send one scan: PDF, TIFF, JPEG or PNG, as multipart/form-data with file, dossierId or dossierFolder, sourceReference, confidentiality, batch")
            .Costs(Cost.Upload)
            .AddEndpointFilter(CaptureProblems.AnswerAsync)
            .WithMetadata(new RequestSizeLimitAttribute(limits.MaxBytes + FormBytes))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);
    }

    private static async Task<Accepted<UploadAnswer>> UploadAsync(
        HttpRequest request, FileReceiver receiver, DocumentCapture capture, CancellationToken cancellationToken)
    {
        using var form = await UploadForm.ReadAsync(request, receiver, cancellationToken);
        var (outcome, document) = await capture.RegisterAsync(form.File, form.Metadata, cancellationToken);
        return TypedResults.Accepted(
            $"/api/v1/documents/{document.Id}",
            new UploadAnswer(document.Id, document.Sha256, document.Status, outcome is CaptureOutcome.AlreadyArchived));
    }
}

using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace AwardArchive.Viewing;

/// <summary>Which documents to list.</summary>
public sealed record DocumentListRequest : ListRequest
{
    public DocumentStatus? Status { get; init; }

    public Guid? DossierId { get; init; }

    /// <summary>Whether a page of the document is marked for a person to look at; null: either.</summary>
    public bool? Review { get; init; }

    /// <summary>Whether something about its reading does not add up; null: either.</summary>
    public bool? Warnings { get; init; }

    /// <summary>Whether it seems to be a scan of several papers and nobody has decided about it; null: either.</summary>
    public bool? SplitProposed { get; init; }
}

/// <summary>What people may change of a document; what is null stays.</summary>
public sealed record DocumentEdit(
    Guid? DossierId = null, [StringLength(500)] string? SourceReference = null, Confidentiality? Confidentiality = null);

internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/documents").WithTags("Documents").Needs(Permission.View, Permission.Digitize);
        group.MapGet("/", ListAsync).WithSummary("List documents, newest first").ProducesValidationProblem();
        group.MapGet("/{id:guid}", GetAsync).WithName("GetDocument").WithSummary("One document with its pages and facts")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPatch("/{id:guid}", EditAsync).WithSummary("Change dossier, source or confidentiality (If-Match); papers of a split scan follow it up and along, never down")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status428PreconditionRequired).ProducesValidationProblem();
        group.MapPost("/{id:guid}/retry", RetryAsync).WithSummary("Begin again with what failed")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/{id:guid}/original", OriginalAsync).WithSummary("The accepted file, byte for byte; of a part its scan's, with the part's pages in X-Pages")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id:guid}/text", TextAsync).WithSummary("The text, pages divided by form feed")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id:guid}/searchable.pdf", SearchablePdfAsync).Costs(Cost.Heavy).WithSummary("The page images with invisible text over them")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<ListResponse<DocumentResponse>>> ListAsync(
        [AsParameters] DocumentListRequest request, DocumentReader reader, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reader.ListAsync(request, cancellationToken));

    private static async Task<Results<Ok<DocumentResponse>, ProblemHttpResult>> GetAsync(
        Guid id, DocumentReader reader, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return ViewingProblems.NoSuchDocument();
        response.Headers.ETag = DocumentETag.Of(document.Version);
        return TypedResults.Ok(document);
    }

    private static async Task<Results<Ok<DocumentResponse>, ProblemHttpResult>> EditAsync(
        Guid id, DocumentEdit edit, HttpContext http, Catalog catalog, DocumentReader reader, IAuditLog audit, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is null) return ViewingProblems.NoSuchDocument();
        if (!DocumentETag.IsGiven(http.Request)) return ViewingProblems.IfMatchRequired();
        if (edit.Confidentiality > Actor.Current.Sight.Clearance) return ViewingProblems.AboveClearance();
        if (edit.DossierId is { } dossier && await catalog.FindDossierAsync(dossier, cancellationToken) is null) return ViewingProblems.NoDossierToJoin();
        var parts = DocumentETag.VersionOf(http.Request) is { } version
            ? await catalog.EditWithPartsAsync(id, version, document => Apply(edit, document), cancellationToken)
            : null;
        if (parts is null) return ViewingProblems.ChangedMeanwhile();
        await audit.TellOfPartsAsync(id, parts, cancellationToken);
        return await GetAsync(id, reader, http.Response, cancellationToken);
    }

    private static async Task<Results<Accepted<DocumentResponse>, ProblemHttpResult>> RetryAsync(
        Guid id, Catalog catalog, DocumentReader reader, IIngestionPipeline pipeline, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is null) return ViewingProblems.NoSuchDocument();
        if (await catalog.RetryAsync(id, cancellationToken) is not { } from) return ViewingProblems.NothingToRetry();
        await pipeline.AdvanceAsync(id, from, cancellationToken);
        return TypedResults.Accepted($"/api/v1/documents/{id}", await reader.FindAsync(id, cancellationToken));
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> OriginalAsync(
        Guid id, Catalog catalog, IObjectStore objects, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(id, cancellationToken) is not { } document) return ViewingProblems.NoSuchDocument();
        if (!await catalog.SeesWholeFileAsync(document, cancellationToken)) return ViewingProblems.NoSuchDocument();
        var scan = document.PartOf is { } whole ? (await catalog.FindAsync(whole, cancellationToken))! : document;
        if (document.FirstPage is { } first) response.Headers["X-Pages"] = $"{first}-{first + document.PageCount - 1}";
        var key = ObjectKey.Original(document.Sha256);
        var stream = await objects.OpenReadAsync(key, cancellationToken) ?? throw new ObjectMissingException(key);
        return TypedResults.File(
            stream, scan.MediaType, scan.FileName,
            entityTag: new EntityTagHeaderValue($"\"{document.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> TextAsync(
        Guid id, DocumentReader reader, CancellationToken cancellationToken) =>
        await reader.FindTextAsync(id, cancellationToken) is { } pages
            ? TypedResults.Text(string.Join('\f', pages), "text/plain; charset=utf-8")
            : ViewingProblems.NoSuchDocument();

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> SearchablePdfAsync(
        Guid id, DocumentReader reader, DocumentExports exports, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return ViewingProblems.NoSuchDocument();
        if (document.Status is DocumentStatus.Split) return ViewingProblems.IsSplit();
        if (document.Pages.Any(page => page.Status is PageStatus.Waiting) || document.Pages.All(page => page.Status is not PageStatus.Recognized))
            return ViewingProblems.DocumentNotReady();
        return TypedResults.Stream(
            output => exports.WriteSearchablePdfAsync(document, output, cancellationToken),
            "application/pdf", Path.ChangeExtension(document.FileName, ".pdf"), entityTag: new EntityTagHeaderValue(DocumentETag.Of(document.Version)));
    }

    private static void Apply(DocumentEdit edit, Document document)
    {
        // Sheets are numbered in each dossier by itself.
        if (edit.DossierId is { } dossier && dossier != document.DossierId) (document.DossierId, document.SheetFrom, document.SheetTo) = (dossier, null, null);
        document.SourceReference = edit.SourceReference ?? document.SourceReference;
        document.Confidentiality = edit.Confidentiality ?? document.Confidentiality;
    }
}

using AwardArchive.Archive;
using AwardArchive.Recognition;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Viewing;

/// <summary>Recognizing again, and choosing among the results.</summary>
internal static class RecognitionEndpoints
{
    public static void MapRecognitions(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/documents").WithTags("Recognition").Needs(Permission.View, Permission.Digitize);
        Again(documents.MapPost("/recognize", AllAsync).WithSummary("Recognize pages of the whole archive again"));
        Again(documents.MapPost("/{id:guid}/recognize", DocumentAsync).WithSummary("Recognize a document's pages again"))
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

        var page = documents.MapGroup("/{id:guid}/pages/{number:int}");
        Again(page.MapPost("/recognize", PageAsync).WithSummary("Recognize the page again; both results are kept"))
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        page.MapGet("/recognitions", ListAsync).WithSummary("The kept results, and which one counts")
            .ProducesProblem(StatusCodes.Status404NotFound);
        page.MapGet("/recognitions/{recognition:int}/words", WordsAsync).WithSummary("The words of one result, in pixels of its own page image")
            .ProducesProblem(StatusCodes.Status404NotFound);
        page.MapGet("/recognitions/{recognition:int}/image", ImageAsync).WithSummary("The page image to which the words of one result belong")
            .ProducesProblem(StatusCodes.Status404NotFound);
        page.MapGet("/recognitions/diff", DiffAsync).WithSummary("Two results, word by word")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        page.MapPut("/recognitions/chosen", ChooseAsync).WithSummary("Say which result counts (If-Match: the document's ETag)")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired).ProducesValidationProblem();

        static RouteHandlerBuilder Again(RouteHandlerBuilder route) =>
            route.ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesValidationProblem();
    }

    private static async Task<Results<Accepted<RecognizeResponse>, ProblemHttpResult>> AllAsync(
        RecognizeRequest? request, PageResults results, CancellationToken cancellationToken)
    {
        var (pages, problem) = await WishAsync(null, null, request, results, cancellationToken);
        return problem is null ? TypedResults.Accepted("/api/v1/ingest/status", new RecognizeResponse(pages)) : problem;
    }

    private static async Task<Results<Accepted<RecognizeResponse>, ProblemHttpResult>> DocumentAsync(
        Guid id, RecognizeRequest? request, DocumentReader reader, PageResults results, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return ViewingProblems.NoSuchDocument();
        if (document.Status is DocumentStatus.Withdrawn) return ViewingProblems.AlreadyWithdrawn();
        var (pages, problem) = await WishAsync(id, null, request, results, cancellationToken);
        return problem is null ? TypedResults.Accepted($"/api/v1/documents/{id}", new RecognizeResponse(pages)) : problem;
    }

    private static async Task<Results<Accepted<RecognizeResponse>, ProblemHttpResult>> PageAsync(
        Guid id, int number, RecognizeRequest? request, DocumentReader reader, PageResults results, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document || document.Pages.All(page => page.Number != number))
            return ViewingProblems.NoSuchPage();
        if (document.Status is DocumentStatus.Withdrawn) return ViewingProblems.AlreadyWithdrawn();
        var (pages, problem) = await WishAsync(id, number, request, results, cancellationToken);
        if (problem is not null) return problem;
        // Of a page that waits or is parked there is nothing to do again.
        return pages == 0 && request?.Below is null
            ? ViewingProblems.NotRecognizedYet()
            : TypedResults.Accepted($"/api/v1/documents/{id}/pages/{number}/recognitions", new RecognizeResponse(pages));
    }

    private static async Task<(int Pages, ProblemHttpResult? Problem)> WishAsync(
        Guid? id, int? page, RecognizeRequest? request, PageResults results, CancellationToken cancellationToken)
    {
        try
        {
            request ??= new();
            return (await results.RecognizeAgainAsync(id, page, request.Below, request.Wish, cancellationToken), null);
        }
        catch (RecognitionUnavailableException)
        {
            return (0, ViewingProblems.NoSuchLanguage());
        }
    }

    private static async Task<Results<Ok<RecognitionList>, ProblemHttpResult>> ListAsync(
        Guid id, int number, DocumentReader reader, Catalog catalog, HttpResponse response, CancellationToken cancellationToken)
    {
        // The version first: a choice made meanwhile then fails, instead of counting for what was not seen.
        if (await catalog.FindAsync(id, cancellationToken) is not { } document || await reader.FindPageAsync(id, number, cancellationToken) is not { } page)
            return ViewingProblems.NoSuchPage();
        response.Headers.ETag = DocumentETag.Of(document.Version);
        var kept = await catalog.FindRecognitionsAsync(id, number, cancellationToken);
        return TypedResults.Ok(new RecognitionList(
            [.. kept.Select(RecognitionResponse.Of)], null, kept.Count == 0 ? 0 : page.Recognition, page.ChosenBy, page.Wish, page.WishFailure));
    }

    private static async Task<Results<Ok<PageWords>, ProblemHttpResult>> WordsAsync(
        Guid id, int number, int recognition, PageResults results, CancellationToken cancellationToken) =>
        await results.FindWordsAsync(id, number, recognition, cancellationToken) is { } words
            ? TypedResults.Ok(words)
            : ViewingProblems.NoSuchRecognition();

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ImageAsync(
        Guid id, int number, int recognition, Catalog catalog, IObjectStore objects, CancellationToken cancellationToken)
    {
        var kept = await catalog.FindRecognitionsAsync(id, number, cancellationToken);
        if (kept.SingleOrDefault(result => result.Number == recognition) is not { } found) return ViewingProblems.NoSuchRecognition();
        var key = StoredResult.ImageKeyOf(found);
        var image = await objects.OpenReadAsync(key, cancellationToken) ?? throw new ObjectMissingException(key);
        return TypedResults.File(image, found.ImageMediaType, enableRangeProcessing: true);
    }

    private static async Task<Results<Ok<RecognitionDiff>, ProblemHttpResult>> DiffAsync(
        Guid id, int number, [AsParameters] RecognitionPair pair, PageResults results, CancellationToken cancellationToken)
    {
        var (a, b) = (pair.A!.Value, pair.B!.Value);
        return await results.CompareAsync(id, number, a, b, cancellationToken) is { } stretches
            ? TypedResults.Ok(new RecognitionDiff(a, b, stretches.Count(stretch => !stretch.Same), stretches))
            : ViewingProblems.NoSuchRecognition();
    }

    private static async Task<Results<Ok<RecognitionList>, ProblemHttpResult>> ChooseAsync(
        Guid id, int number, ChosenRecognition chosen, HttpContext http, DocumentReader reader, Catalog catalog, PageResults results,
        CancellationToken cancellationToken)
    {
        if (await reader.FindPageAsync(id, number, cancellationToken) is null) return ViewingProblems.NoSuchPage();
        if (!DocumentETag.IsGiven(http.Request)) return ViewingProblems.IfMatchRequired();
        if (DocumentETag.VersionOf(http.Request) is not { } version) return ViewingProblems.ChangedMeanwhile();
        return await results.ChooseAsync(id, number, chosen.Recognition, new SeenState.OfDocument(version), cancellationToken) switch
        {
            ChoiceOutcome.Chosen => await ListAsync(id, number, reader, catalog, http.Response, cancellationToken),
            ChoiceOutcome.NotFound => ViewingProblems.NoSuchRecognition(),
            _ => ViewingProblems.ChangedMeanwhile(),
        };
    }
}

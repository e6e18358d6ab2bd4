using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Facts and award entries, and what persons say of them. Every ETag is the document's.</summary>
internal static class FactEndpoints
{
    public static void MapFacts(this IEndpointRouteBuilder routes)
    {
        var document = routes.MapGroup("/documents/{id:guid}").WithTags("Facts");
        document.MapGet("/facts", FactsAsync).WithSummary("The facts that count, what the machine read, what persons said")
            .ProducesProblem(StatusCodes.Status404NotFound);
        document.MapGet("/facts/changes", ChangesAsync).WithSummary("Where the newest reading differs from the one before or from what counts")
            .ProducesProblem(StatusCodes.Status404NotFound);
        document.MapGet("/corrections", CorrectionsAsync).WithSummary("All that persons said of the facts and entries, newest first")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        Edits<FactsResponse>(document.MapPut("/facts/{field}", SetAsync).WithSummary("Say what a field is (If-Match: the document's ETag)"));
        Edits<FactsResponse>(document.MapDelete("/facts/{field}", RemoveAsync).WithSummary("Say that the paper does not say it (If-Match), ?by=&note="));
        Edits<FactsResponse>(document.MapPost("/facts/{field}/confirm", ConfirmAsync).WithSummary("Say that a field is right as it is shown (If-Match)"));

        document.MapGet("/entries", EntriesAsync).WithSummary("The award entries in reading order")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        document.MapGet("/entries/{entryId:guid}", EntryAsync).WithSummary("One award entry").ProducesProblem(StatusCodes.Status404NotFound);
        Edits<EntryResponse>(document.MapPost("/entries", AddEntryAsync).WithSummary("Add a row that the machine missed (If-Match)"), StatusCodes.Status201Created);
        Edits<EntryResponse>(document.MapPut("/entries/{entryId:guid}", SetEntryAsync).WithSummary("Say what a row is; what is null the paper does not say (If-Match)"));
        Edits<EntryResponse>(document.MapDelete("/entries/{entryId:guid}", RemoveEntryAsync).WithSummary("Say that there is no such row (If-Match), ?by=&note="), StatusCodes.Status204NoContent);
        Edits<EntryResponse>(document.MapPost("/entries/{entryId:guid}/confirm", ConfirmEntryAsync).WithSummary("Say that a row is right; one that was removed is put back (If-Match)"));

        static void Edits<T>(RouteHandlerBuilder route, int status = StatusCodes.Status200OK) => (status == StatusCodes.Status204NoContent ? route.Produces(status) : route.Produces<T>(status))
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Results<Ok<FactsResponse>, ProblemHttpResult>> FactsAsync(
        Guid id, FactsReader reader, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } facts) return ViewingProblems.NoSuchDocument();
        response.Headers.ETag = DocumentETag.Of(facts.Version);
        return TypedResults.Ok(facts);
    }

    private static async Task<Results<Ok<ReadingChanges>, ProblemHttpResult>> ChangesAsync(
        Guid id, FactsReader reader, CancellationToken cancellationToken) =>
        await reader.FindChangesAsync(id, cancellationToken) is { } changes ? TypedResults.Ok(changes) : ViewingProblems.NoSuchDocument();

    private static async Task<Results<Ok<ListResponse<CorrectionResponse>>, ProblemHttpResult>> CorrectionsAsync(
        Guid id, [AsParameters] StretchRequest request, FactsReader reader, Catalog catalog, HttpResponse response, CancellationToken cancellationToken) =>
        await TagAsync(id, catalog, response, cancellationToken)
            ? TypedResults.Ok(await reader.ListCorrectionsAsync(id, request.Cursor, request.Size ?? StretchRequest.DefaultSize, cancellationToken))
            : ViewingProblems.NoSuchDocument();

    private static async Task<Results<Ok<ListResponse<EntryResponse>>, ProblemHttpResult>> EntriesAsync(
        Guid id, [AsParameters] StretchRequest request, FactsReader reader, Catalog catalog, HttpResponse response, CancellationToken cancellationToken) =>
        await TagAsync(id, catalog, response, cancellationToken)
            ? TypedResults.Ok(await reader.ListEntriesAsync(id, request.Cursor ?? 0, request.Size ?? StretchRequest.DefaultSize, cancellationToken))
            : ViewingProblems.NoSuchDocument();

    private static async Task<Results<Ok<EntryResponse>, ProblemHttpResult>> EntryAsync(
        Guid id, Guid entryId, FactsReader reader, Catalog catalog, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!await TagAsync(id, catalog, response, cancellationToken)) return ViewingProblems.NoSuchDocument();
        return await reader.FindEntryAsync(id, entryId, cancellationToken) is { } entry ? TypedResults.Ok(entry) : ViewingProblems.NoSuchFact();
    }

    private static Task<IResult> SetAsync(
        Guid id, string field, FactEdit edit, HttpContext http, FactCorrections corrections, FactsReader reader, CancellationToken cancellationToken) =>
        FactAsync(id, http, reader, version => corrections.SetAsync(id, version, field, edit, cancellationToken), cancellationToken);

    private static Task<IResult> RemoveAsync(
        Guid id, string field, string? by, string? note, HttpContext http, FactCorrections corrections, FactsReader reader, CancellationToken cancellationToken) =>
        FactAsync(id, http, reader, version => corrections.RemoveAsync(id, version, field, new(by, note), cancellationToken), cancellationToken);

    private static Task<IResult> ConfirmAsync(
        Guid id, string field, Confirmation confirmation, HttpContext http, FactCorrections corrections, FactsReader reader, CancellationToken cancellationToken) =>
        FactAsync(id, http, reader, version => corrections.ConfirmAsync(id, version, field, confirmation, cancellationToken), cancellationToken);

    private static Task<IResult> AddEntryAsync(
        Guid id, EntryEdit edit, HttpContext http, FactCorrections corrections, FactsReader reader, Catalog catalog, CancellationToken cancellationToken) =>
        StatedAsync(
            http, version => corrections.AddEntryAsync(id, version, edit, cancellationToken),
            async entryId => TypedResults.Created($"/api/v1/documents/{id}/entries/{entryId}", await ShownAsync(id, entryId!.Value, reader, catalog, http, cancellationToken)));

    private static Task<IResult> SetEntryAsync(
        Guid id, Guid entryId, EntryEdit edit, HttpContext http, FactCorrections corrections, FactsReader reader, Catalog catalog, CancellationToken cancellationToken) =>
        StatedAsync(
            http, version => corrections.SetEntryAsync(id, version, entryId, edit, cancellationToken),
            async _ => TypedResults.Ok(await ShownAsync(id, entryId, reader, catalog, http, cancellationToken)));

    private static Task<IResult> RemoveEntryAsync(
        Guid id, Guid entryId, string? by, string? note, HttpContext http, FactCorrections corrections, Catalog catalog, CancellationToken cancellationToken) =>
        StatedAsync(
            http, version => corrections.RemoveEntryAsync(id, version, entryId, new(by, note), cancellationToken),
            async _ =>
            {
                await TagAsync(id, catalog, http.Response, cancellationToken);
                return TypedResults.NoContent();
            });

    private static Task<IResult> ConfirmEntryAsync(
        Guid id, Guid entryId, Confirmation confirmation, HttpContext http, FactCorrections corrections, FactsReader reader, Catalog catalog,
        CancellationToken cancellationToken) => StatedAsync(
            http, version => corrections.ConfirmEntryAsync(id, version, entryId, confirmation, cancellationToken),
            async _ => TypedResults.Ok(await ShownAsync(id, entryId, reader, catalog, http, cancellationToken)));

    /// <summary>A statement about a field is answered with all facts as they are then.</summary>
    private static Task<IResult> FactAsync(
        Guid id, HttpContext http, FactsReader reader, Func<int, Task<CorrectionOutcome>> state, CancellationToken cancellationToken) =>
        StatedAsync(http, state, async _ => (IResult)(await FactsAsync(id, reader, http.Response, cancellationToken)).Result);

    private static async Task<IResult> StatedAsync(HttpContext http, Func<int, Task<CorrectionOutcome>> state, Func<Guid?, Task<IResult>> answer)
    {
        if (!DocumentETag.IsGiven(http.Request)) return ViewingProblems.IfMatchRequired();
        // A tag that this service never gave is as old as any.
        return await state(DocumentETag.VersionOf(http.Request) ?? -1) switch
        {
            CorrectionOutcome.Corrected { EntryId: var entry } => await answer(entry),
            CorrectionOutcome.Wrong wrong => ViewingProblems.WrongStatement(wrong.Field, wrong.Message),
            CorrectionOutcome.NotFound => ViewingProblems.NoSuchFact(),
            _ => ViewingProblems.ChangedMeanwhile(),
        };
    }

    private static async Task<EntryResponse?> ShownAsync(
        Guid id, Guid entryId, FactsReader reader, Catalog catalog, HttpContext http, CancellationToken cancellationToken)
    {
        await TagAsync(id, catalog, http.Response, cancellationToken);
        return await reader.FindEntryAsync(id, entryId, cancellationToken);
    }

    /// <returns>False when there is no such document.</returns>
    private static async Task<bool> TagAsync(Guid id, Catalog catalog, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(id, cancellationToken) is not { } document) return false;
        response.Headers.ETag = DocumentETag.Of(document.Version);
        return true;
    }
}

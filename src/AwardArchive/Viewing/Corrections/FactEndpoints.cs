using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Facts and rows, and what persons say of them. Every ETag is the document's.</summary>
internal static class FactEndpoints
{
    public static void MapFacts(this IEndpointRouteBuilder routes)
    {
        var document = routes.MapGroup("/documents/{id:guid}").WithTags("Facts").Needs(Permission.View, Permission.Digitize);
        document.MapGet("/facts", FactsAsync).WithSummary("The facts that count, what the machine read, what persons said")
            .ProducesProblem(StatusCodes.Status404NotFound);
        document.MapGet("/facts/changes", ChangesAsync).WithSummary("Where the newest reading differs from the one before or from what counts")
            .ProducesProblem(StatusCodes.Status404NotFound);
        document.MapGet("/corrections", CorrectionsAsync).WithSummary("All that persons said of the facts and rows, newest first")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        Edits<FactsResponse>(document.MapPut("/facts/{field}", SetAsync).WithSummary("Say what a field is (If-Match: the document's ETag)"));
        Edits<FactsResponse>(document.MapDelete("/facts/{field}", RemoveAsync).WithSummary("Say that the paper does not say it (If-Match), ?by=&note="));
        Edits<FactsResponse>(document.MapPost("/facts/{field}/confirm", ConfirmAsync).WithSummary("Say that a field is right as it is shown (If-Match)"));

        RowEndpoints<Entry, AwardEntry, EntryEdit>.Map(document, "entries", "award entries");
        RowEndpoints<Kin, KinEntry, KinEdit>.Map(document, "kin", "persons of the form");
    }

    /// <summary>What every statement may be answered with.</summary>
    public static void Edits<T>(RouteHandlerBuilder route, int status = StatusCodes.Status200OK) => (status == StatusCodes.Status204NoContent ? route.Produces(status) : route.Produces<T>(status))
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);

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

    private static Task<IResult> SetAsync(
        Guid id, string field, FactEdit edit, HttpContext http, FactCorrections corrections, FactsReader reader, CancellationToken cancellationToken) =>
        FactAsync(id, http, reader, version => corrections.SetAsync(id, version, field, edit, cancellationToken), cancellationToken);

    private static Task<IResult> RemoveAsync(
        Guid id, string field, string? by, string? note, HttpContext http, FactCorrections corrections, FactsReader reader, CancellationToken cancellationToken) =>
        FactAsync(id, http, reader, version => corrections.RemoveAsync(id, version, field, new(by, note), cancellationToken), cancellationToken);

    private static Task<IResult> ConfirmAsync(
        Guid id, string field, Confirmation confirmation, HttpContext http, FactCorrections corrections, FactsReader reader, CancellationToken cancellationToken) =>
        FactAsync(id, http, reader, version => corrections.ConfirmAsync(id, version, field, confirmation, cancellationToken), cancellationToken);

    /// <summary>A statement about a field is answered with all facts as they are then.</summary>
    private static Task<IResult> FactAsync(
        Guid id, HttpContext http, FactsReader reader, Func<int, Task<CorrectionOutcome>> state, CancellationToken cancellationToken) =>
        StatedAsync(http, state, async _ => (IResult)(await FactsAsync(id, reader, http.Response, cancellationToken)).Result);

    /// <summary>What a statement came to, as REST says it.</summary>
    public static async Task<IResult> StatedAsync(HttpContext http, Func<int, Task<CorrectionOutcome>> state, Func<Guid?, Task<IResult>> answer)
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

    /// <summary>Gives the answer the document's ETag.</summary>
    /// <returns>False when there is no such document.</returns>
    public static async Task<bool> TagAsync(Guid id, Catalog catalog, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(id, cancellationToken) is not { } document) return false;
        response.Headers.ETag = DocumentETag.Of(document.Version);
        return true;
    }
}

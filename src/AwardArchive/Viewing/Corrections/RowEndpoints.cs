using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;
using static AwardArchive.Viewing.Corrections.FactEndpoints;

namespace AwardArchive.Viewing.Corrections;

/// <summary>The rows of one kind in a document, and what persons say of them.</summary>
internal static class RowEndpoints<TRow, T, TEdit>
    where TRow : Mention<T>, new()
    where T : class, IRow<T>
    where TEdit : IRowEdit<T>
{
    /// <param name="document">The routes of a document.</param>
    /// <param name="path">The last part of the address: <c>entries</c>.</param>
    /// <param name="rows">What they are: <c>award entries</c>.</param>
    public static void Map(RouteGroupBuilder document, string path, string rows)
    {
        document.MapGet($"/{path}", ListAsync).WithSummary($"The {rows} in reading order")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesValidationProblem();
        document.MapGet($"/{path}/{{rowId:guid}}", FindAsync).WithSummary($"One of the {rows}").ProducesProblem(StatusCodes.Status404NotFound);
        Edits<RowResponse<T>>(
            document.MapPost($"/{path}", (Guid id, TEdit edit, HttpContext http, RowCorrections<TRow, T> corrections, FactsReader reader, Catalog catalog, CancellationToken cancellationToken) =>
                StatedAsync(
                    http, version => corrections.AddAsync(id, version, edit, cancellationToken),
                    async row => TypedResults.Created($"/api/v1/documents/{id}/{path}/{row}", await ShownAsync(id, row!.Value, reader, catalog, http, cancellationToken))))
                .WithSummary($"Add to the {rows} what the machine missed (If-Match)"),
            StatusCodes.Status201Created);
        Edits<RowResponse<T>>(document.MapPut($"/{path}/{{rowId:guid}}", SetAsync).WithSummary($"Say what one of the {rows} is; what is null the paper does not say (If-Match)"));
        Edits<RowResponse<T>>(
            document.MapDelete($"/{path}/{{rowId:guid}}", RemoveAsync).WithSummary($"Say that there is no such row among the {rows} (If-Match), ?by=&note="), StatusCodes.Status204NoContent);
        Edits<RowResponse<T>>(
            document.MapPost($"/{path}/{{rowId:guid}}/confirm", ConfirmAsync).WithSummary($"Say that one of the {rows} is right; one that was removed is put back (If-Match)"));
    }

    private static async Task<Results<Ok<ListResponse<RowResponse<T>>>, ProblemHttpResult>> ListAsync(
        Guid id, [AsParameters] StretchRequest request, FactsReader reader, Catalog catalog, HttpResponse response, CancellationToken cancellationToken) =>
        await TagAsync(id, catalog, response, cancellationToken)
            ? TypedResults.Ok(await reader.ListRowsAsync<TRow, T>(id, request.Cursor ?? 0, request.Size ?? StretchRequest.DefaultSize, cancellationToken))
            : ViewingProblems.NoSuchDocument();

    private static async Task<Results<Ok<RowResponse<T>>, ProblemHttpResult>> FindAsync(
        Guid id, Guid rowId, FactsReader reader, Catalog catalog, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!await TagAsync(id, catalog, response, cancellationToken)) return ViewingProblems.NoSuchDocument();
        return await reader.FindRowAsync<TRow, T>(id, rowId, cancellationToken) is { } row ? TypedResults.Ok(row) : ViewingProblems.NoSuchFact();
    }

    private static Task<IResult> SetAsync(
        Guid id, Guid rowId, TEdit edit, HttpContext http, RowCorrections<TRow, T> corrections, FactsReader reader, Catalog catalog, CancellationToken cancellationToken) =>
        StatedAsync(
            http, version => corrections.SetAsync(id, version, rowId, edit, cancellationToken),
            async _ => TypedResults.Ok(await ShownAsync(id, rowId, reader, catalog, http, cancellationToken)));

    private static Task<IResult> RemoveAsync(
        Guid id, Guid rowId, string? by, string? note, HttpContext http, RowCorrections<TRow, T> corrections, Catalog catalog, CancellationToken cancellationToken) =>
        StatedAsync(
            http, version => corrections.RemoveAsync(id, version, rowId, new(by, note), cancellationToken),
            async _ =>
            {
                await TagAsync(id, catalog, http.Response, cancellationToken);
                return TypedResults.NoContent();
            });

    private static Task<IResult> ConfirmAsync(
        Guid id, Guid rowId, Confirmation confirmation, HttpContext http, RowCorrections<TRow, T> corrections, FactsReader reader, Catalog catalog,
        CancellationToken cancellationToken) => StatedAsync(
            http, version => corrections.ConfirmAsync(id, version, rowId, confirmation, cancellationToken),
            async _ => TypedResults.Ok(await ShownAsync(id, rowId, reader, catalog, http, cancellationToken)));

    private static async Task<RowResponse<T>?> ShownAsync(
        Guid id, Guid rowId, FactsReader reader, Catalog catalog, HttpContext http, CancellationToken cancellationToken)
    {
        await TagAsync(id, catalog, http.Response, cancellationToken);
        return await reader.FindRowAsync<TRow, T>(id, rowId, cancellationToken);
    }
}

using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.Search.Batch;
using AwardArchive.Search.Export;
using AwardArchive.Search.Saved;
using AwardArchive.Search.Similar;
using AwardArchive.Search.Suggest;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Search;

/// <summary>Where in one document to look for what.</summary>
/// <param name="Q">As for a search.</param>
/// <param name="Cursor">As the stretch before gave it: the page to go on with.</param>
public sealed record DocumentHitsRequest(
    string? Q = null, [property: Range(1, int.MaxValue, ErrorMessage = "Con trỏ không hợp lệ.")] int Cursor = 1);

/// <param name="Size">Documents at most.</param>
public sealed record SimilarRequest(
    [property: Range(1, SimilarDocuments.MaxItems, ErrorMessage = "Số văn bản phải từ 1 đến 20.")] int Size = 10);

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Search").Needs(Permission.View).AddEndpointFilter(ToProblemAsync);
        group.MapGet("/search", SearchAsync).WithSummary("Find documents by their text, number, kind and date")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/search/export.csv", ExportAsync).Costs(Cost.Heavy).WithSummary("All hits of a search as a table, streamed")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesValidationProblem().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/search/suggest", Suggest).WithSummary("People, numbers and phrases that begin as somebody types")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/documents/{id:guid}/search", HitsAsync).WithSummary("Boxes of the words that match, page by page")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/documents/{id:guid}/similar", SimilarAsync).WithSummary("Documents that share what tells this one from others")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapBatch();
        group.MapSaved();
    }

    private static async Task<Ok<SearchResponse>> SearchAsync(
        [AsParameters] SearchRequest request, DocumentSearcher searcher, CancellationToken cancellationToken) =>
        TypedResults.Ok(await searcher.SearchAsync(request, cancellationToken));

    private static async Task<PushStreamHttpResult> ExportAsync(
        [AsParameters] SearchRequest request, SearchExport export, CancellationToken cancellationToken) =>
        TypedResults.Stream(await export.BeginAsync(request, cancellationToken), "text/csv; charset=utf-8", "ket-qua-tim.csv");

    private static Ok<Suggestions> Suggest(string? q, Suggester suggester) => TypedResults.Ok(suggester.Find(q));

    private static async Task<Results<Ok<HitBoxes>, ProblemHttpResult>> HitsAsync(
        Guid id, [AsParameters] DocumentHitsRequest request, DocumentHits hits, CancellationToken cancellationToken) =>
        await hits.FindAsync(id, request.Q, request.Cursor, cancellationToken) is { } found ? TypedResults.Ok(found) : SearchProblems.NoSuchDocument();

    private static async Task<Results<Ok<SimilarAnswer>, ProblemHttpResult>> SimilarAsync(
        Guid id, [AsParameters] SimilarRequest request, SimilarDocuments similar, CancellationToken cancellationToken) =>
        await similar.FindAsync(id, request.Size, cancellationToken) is { } found ? TypedResults.Ok(found) : SearchProblems.NoSuchDocument();

    private static async ValueTask<object?> ToProblemAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadCursorException)
        {
            return SearchProblems.BadCursor();
        }
        catch (IndexUnavailableException)
        {
            return SearchProblems.IndexUnavailable();
        }
    }
}

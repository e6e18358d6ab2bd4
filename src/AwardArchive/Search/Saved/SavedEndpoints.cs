using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Search.Saved;

/// <param name="Name">As people call it.</param>
/// <param name="Query">The parameters of a search: <c>q=huan+chuong&amp;yearFrom=1985</c>.</param>
public sealed record SaveSearchRequest(
    [property: Required(ErrorMessage = "Hãy đặt tên cho lần tìm."), StringLength(SavedSearches.MaxNameLength, ErrorMessage = "Tên dài quá 100 ký tự.")] string Name,
    [property: Required(ErrorMessage = "Thiếu tham số tìm kiếm."), StringLength(4000, ErrorMessage = "Tham số tìm kiếm quá dài.")] string Query);

/// <param name="Query">The parameters, for <c>/search</c> and for the search page.</param>
public sealed record SavedSearchResponse(Guid Id, string Name, string Query, DateTimeOffset SavedAt)
{
    public static SavedSearchResponse Of(SavedSearch search) => new(search.Id, search.Name, search.Query, search.SavedAt);
}

/// <param name="NextCursor">Always null: the list is short.</param>
public sealed record SavedSearchList(IReadOnlyList<SavedSearchResponse> Items, string? NextCursor);

internal static class SavedEndpoints
{
    public static void MapSaved(this RouteGroupBuilder group)
    {
        group.MapGet("/search/saved", ListAsync).WithSummary("Searches kept under a name");
        group.MapPost("/search/saved", SaveAsync).WithSummary("Keep a search under a name")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapDelete("/search/saved/{id:guid}", RemoveAsync).WithSummary("Forget a kept search").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<SavedSearchList>> ListAsync(SavedSearches searches, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SavedSearchList([.. (await searches.ListAsync(cancellationToken)).Select(SavedSearchResponse.Of)], null));

    private static async Task<Results<Created<SavedSearchResponse>, ProblemHttpResult>> SaveAsync(
        SaveSearchRequest request, SavedSearches searches, CancellationToken cancellationToken)
    {
        try
        {
            return await searches.SaveAsync(request.Name, request.Query, cancellationToken) is { } saved
                ? TypedResults.Created($"/api/v1/search/saved/{saved.Id}", SavedSearchResponse.Of(saved))
                : Problem.Of(StatusCodes.Status409Conflict, "too-many-saved", "Đã lưu quá nhiều", $"Đã có {SavedSearches.MaxSaved} lần tìm được lưu: hãy bỏ bớt.");
        }
        catch (ArgumentException)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "nothing-to-save", "Không có gì để lưu", "Lần tìm này không có từ nào và không lọc theo gì.");
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, SavedSearches searches, CancellationToken cancellationToken) =>
        await searches.RemoveAsync(id, cancellationToken)
            ? TypedResults.NoContent()
            : Problem.Of(StatusCodes.Status404NotFound, "no-such-saved-search", "Không có lần tìm này", "Lần tìm đã lưu không có hoặc đã bị bỏ.");
}

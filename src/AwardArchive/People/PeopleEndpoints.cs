using AwardArchive.Archive;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.People;

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/people").WithTags("People");
        group.MapGet("/", SearchAsync).WithSummary("Award entries searched as people, by name").ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<ListResponse<PersonEntryResponse>>, ProblemHttpResult>> SearchAsync(
        [AsParameters] PeopleRequest request, PeopleSearch search, CancellationToken cancellationToken)
    {
        var after = PeopleCursor.Read(request.Cursor);
        if (after is null && request.Cursor is not null) return BadCursor();
        return TypedResults.Ok(await search.FindAsync(
            request.Q, request.BirthYear, request.Place, after, request.Size ?? PeopleRequest.DefaultSize, cancellationToken));
    }

    private static ProblemHttpResult BadCursor() =>
        Problem.Of(StatusCodes.Status400BadRequest, "bad-cursor", "Con trỏ không hợp lệ", "cursor phải đúng như trang trước đã cho.");
}

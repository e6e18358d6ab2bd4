using AwardArchive.Archive;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Dossiers.Retention;

/// <summary>Which dossiers to list.</summary>
public sealed record RetentionListRequest : ListRequest
{
    /// <value>Whose term is over on this day; null: a year from today.</value>
    public DateOnly? Until { get; init; }
}

internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/retention").WithTags("Retention").Needs(Permission.View, Permission.Digitize);
        group.MapGet("/", ListAsync).WithSummary("Dossiers whose term of retention is over or soon will be, or cannot be told; for people to evaluate, nothing is deleted").ProducesValidationProblem();
        group.MapGet("/terms", () => TypedResults.Ok(RetentionTerms.All)).WithSummary("The terms of retention, in years from a dossier's newest paper");
    }

    private static async Task<Ok<ListResponse<RetentionDue>>> ListAsync(
        [AsParameters] RetentionListRequest request, RetentionDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ListAsync(request.Until, request.Cursor, request.Size ?? ListRequest.DefaultSize, cancellationToken));
}

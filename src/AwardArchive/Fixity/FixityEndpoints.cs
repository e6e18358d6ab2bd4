using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.Search;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Fixity;

/// <param name="State"><see cref="FindingState"/> as JSON writes it; default all.</param>
/// <param name="Kind"><see cref="FindingKind"/> as JSON writes it; default all.</param>
/// <param name="Cursor">As the stretch before gave it.</param>
public sealed record FindingListRequest(
    [property: AllowedValues(null, "open", "repaired", "accepted", ErrorMessage = "state là open, repaired hoặc accepted.")] string? State = null,
    [property: AllowedValues(
        null, "missing", "altered", "swapped", "orphaned", "unreadable", "notIndexed", "staleInIndex", "strayInIndex",
        ErrorMessage = "kind là missing, altered, swapped, orphaned, unreadable, notIndexed, staleInIndex hoặc strayInIndex.")] string? Kind = null,
    [property: Range(1, 500, ErrorMessage = "size phải từ 1 đến 500.")] int Size = 50,
    Guid? Cursor = null);

/// <param name="Note">Why it is left as it is.</param>
public sealed record AcceptFindingRequest([property: StringLength(500, ErrorMessage = "Ghi chú dài quá 500 ký tự.")] string? Note = null);

internal static class FixityEndpoints
{
    public static void MapFixity(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/fixity").WithTags("Fixity").Needs(Permission.Administer);
        group.MapGet("", async (FixityReport report, CancellationToken cancellationToken) => TypedResults.Ok(await report.StatusAsync(cancellationToken)))
            .WithSummary("How the archive stands: the pass that goes on, open findings, what waits for its second copy");
        group.MapGet("/findings", ListAsync).WithSummary("What is or was not as it should be, newest first").ProducesValidationProblem();
        group.MapPost("/findings/{id:guid}/accept", AcceptAsync).WithSummary("Leave a finding as it is").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/runs", (IMaintenanceQueue queue) =>
        {
            queue.VerifyNow();
            return TypedResults.Accepted("/api/v1/fixity");
        }).WithSummary("Verify everything now; a pass that goes on is gone on with");
        group.MapPost("/index", CheckIndexAsync).WithSummary("Compare this machine's index with the catalog, and mend it")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Ok<ListResponse<Finding>>> ListAsync(
        [AsParameters] FindingListRequest request, FindingBook findings, CancellationToken cancellationToken)
    {
        var found = await findings.ListAsync(
            Read<FindingState>(request.State), Read<FindingKind>(request.Kind), request.Cursor, request.Size + 1, cancellationToken);
        return TypedResults.Ok(new ListResponse<Finding>([.. found.Take(request.Size)], found.Count > request.Size ? found[request.Size - 1].Id.ToString("N") : null));
    }

    private static T? Read<T>(string? name)
        where T : struct, Enum => name is null ? null : Enum.Parse<T>(name, ignoreCase: true);

    private static async Task<Results<NoContent, ProblemHttpResult>> AcceptAsync(
        Guid id, AcceptFindingRequest? request, FindingBook findings, CancellationToken cancellationToken) =>
        await findings.AcceptAsync(id, request?.Note, cancellationToken)
            ? TypedResults.NoContent()
            : Problem.Of(StatusCodes.Status404NotFound, "no-such-finding", "Không có phát hiện này", "Phát hiện này không có hoặc không còn chờ xử lý.");

    private static async Task<Results<Ok<IndexCheckResult>, ProblemHttpResult>> CheckIndexAsync(IndexCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Ok(await check.RunAsync(cancellationToken));
        }
        catch (IndexUnavailableException)
        {
            return SearchProblems.IndexUnavailable();
        }
    }
}

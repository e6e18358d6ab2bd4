using System.ComponentModel;
using AwardArchive.Archive;
using AwardArchive.Verification.Cases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Verification.Checks;

/// <param name="Version">Of the case that was checked.</param>
/// <param name="Items">The most serious first.</param>
public sealed record CheckList(
    [property: Description("Phiên bản của hồ sơ đã kiểm tra.")] int Version,
    [property: Description("Ngày xét.")] DateOnly AsOf,
    [property: Description("Kết quả kiểm tra, chỉ trong các văn bản mà người hỏi được xem.")] IReadOnlyList<CheckFinding> Items);

internal static class CheckEndpoints
{
    public static void MapChecks(this IEndpointRouteBuilder routes) => routes.MapGet("/dossiers/{id:guid}/checks", CheckAsync).WithTags("Verification").Needs(Permission.Verify)
        .WithSummary("What in a case must be looked at: earlier awards, other cases, contradictions, missing papers, deadlines")
        .ProducesProblem(StatusCodes.Status404NotFound);

    public static ProblemHttpResult NoSuchDossier() =>
        Problem.Of(StatusCodes.Status404NotFound, "no-such-dossier", "Không có hồ sơ này", "Hồ sơ này không có trong kho lưu trữ.");

    private static async Task<Results<Ok<CheckList>, ProblemHttpResult>> CheckAsync(
        Guid id, Catalog catalog, CaseChecks checks, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await catalog.FindDossierAsync(id, cancellationToken) is null) return NoSuchDossier();
        var state = CaseState.Of(id, await catalog.FindCaseDecisionsAsync(id, null, cancellationToken));
        var loaded = await checks.LoadAsync(state, OfficeTime.DayOf(time.GetUtcNow()), cancellationToken);
        return TypedResults.Ok(new CheckList(state.Version, loaded.AsOf, CaseChecks.Run(loaded)));
    }
}

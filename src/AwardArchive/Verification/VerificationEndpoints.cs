using System.Text.Json.Nodes;
using AwardArchive.Archive;
using AwardArchive.Verification.HeroicMother;
using AwardArchive.Verification.ResistanceAward;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Verification;

/// <summary>Verdicts on cases that the caller brings: nothing is read from the archive and nothing is kept.</summary>
internal static class VerificationEndpoints
{
    /// <summary>More than the longest list of mothers takes.</summary>
    private const int MaxListBytes = 64 << 20;

    public static RouteGroupBuilder MapVerification(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/verification").WithTags("Verification").Needs(Permission.View);
        group.MapRules<MotherCase, MotherVerdict>("heroic-mother", HeroicMotherRules.Judge, "Hold the law's conditions for “Bà mẹ Việt Nam anh hùng” against a case");
        group.MapPost("/heroic-mothers", JudgeListAsync).Costs(Cost.Heavy).WithSummary("The same for a list: CSV in, a mother a row, the headings being paths of the case file; a table out")
            .Accepts<string>("text/csv").WithMetadata(new RequestSizeLimitAttribute(MaxListBytes))
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        group.MapRules<NamedCase, NamedVerdict>("resistance-award", ResistanceAwardRules.Judge, "Whether a person is named in any Huân chương or Huy chương Kháng chiến");
        return group;
    }

    /// <summary>The list is read whole, for its rows are parts of one table; verdicts are written as they are found.</summary>
    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> JudgeListAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        try
        {
            using var list = new MemoryStream();
            await http.Body.CopyToAsync(list, cancellationToken);
            list.Position = 0;
            var mothers = MotherList.Read(list).Select(JudgedMother.Of);
            return TypedResults.Stream(output => MotherTable.WriteAsync(output, mothers, cancellationToken), "text/csv; charset=utf-8", "ket-qua-doi-chieu.csv");
        }
        catch (BadCaseException e)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "bad-case", "Danh sách không hợp lệ", e.Message, new() { ["errors"] = e.Problems });
        }
    }

    /// <summary>A rule set: its verdict, and the schemas of what goes in and comes out.</summary>
    private static void MapRules<TCase, TVerdict>(this RouteGroupBuilder group, string name, Func<TCase, TVerdict> judge, string summary)
        where TCase : class
    {
        group.MapPost($"/{name}", JudgeAsync).WithSummary(summary)
            .Accepts<TCase>("application/json").WithMetadata(new RequestSizeLimitAttribute(CaseFile.MaxBytes * 2))
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        group.MapGet($"/{name}/case.schema.json", Ok<JsonObject> () => TypedResults.Ok(CaseSchema.Of<TCase>())).WithSummary("The JSON schema of its case files");
        group.MapGet($"/{name}/result.schema.json", Ok<JsonObject> () => TypedResults.Ok(CaseSchema.Of<TVerdict>())).WithSummary("The JSON schema of its verdicts");

        async Task<Results<Ok<TVerdict>, ProblemHttpResult>> JudgeAsync(HttpRequest http, CancellationToken cancellationToken)
        {
            try
            {
                return TypedResults.Ok(judge(await CaseFile.ReadAsync<TCase>(http.Body, cancellationToken)));
            }
            catch (BadCaseException e)
            {
                return Problem.Of(StatusCodes.Status400BadRequest, "bad-case", "Hồ sơ không hợp lệ", e.Message, new() { ["errors"] = e.Problems });
            }
        }
    }
}

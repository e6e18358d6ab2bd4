using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Verification.Cases;

internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/dossiers/{id:guid}").WithTags("Cases").Needs(Permission.Verify);
        group.MapGet("/case", GetAsync).WithSummary("The case of a dossier of kind heroicMother: people, and evidence that was decided about (version=N: as it was)")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/case/history", HistoryAsync).WithSummary("All that was decided in the case, in order").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/case/proposals", ProposalsAsync).WithSummary("People and evidence that papers of the dossier and of the archive may give to the case; nothing of it counts")
            .ProducesProblem(StatusCodes.Status404NotFound);
        Decides(group.MapPost("/case/people", AddPersonAsync).WithSummary("Add somebody to the case (If-Match)"));
        Decides(group.MapPatch("/case/people/{personId:guid}", EditPersonAsync).WithSummary("Change what is known of somebody (If-Match)"));
        Decides(group.MapPost("/case/people/{personId:guid}/remove", RemovePersonAsync).WithSummary("Take somebody out of the case (If-Match)"));
        Decides(group.MapPost("/case/evidence", AddEvidenceAsync).WithSummary("Enter evidence by page and box, or a claim without evidence (If-Match)"));
        Decides(group.MapPost("/case/evidence/{evidenceId:guid}/accept", AcceptAsync).WithSummary("Accept evidence that is proposed or was refused (If-Match)"));
        Decides(group.MapPost("/case/evidence/{evidenceId:guid}/refuse", RefuseAsync).WithSummary("Refuse evidence, with a reason (If-Match)"));
        Decides(group.MapPost("/case/evidence/{evidenceId:guid}/undo", TakeBackAsync).WithSummary("Take the decision about evidence back (If-Match)"));
        group.MapGet("/verification", VerifyAsync).WithSummary("What the law says of the case as it is decided now, and where each input comes from (asOf=yyyy-MM-dd)")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

        static void Decides(RouteHandlerBuilder route) => route.Produces<CaseResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Results<Ok<CaseResponse>, ProblemHttpResult>> GetAsync(
        Guid id, int? version, CaseDesk desk, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, version, cancellationToken) is not { } found) return NoCase();
        response.Headers.ETag = DocumentETag.Of(found.Version);
        return TypedResults.Ok(found);
    }

    private static async Task<Results<Ok<ListResponse<CaseStepResponse>>, ProblemHttpResult>> HistoryAsync(Guid id, CaseDesk desk, CancellationToken cancellationToken) =>
        await desk.FindHistoryAsync(id, cancellationToken) is { } steps ? TypedResults.Ok(new ListResponse<CaseStepResponse>(steps, null)) : NoCase();

    private static async Task<Results<Ok<CaseProposalsResponse>, ProblemHttpResult>> ProposalsAsync(Guid id, CaseDesk desk, CancellationToken cancellationToken) =>
        await desk.FindProposalsAsync(id, cancellationToken) is { } proposals ? TypedResults.Ok(proposals) : NoCase();

    private static Task<IResult> AddPersonAsync(Guid id, PersonEdit edit, CaseDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        DecideAsync(id, desk, http, version => desk.AddPersonAsync(id, version, edit, cancellationToken), cancellationToken);

    private static Task<IResult> EditPersonAsync(
        Guid id, Guid personId, PersonEdit edit, CaseDesk desk, CaseBook book, HttpContext http, CancellationToken cancellationToken) =>
        DecideAsync(id, desk, http, version => book.SetPersonAsync(id, version, personId, edit, null, cancellationToken), cancellationToken);

    private static Task<IResult> RemovePersonAsync(
        Guid id, Guid personId, CaseAnswer answer, CaseDesk desk, CaseBook book, HttpContext http, CancellationToken cancellationToken) =>
        DecideAsync(id, desk, http, version => book.RemovePersonAsync(id, version, personId, answer, cancellationToken), cancellationToken);

    private static Task<IResult> AddEvidenceAsync(Guid id, EvidenceEdit edit, CaseDesk desk, CaseBook book, HttpContext http, CancellationToken cancellationToken) =>
        DecideAsync(id, desk, http, version => book.AddEvidenceAsync(id, version, edit, cancellationToken), cancellationToken);

    private static Task<IResult> AcceptAsync(Guid id, Guid evidenceId, CaseAnswer answer, CaseDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        DecideAsync(id, desk, http, version => desk.AcceptAsync(id, version, evidenceId, answer, cancellationToken), cancellationToken);

    private static Task<IResult> RefuseAsync(Guid id, Guid evidenceId, CaseAnswer answer, CaseDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        DecideAsync(id, desk, http, version => desk.RefuseAsync(id, version, evidenceId, answer, cancellationToken), cancellationToken);

    private static Task<IResult> TakeBackAsync(
        Guid id, Guid evidenceId, CaseAnswer answer, CaseDesk desk, CaseBook book, HttpContext http, CancellationToken cancellationToken) =>
        DecideAsync(id, desk, http, version => book.TakeBackAsync(id, version, evidenceId, answer, cancellationToken), cancellationToken);

    private static async Task<Results<Ok<VerificationResponse>, ProblemHttpResult>> VerifyAsync(
        Guid id, string? asOf, CaseDesk desk, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.VerifyAsync(id, DayOf(asOf), cancellationToken) is { } verification ? TypedResults.Ok(verification) : NoCase();
        }
        catch (BadCaseException e)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "bad-case", "Hồ sơ không hợp lệ", e.Message, new() { ["errors"] = e.Problems });
        }
    }

    /// <exception cref="BadCaseException">It is no day.</exception>
    private static DateOnly? DayOf(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return CaseField.Find(CaseField.AsOf)!.Refuse(text) is { } refused
            ? throw new BadCaseException(CaseField.AsOf, $"{refused}.")
            : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static async Task<IResult> DecideAsync(Guid id, CaseDesk desk, HttpContext http, Func<int, Task<CaseOutcome>> decide, CancellationToken cancellationToken)
    {
        if (!DocumentETag.IsGiven(http.Request)) return ViewingProblems.IfMatchRequired();
        return await decide(DocumentETag.VersionOf(http.Request) ?? -1) switch
        {
            CaseOutcome.Done => (await GetAsync(id, null, desk, http.Response, cancellationToken)).Result,
            CaseOutcome.Wrong wrong => Problem.Of(
                StatusCodes.Status400BadRequest, "wrong-case", "Thông tin không hợp lệ", $"{wrong.Field}: {wrong.Message}.",
                new() { ["errors"] = new CaseProblem[] { new(wrong.Field, wrong.Message) } }),
            CaseOutcome.Changed => Problem.Of(
                StatusCodes.Status412PreconditionFailed, "changed-meanwhile", "Hồ sơ đã thay đổi", "Tải lại hồ sơ rồi quyết định trên bản mới."),
            CaseOutcome.NoCase => NoCase(),
            CaseOutcome.NotTheirs => ViewingProblems.NotYoursToDecide(),
            _ => Problem.Of(StatusCodes.Status404NotFound, "no-such-evidence", "Không có mục này", "Hồ sơ không có người hoặc giấy tờ này, hoặc nó không còn được đề xuất."),
        };
    }

    private static ProblemHttpResult NoCase() => Problem.Of(
        StatusCodes.Status404NotFound, "no-such-case", "Không có hồ sơ xét danh hiệu này", "Không có hồ sơ này, hoặc loại hồ sơ (kind) không phải heroicMother.");
}

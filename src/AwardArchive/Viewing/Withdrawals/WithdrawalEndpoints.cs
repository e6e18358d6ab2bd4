using AwardArchive.Archive;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Viewing.Withdrawals;

/// <summary>Documents go out of sight and come back, with a reason, and where the settings say so by a second person.</summary>
internal static class WithdrawalEndpoints
{
    public static void MapWithdrawals(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/documents/{id:guid}").WithTags("Withdrawals").Needs(Permission.View, Permission.Digitize);
        Asks(documents.MapPost("/withdraw", WithdrawAsync).WithSummary("Take a document out of sight; nothing is deleted"));
        Asks(documents.MapPost("/restore", RestoreAsync).WithSummary("Bring a withdrawn document back into sight"));
        documents.MapGet("/withdrawals", HistoryAsync).WithSummary("Who wanted it withdrawn or restored, why, and what became of it").ProducesProblem(StatusCodes.Status404NotFound);
        var group = routes.MapGroup("/withdrawals").WithTags("Withdrawals").Needs(Permission.View, Permission.Digitize);
        group.MapGet("/", WaitingAsync).WithSummary("What waits for a second person, newest first").ProducesValidationProblem();
        Decides(group.MapPost("/{id:guid}/confirm", ConfirmAsync).WithSummary("Say yes to what another person asked for: it is done"));
        Decides(group.MapPost("/{id:guid}/refuse", RefuseAsync).WithSummary("Say no to what another person asked for"));
        Decides(group.MapPost("/{id:guid}/take-back", TakeBackAsync).WithSummary("Want no longer what one asked for oneself"));

        static void Asks(RouteHandlerBuilder route) => route.Produces<DocumentResponse>().Produces<WithdrawalResponse>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem();

        static void Decides(RouteHandlerBuilder route) => route.Produces<WithdrawalResponse>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesValidationProblem();
    }

    private static Task<IResult> WithdrawAsync(Guid id, Withdrawal withdrawal, WithdrawalDesk desk, DocumentReader reader, CancellationToken cancellationToken) =>
        AskAsync(id, WithdrawalAim.Withdraw, withdrawal, desk, reader, cancellationToken);

    private static Task<IResult> RestoreAsync(Guid id, Withdrawal withdrawal, WithdrawalDesk desk, DocumentReader reader, CancellationToken cancellationToken) =>
        AskAsync(id, WithdrawalAim.Restore, withdrawal, desk, reader, cancellationToken);

    private static async Task<IResult> AskAsync(
        Guid id, WithdrawalAim aim, Withdrawal withdrawal, WithdrawalDesk desk, DocumentReader reader, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } document) return ViewingProblems.NoSuchDocument();
        if (aim == WithdrawalAim.Withdraw && document.Status is DocumentStatus.Split)
            return ViewingProblems.CannotSplit("Bản quét này đã được chia. Hãy gộp lại trước, hoặc rút từng văn bản đã chia.");
        if (WithdrawalDesk.Clean(withdrawal.Reason).Length < 3) return ViewingProblems.WrongStatement("reason", "phải ghi lý do");
        return await desk.AskAsync(id, aim, withdrawal.Reason, cancellationToken) switch
        {
            (WithdrawalOutcome.Done, _) => TypedResults.Ok(await reader.FindAsync(id, cancellationToken)),
            (WithdrawalOutcome.Waiting, { } request) => TypedResults.Accepted($"/api/v1/documents/{id}/withdrawals", WithdrawalResponse.Of(request)),
            (WithdrawalOutcome.NotApplicable, _) => aim == WithdrawalAim.Withdraw ? ViewingProblems.AlreadyWithdrawn() : WithdrawalProblems.NotWithdrawn(),
            var (outcome, _) => WithdrawalProblems.Of(outcome),
        };
    }

    private static async Task<Results<Ok<IReadOnlyList<WithdrawalResponse>>, ProblemHttpResult>> HistoryAsync(
        Guid id, WithdrawalDesk desk, DocumentReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, cancellationToken) is null ? ViewingProblems.NoSuchDocument() : TypedResults.Ok(await desk.HistoryAsync(id, cancellationToken));

    private static async Task<Ok<ListResponse<WithdrawalResponse>>> WaitingAsync(
        [AsParameters] ListRequest request, WithdrawalDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.WaitingAsync(request.Cursor, request.Size ?? ListRequest.DefaultSize, cancellationToken));

    private static Task<IResult> ConfirmAsync(Guid id, WithdrawalWord word, WithdrawalDesk desk, CancellationToken cancellationToken) =>
        DecideAsync(id, WithdrawalState.Done, word, desk, cancellationToken);

    private static Task<IResult> RefuseAsync(Guid id, WithdrawalWord word, WithdrawalDesk desk, CancellationToken cancellationToken) =>
        DecideAsync(id, WithdrawalState.Refused, word, desk, cancellationToken);

    private static Task<IResult> TakeBackAsync(Guid id, WithdrawalWord word, WithdrawalDesk desk, CancellationToken cancellationToken) =>
        DecideAsync(id, WithdrawalState.TakenBack, word, desk, cancellationToken);

    private static async Task<IResult> DecideAsync(Guid id, WithdrawalState decision, WithdrawalWord word, WithdrawalDesk desk, CancellationToken cancellationToken) =>
        await desk.DecideAsync(id, decision, word.Note, cancellationToken) switch
        {
            (WithdrawalOutcome.Done, { } request) => TypedResults.Ok(WithdrawalResponse.Of(request)),
            var (outcome, _) => WithdrawalProblems.Of(outcome),
        };
}

internal static class WithdrawalProblems
{
    public static ProblemHttpResult NotWithdrawn() =>
        Problem.Of(StatusCodes.Status409Conflict, "not-withdrawn", "Không khôi phục được", "Văn bản này chưa được rút, hoặc các trang của nó đã trở lại bản quét gốc.");

    public static ProblemHttpResult Of(WithdrawalOutcome outcome) => outcome switch
    {
        WithdrawalOutcome.AlreadyAsked =>
            Problem.Of(StatusCodes.Status409Conflict, "withdrawal-waiting", "Đang chờ người thứ hai", TextOf(outcome)),
        WithdrawalOutcome.AlreadyDecided =>
            Problem.Of(StatusCodes.Status409Conflict, "withdrawal-decided", "Đề nghị đã được giải quyết", TextOf(outcome)),
        WithdrawalOutcome.NotApplicable =>
            Problem.Of(StatusCodes.Status409Conflict, "withdrawal-outdated", "Đề nghị không còn thực hiện được", TextOf(outcome)),
        WithdrawalOutcome.SecondPersonNeeded =>
            Problem.Of(StatusCodes.Status403Forbidden, "second-person-needed", "Cần người thứ hai", TextOf(outcome)),
        WithdrawalOutcome.NotTheirs =>
            Problem.Of(StatusCodes.Status403Forbidden, "not-the-asker", "Không phải người đề nghị", TextOf(outcome)),
        _ => Problem.Of(StatusCodes.Status404NotFound, "no-such-withdrawal", "Không có đề nghị này", TextOf(outcome)),
    };

    /// <summary>For a person.</summary>
    public static string TextOf(WithdrawalOutcome outcome) => outcome switch
    {
        WithdrawalOutcome.AlreadyAsked => "Đã có đề nghị về văn bản này đang chờ người thứ hai xác nhận.",
        WithdrawalOutcome.AlreadyDecided => "Đề nghị này đã được giải quyết từ trước.",
        WithdrawalOutcome.NotApplicable => "Văn bản đã thay đổi từ khi có đề nghị. Hãy từ chối hoặc thu lại đề nghị.",
        WithdrawalOutcome.SecondPersonNeeded => "Người đề nghị không tự xác nhận hay từ chối được: phải là một tài khoản khác.",
        WithdrawalOutcome.NotTheirs => "Chỉ người đã đề nghị mới thu lại được.",
        _ => "Đề nghị này không có trong kho lưu trữ.",
    };
}

using AwardArchive.Archive;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.People;

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/people").WithTags("People").Needs(Permission.View, Permission.Verify);
        group.MapGet("/", SearchAsync).WithSummary("Award entries and persons of forms searched as people, by name").ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/{id:guid}", FindAsync).WithSummary("The person of an award entry or of a form: all rows, kin, contradictions, awards that may be given twice, certificates that others have, decisions; of the papers that the sender may see")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/match", (IMatchQueue queue) =>
        {
            queue.MatchNow();
            return TypedResults.Accepted("/api/v1/people/proposals");
        }).WithSummary("Compare all award entries and persons of forms in the background; joins nobody");
        group.MapPost("/pairs", JoinAsync).WithSummary("Say that two rows are of one person, whether a matching proposed it or not; /people/proposals/{id}/undo takes it back")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        var proposals = group.MapGroup("/proposals");
        proposals.MapGet("/", ProposalsAsync).WithSummary("Pairs of entries that may be of one person and wait for a decision, the most probable first; among the papers that the sender may see")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status400BadRequest);
        MapDecision("confirm", PairState.Confirmed, "Say that two entries are of one person");
        MapDecision("refuse", PairState.Refused, "Say that two entries are not of one person; not proposed again until one of them changes");
        MapDecision("undo", PairState.Proposed, "Take the last decision about a pair back");

        void MapDecision(string verb, PairState state, string summary) =>
            proposals.MapPost($"/{{id:guid}}/{verb}", (Guid id, PairDecisionRequest decision, PairBook book, CancellationToken cancellationToken) =>
                    DecideAsync(id, state, decision, book, cancellationToken))
                .WithSummary(summary).ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<ListResponse<PersonEntryResponse>>, ProblemHttpResult>> SearchAsync(
        [AsParameters] PeopleRequest request, PeopleSearch search, CancellationToken cancellationToken)
    {
        var after = PeopleCursor.Read(request.Cursor);
        if (after is null && request.Cursor is not null) return BadCursor();
        return TypedResults.Ok(await search.FindAsync(
            request.Q, request.BirthYear, request.Place, after, request.Size ?? PeopleRequest.DefaultSize, cancellationToken));
    }

    private static async Task<Results<Ok<PersonResponse>, ProblemHttpResult>> FindAsync(Guid id, PeopleReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, cancellationToken) is { } person
            ? TypedResults.Ok(person)
            : NoSuchPerson();

    private static async Task<Results<Ok<ListResponse<PairResponse>>, ProblemHttpResult>> ProposalsAsync(
        [AsParameters] PairListRequest request, PeopleReader reader, CancellationToken cancellationToken)
    {
        var after = PairCursor.Read(request.Cursor);
        if (after is null && request.Cursor is not null) return BadCursor();
        return TypedResults.Ok(await reader.ProposalsAsync(after, request.Size ?? PairListRequest.DefaultSize, cancellationToken));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DecideAsync(
        Guid id, PairState state, PairDecisionRequest decision, PairBook book, CancellationToken cancellationToken) =>
        await book.DecideAsync(id, state, decision.By!.Trim(), decision.Reason?.Trim(), cancellationToken) is var outcome and not PairOutcome.Done
            ? ProblemOf(outcome)
            : TypedResults.NoContent();

    private static async Task<Results<Created<PersonResponse>, ProblemHttpResult>> JoinAsync(
        PairJoinRequest join, PairBook book, PeopleReader reader, CancellationToken cancellationToken)
    {
        if (await book.JoinAsync(join.One, join.Other, join.By!.Trim(), join.Reason!.Trim(), cancellationToken) is var outcome and not PairOutcome.Done)
            return outcome is PairOutcome.EntryGone ? NoSuchPerson() : ProblemOf(outcome);
        return TypedResults.Created($"/api/v1/people/{join.One}", await reader.FindAsync(join.One, cancellationToken));
    }

    private static ProblemHttpResult ProblemOf(PairOutcome outcome) => outcome switch
    {
        PairOutcome.NoSuchPair => Problem.Of(StatusCodes.Status404NotFound, "no-such-pair", "Không có cặp này", PairText.Of(outcome)),
        PairOutcome.EntryGone => Problem.Of(StatusCodes.Status409Conflict, "entry-gone", "Dòng không còn", PairText.Of(outcome)),
        PairOutcome.NotDecided => Problem.Of(StatusCodes.Status409Conflict, "pair-not-decided", "Chưa có quyết định", PairText.Of(outcome)),
        PairOutcome.SameEntry => Problem.Of(StatusCodes.Status409Conflict, "same-entry", "Hai dòng là một", PairText.Of(outcome)),
        _ => Problem.Of(StatusCodes.Status409Conflict, "pair-contradicts", "Mâu thuẫn với quyết định khác", PairText.Of(outcome)),
    };

    private static ProblemHttpResult NoSuchPerson() =>
        Problem.Of(StatusCodes.Status404NotFound, "no-such-person", "Không có người này", "Không có dòng khen thưởng hay người được khai nào mang mã này.");

    private static ProblemHttpResult BadCursor() =>
        Problem.Of(StatusCodes.Status400BadRequest, "bad-cursor", "Con trỏ không hợp lệ", "cursor phải đúng như trang trước đã cho.");
}

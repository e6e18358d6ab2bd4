using AwardArchive.Archive;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Access.Accounts;

/// <summary>Groups and the collections that they see, for programs of administrators.</summary>
internal static class GroupEndpoints
{
    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/groups").WithTags("Accounts").Needs(Permission.Administer);
        group.MapGet("/", ListAsync).WithSummary("Groups, by name");
        group.MapPost("/", AddAsync).WithSummary("Make a group").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/{id:guid}", GetAsync).WithSummary("One group: who is in it, and what it sees");
        group.MapPatch("/{id:guid}", RenameAsync).WithSummary("Give a group another name")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapDelete("/{id:guid}", RemoveAsync).WithSummary("Forget a group that has no grants").ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPut("/{id:guid}/members/{userId:guid}", JoinAsync).WithSummary("Put somebody into the group");
        group.MapDelete("/{id:guid}/members/{userId:guid}", LeaveAsync).WithSummary("Take somebody out of the group");
        group.MapPost("/{id:guid}/grants", GrantAsync).WithSummary("Let the group see a dossier or fonds, and nobody outside the groups that see it")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapDelete("/{id:guid}/grants/{grantId:guid}", RevokeAsync)
            .WithSummary("Take a grant back; the last one of a collection only with opens=true, since everybody sees it then").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<ListResponse<GroupCount>>> ListAsync(GroupDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ListResponse<GroupCount>(await desk.ListAsync(cancellationToken), null));

    private static async Task<Results<Created<GroupResponse>, ProblemHttpResult>> AddAsync(GroupEdit edit, GroupDesk desk, CancellationToken cancellationToken)
    {
        var (outcome, id) = await desk.AddAsync(edit, cancellationToken);
        return outcome is AccountOutcome.Done
            ? TypedResults.Created($"/api/v1/groups/{id}", (await desk.FindAsync(id, cancellationToken))!)
            : outcome.ToProblem();
    }

    private static async Task<Results<Ok<GroupResponse>, ProblemHttpResult>> GetAsync(Guid id, GroupDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is { } group ? TypedResults.Ok(group) : new AccountOutcome.NotFound().ToProblem();

    private static async Task<Results<Ok<GroupResponse>, ProblemHttpResult>> RenameAsync(Guid id, GroupEdit edit, GroupDesk desk, CancellationToken cancellationToken) =>
        await desk.RenameAsync(id, edit, cancellationToken) is var outcome and not AccountOutcome.Done ? outcome.ToProblem() : await GetAsync(id, desk, cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, GroupDesk desk, CancellationToken cancellationToken) =>
        (await desk.RemoveAsync(id, cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> JoinAsync(Guid id, Guid userId, GroupDesk desk, CancellationToken cancellationToken) =>
        (await desk.JoinAsync(id, userId, cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(Guid id, Guid userId, GroupDesk desk, CancellationToken cancellationToken) =>
        (await desk.LeaveAsync(id, userId, cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<GroupResponse>, ProblemHttpResult>> GrantAsync(Guid id, GrantRequest request, GroupDesk desk, CancellationToken cancellationToken) =>
        await desk.GrantAsync(id, request, cancellationToken) is var outcome and not AccountOutcome.Done ? outcome.ToProblem() : await GetAsync(id, desk, cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        Guid id, Guid grantId, [AsParameters] RevokeRequest request, GroupDesk desk, CancellationToken cancellationToken) =>
        (await desk.RevokeAsync(id, grantId, request.Opens == true, cancellationToken)).ToNoContent();
}

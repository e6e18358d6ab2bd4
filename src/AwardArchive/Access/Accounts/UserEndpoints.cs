using AwardArchive.Archive;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardArchive.Access.Accounts;

/// <summary>Accounts, for programs of administrators.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/users").WithTags("Accounts").Needs(Permission.Administer);
        group.MapGet("/", ListAsync).WithSummary("Accounts, by name").ProducesValidationProblem();
        group.MapPost("/", AddAsync).WithSummary("Make an account; the answer has its first password, once").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("/{id:guid}", GetAsync).WithSummary("One account");
        group.MapPatch("/{id:guid}", EditAsync).WithSummary("Change roles, clearance, name; disable or enable. The person's sessions end")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/{id:guid}/password-reset", ResetPasswordAsync).WithSummary("Give a new password, shown once, that its owner has to change")
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.MapDelete("/{id:guid}/second-factor", RemoveSecondFactorAsync).WithSummary("Ask for no code any more, for somebody who lost the app");
        group.MapDelete("/{id:guid}/lockout", UnlockAsync).WithSummary("Let somebody try again who gave wrong passwords");
        group.MapDelete("/{id:guid}/sessions", EndSessionsAsync).WithSummary("End all sessions and revoke all tokens of the person");
        group.MapGet("/{id:guid}/tokens", TokensAsync).WithSummary("The person's tokens, newest first, without their secrets");
        group.MapDelete("/{id:guid}/tokens/{tokenId:guid}", RevokeTokenAsync).WithSummary("Revoke a token of the person");
    }

    private static async Task<Ok<ListResponse<UserResponse>>> ListAsync([AsParameters] UserListRequest request, UserDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ListAsync(request.Cursor, request.Size ?? UserListRequest.DefaultSize, cancellationToken));

    private static async Task<Results<Created<OneTimePasswordResponse>, ProblemHttpResult>> AddAsync(NewUser user, UserDesk desk, HttpResponse response, CancellationToken cancellationToken) =>
        await desk.AddAsync(user, cancellationToken) switch
        {
            AccountOutcome.Made made => TypedResults.Created($"/api/v1/users/{made.Id}", OnceOnly(response, made)),
            var outcome => outcome.ToProblem(),
        };

    private static async Task<Results<Ok<UserResponse>, ProblemHttpResult>> GetAsync(Guid id, UserDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is { } user ? TypedResults.Ok(user) : new AccountOutcome.NotFound().ToProblem();

    private static async Task<Results<Ok<UserResponse>, ProblemHttpResult>> EditAsync(Guid id, UserEdit edit, UserDesk desk, CancellationToken cancellationToken) =>
        await desk.EditAsync(id, edit, cancellationToken) is var outcome and not AccountOutcome.Done ? outcome.ToProblem() : await GetAsync(id, desk, cancellationToken);

    private static async Task<Results<Ok<OneTimePasswordResponse>, ProblemHttpResult>> ResetPasswordAsync(Guid id, UserDesk desk, HttpResponse response, CancellationToken cancellationToken) =>
        await desk.ResetPasswordAsync(id, cancellationToken) switch
        {
            AccountOutcome.Made made => TypedResults.Ok(OnceOnly(response, made)),
            var outcome => outcome.ToProblem(),
        };

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveSecondFactorAsync(Guid id, UserDesk desk, CancellationToken cancellationToken) =>
        (await desk.RemoveSecondFactorAsync(id, cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> UnlockAsync(Guid id, UserDesk desk, CancellationToken cancellationToken) =>
        (await desk.UnlockAsync(id, cancellationToken)).ToNoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> EndSessionsAsync(Guid id, UserDesk desk, CancellationToken cancellationToken) =>
        (await desk.EndSessionsAsync(id, cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<ListResponse<TokenResponse>>, ProblemHttpResult>> TokensAsync(Guid id, UserDesk desk, TokenDesk tokens, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is null
            ? new AccountOutcome.NotFound().ToProblem()
            : TypedResults.Ok(new ListResponse<TokenResponse>(await tokens.ListAsync(id, cancellationToken), null));

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeTokenAsync(Guid id, Guid tokenId, TokenDesk tokens, CancellationToken cancellationToken) =>
        (await tokens.RevokeAsync(id, tokenId, cancellationToken)).ToNoContent();

    private static OneTimePasswordResponse OnceOnly(HttpResponse response, AccountOutcome.Made made)
    {
        response.Headers.CacheControl = "no-store";
        return new(made.Id, made.Secret, made.Until!.Value);
    }
}

using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Access.Accounts;

/// <summary>One's own account. With a session only: a token that could would make itself another one.</summary>
internal static class OwnEndpoints
{
    public static void MapOwnAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account", ShowAsync).WithTags("Account").WithSummary("Who the sender is, and what the person may").RequireAuthorization();
        var own = routes.MapGroup("/account").WithTags("Account").RequireAuthorization(AccessPolicies.InPerson);
        Proven(own.MapPut("/second-factor/secret", BeginSecondFactorAsync).WithSummary("Begin a second factor: a secret for an app"));
        Proven(own.MapPut("/second-factor", ConfirmSecondFactorAsync).WithSummary("Confirm it with a code of the app; the answer has recovery codes, once"));
        Proven(own.MapDelete("/second-factor", RemoveSecondFactorAsync).WithSummary("End the second factor"));
        Proven(own.MapPost("/recovery-codes", RenewRecoveryCodesAsync).WithSummary("New recovery codes, shown once, in place of all others"));
        own.MapDelete("/sessions", EndSessionsAsync).WithSummary("End all other sessions");
        own.MapGet("/tokens", TokensAsync).WithSummary("Own tokens, newest first, without their secrets");
        Proven(own.MapPost("/tokens", AddTokenAsync).WithSummary("Make a token; the answer has its secret, once"));
        own.MapDelete("/tokens/{id:guid}", RevokeTokenAsync).WithSummary("Revoke a token");
        Proven(routes.MapPut("/account/password", ChangePasswordAsync).WithTags("Account").WithSummary("Change the password; all other sessions end")
            .RequireAuthorization(AccessPolicies.AnySession));

        static void Proven(RouteHandlerBuilder route) => route.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<OwnAccountResponse>> ShowAsync(OwnAccount account, CancellationToken cancellationToken) =>
        TypedResults.Ok(await account.ShowAsync(cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangePasswordAsync(PasswordChange change, OwnAccount account) =>
        (await account.ChangePasswordAsync(change)).ToNoContent();

    private static async Task<Results<Ok<SecondFactorSetup>, ProblemHttpResult>> BeginSecondFactorAsync(
        PasswordProof proof, OwnAccount account, HttpResponse response, CancellationToken cancellationToken)
    {
        var (setup, problem) = await account.BeginSecondFactorAsync(proof, cancellationToken);
        return Once(response, setup, problem);
    }

    private static async Task<Results<Ok<RecoveryCodesResponse>, ProblemHttpResult>> ConfirmSecondFactorAsync(
        CodeProof proof, OwnAccount account, HttpResponse response, CancellationToken cancellationToken)
    {
        var (codes, problem) = await account.ConfirmSecondFactorAsync(proof, cancellationToken);
        return Once(response, codes is null ? null : new RecoveryCodesResponse(codes), problem);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveSecondFactorAsync(
        [FromBody] PasswordProof proof, OwnAccount account, CancellationToken cancellationToken) =>
        (await account.RemoveSecondFactorAsync(proof, cancellationToken)).ToNoContent();

    private static async Task<Results<Ok<RecoveryCodesResponse>, ProblemHttpResult>> RenewRecoveryCodesAsync(
        PasswordProof proof, OwnAccount account, HttpResponse response, CancellationToken cancellationToken)
    {
        var (codes, problem) = await account.RenewRecoveryCodesAsync(proof, cancellationToken);
        return Once(response, codes is null ? null : new RecoveryCodesResponse(codes), problem);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndSessionsAsync(OwnAccount account, CancellationToken cancellationToken) =>
        (await account.EndOtherSessionsAsync(cancellationToken)).ToNoContent();

    private static async Task<Ok<ListResponse<TokenResponse>>> TokensAsync(TokenDesk tokens, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ListResponse<TokenResponse>(await tokens.ListAsync(Actor.Current.UserId!.Value, cancellationToken), null));

    private static async Task<Results<Ok<NewTokenResponse>, ProblemHttpResult>> AddTokenAsync(
        NewToken wanted, OwnAccount account, HttpResponse response, CancellationToken cancellationToken)
    {
        var outcome = await account.AddTokenAsync(wanted, cancellationToken);
        return Once(response, outcome is AccountOutcome.Made made ? new NewTokenResponse(made.Id, made.Secret) : null, outcome);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeTokenAsync(Guid id, TokenDesk tokens, CancellationToken cancellationToken) =>
        (await tokens.RevokeAsync(Actor.Current.UserId!.Value, id, cancellationToken)).ToNoContent();

    /// <summary>What is shown once stays in no cache.</summary>
    private static Results<Ok<T>, ProblemHttpResult> Once<T>(HttpResponse response, T? shown, AccountOutcome? problem)
        where T : class
    {
        response.Headers.CacheControl = "no-store";
        return shown is null ? problem!.ToProblem() : TypedResults.Ok(shown);
    }
}

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Access.SignIn;

internal static class SignOutEndpoint
{
    /// <summary>The button on every page; the form carries the token against requests of other sites.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost(SignInPaths.SignOut, SignOutAsync)
        .RequireAuthorization(AccessPolicies.AnySession).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription();

    private static async Task<IResult> SignOutAsync(HttpContext http, [FromServices] SignInDesk desk)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return TypedResults.BadRequest(); // a page says so
        await desk.SignOutAsync();
        return TypedResults.LocalRedirect(SignInPaths.SignIn);
    }
}

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
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
        {
            // With words of its own: the page that shows an answer without any would read the form once more, and fail.
            return TypedResults.Text("Biểu mẫu không còn hợp lệ. Hãy tải lại trang rồi thử lại.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        }
        await desk.SignOutAsync();
        return TypedResults.LocalRedirect(SignInPaths.SignIn);
    }
}

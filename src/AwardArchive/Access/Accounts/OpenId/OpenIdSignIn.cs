using AwardArchive.Access.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Accounts.OpenId;

/// <summary>The way to the provider and back.</summary>
internal static class OpenIdSignIn
{
    public const string Start = "/sign-in/openid";
    public const string Failed = "/sign-in/openid/failed";
    private const string Done = "/sign-in/openid/done";
    private const string Scheme = "OpenId";

    /// <summary>Nothing is registered where the settings name no provider.</summary>
    public static IServiceCollection AddOpenId(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OpenIdOptions>().BindConfiguration(OpenIdOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (string.IsNullOrWhiteSpace(configuration[$"{OpenIdOptions.Section}:{nameof(OpenIdOptions.Authority)}"])) return services;
        services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { }).AddCookie(IdentityConstants.ExternalScheme, cookie =>
        {
            cookie.Cookie.Name = "award-archive-openid";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.IsEssential = true;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<OpenIdOptions>>((connect, settings) =>
        {
            var openId = settings.Value;
            connect.Authority = openId.Authority!.ToString();
            connect.RequireHttpsMetadata = !openId.Authority.IsLoopback;
            (connect.ClientId, connect.ClientSecret) = (openId.ClientId, openId.ClientSecret);
            connect.CallbackPath = "/sign-in/openid/callback";
            connect.SignInScheme = IdentityConstants.ExternalScheme;
            // The answer comes in the address: posted, it would come from another site, and cookies that such a request brings are for other sites to use too.
            (connect.ResponseType, connect.ResponseMode, connect.UsePkce) = ("code", "query", true);
            connect.CorrelationCookie.SameSite = connect.NonceCookie.SameSite = SameSiteMode.Lax;
            connect.CorrelationCookie.SecurePolicy = connect.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            connect.MapInboundClaims = false;
            connect.SaveTokens = false;
            connect.BackchannelTimeout = TimeSpan.FromSeconds(10);
            connect.Events.OnRemoteFailure = failure =>
            {
                failure.HandleResponse();
                failure.Response.Redirect($"{Failed}?reason={(failure.Failure is HttpRequestException or TaskCanceledException ? "away" : "refused")}");
                return Task.CompletedTask;
            };
        });
        return services;
    }

    public static void MapOpenId(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<OpenIdOptions>>().Value.IsUsed) return;
        routes.MapGet(Start, StartAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet(Done, DoneAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> StartAsync(string? returnUrl, IOptionsMonitor<OpenIdConnectOptions> connect, HttpContext http)
    {
        try
        {
            await connect.Get(Scheme).ConfigurationManager!.GetConfigurationAsync(http.RequestAborted);
        }
        catch (InvalidOperationException)
        {
            return TypedResults.LocalRedirect($"{Failed}?reason=away"); // IDX20803: the provider does not say who it is
        }
        var back = $"{Done}?{SignInPaths.ReturnUrl}={Uri.EscapeDataString(SignInPaths.Local(returnUrl))}";
        return TypedResults.Challenge(new() { RedirectUri = back }, [Scheme]);
    }

    private static async Task<IResult> DoneAsync(string? returnUrl, OpenIdAccounts accounts, HttpContext http)
    {
        var came = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        if (came.Principal is not { } person) return TypedResults.LocalRedirect(SignInPaths.SignIn);
        var local = SignInPaths.Local(returnUrl);
        return TypedResults.LocalRedirect(await accounts.SignInAsync(person, http.RequestAborted) switch
        {
            OpenIdOutcome.In => local,
            OpenIdOutcome.CodeNeeded => $"{SignInPaths.Code}?{SignInPaths.ReturnUrl}={Uri.EscapeDataString(local)}",
            OpenIdOutcome.NameTaken => $"{Failed}?reason=name",
            _ => $"{Failed}?reason=refused",
        });
    }
}

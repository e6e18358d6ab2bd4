using AwardArchive.Access.Accounts;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access;

internal static class AccessServices
{
    /// <summary>Iterations of PBKDF2 with HMAC-SHA512: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2.</summary>
    private const int PasswordIterations = 210_000;

    /// <summary>Accounts and tokens, for the server and for commands.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<PasswordHasherOptions>(passwords => passwords.IterationCount = PasswordIterations);
        services.AddIdentityCore<ArchiveUser>(PasswordRules.Configure)
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<PasswordRules>()
            .AddErrorDescriber<VietnameseErrors>()
            .AddTokenProvider<AuthenticatorTokenProvider<ArchiveUser>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton<SealedText>();
        services.AddSingleton<AccountReader>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<AccountValues>();
        services.AddScoped<OneTimePassword>();
        services.AddScoped<AccountDesk>();
        services.AddSingleton<FirstAdministrator>();
        return services;
    }

    /// <summary>Who sends a request, and what they may do: a session's cookie for people, a bearer token for programs.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<SignInManager<ArchiveUser>>(provider => provider.GetRequiredService<ArchiveSignIn>());
        services.AddScoped<ArchiveSignIn>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<UsedCodes>();
        services.AddScoped<SignInDesk>();
        services.AddAccounts();
        services.AddScoped<IUserClaimsPrincipalFactory<ArchiveUser>, SessionClaims>();
        services.AddScoped<IUserConfirmation<ArchiveUser>, DefaultUserConfirmation<ArchiveUser>>();
        services.AddScoped<SessionEvents>();
        services.AddSingleton<LastingRequests>();
        services.AddAuthentication(Schemes.Any)
            .AddPolicyScheme(Schemes.Any, null, any => any.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0 ? Schemes.Token : Schemes.Session)
            .AddScheme<TokenAuthenticationOptions, TokenAuthentication>(Schemes.Token, null)
            .AddCookie(Schemes.Session)
            // Who gave the right password and owes the code of the second step.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                SessionCookie(cookie, "award-archive-step");
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });
        services.AddOptions<CookieAuthenticationOptions>(Schemes.Session).Configure<IOptions<AccessOptions>>((cookie, options) =>
        {
            SessionCookie(cookie, "award-archive");
            cookie.ExpireTimeSpan = options.Value.SessionIdle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = SignInPaths.SignIn;
            cookie.ReturnUrlParameter = SignInPaths.ReturnUrl;
            cookie.EventsType = typeof(SessionEvents);
        });
        services.AddAuthorization(AccessPolicies.Configure);
        return services;

        static void SessionCookie(CookieAuthenticationOptions cookie, string name)
        {
            cookie.Cookie.Name = name;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.IsEssential = true;
        }
    }
}

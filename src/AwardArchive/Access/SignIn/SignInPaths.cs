namespace AwardArchive.Access.SignIn;

/// <summary>Addresses of the pages by which people come in and go.</summary>
internal static class SignInPaths
{
    public const string SignIn = "/sign-in";
    public const string Code = "/sign-in/code";
    public const string Password = "/sign-in/password";
    public const string SignOut = "/sign-out";

    /// <summary>The parameter that says where somebody wanted to go.</summary>
    public const string ReturnUrl = "returnUrl";

    /// <summary>Only to this site: an address that leads elsewhere becomes the front page.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not (['/', '/' or '\\', ..]) && !address.Any(char.IsControl) ? address : "/";
}

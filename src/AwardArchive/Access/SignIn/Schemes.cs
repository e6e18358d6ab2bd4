using Microsoft.AspNetCore.Identity;

namespace AwardArchive.Access.SignIn;

/// <summary>How a request says who sends it.</summary>
internal static class Schemes
{
    /// <summary>By a token when there is an <c>Authorization</c> header, else by a session.</summary>
    public const string Any = "Any";

    public const string Token = "Token";

    public static readonly string Session = IdentityConstants.ApplicationScheme;
}

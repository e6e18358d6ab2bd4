using System.Security.Claims;
using AwardArchive.Archive;

namespace AwardArchive.Access.SignIn;

/// <summary>Who sent a request, as the catalog knows them at this moment.</summary>
/// <param name="Groups">Those they are in.</param>
/// <param name="Token">The token it came with; null: a session.</param>
internal sealed record Account(ArchiveUser User, IReadOnlyList<Guid> Groups, AccessToken? Token)
{
    /// <summary>What the person may do; with a token only what that is for. Until a password that somebody else gave is changed: nothing.</summary>
    public Permission May => Token is { } token
        ? Permissions.Of(User.Roles) & token.Scopes
        : OwesPassword ? Permission.None : Permissions.Of(User.Roles);

    /// <summary>Programs do not use passwords, so their tokens are not held up by one.</summary>
    public bool OwesPassword => Token is null && User.MustChangePassword;

    public Actor ToActor(string? address) => new(
        User.Id, User.UserName!, User.DisplayName ?? User.UserName!, address, Token?.Id, OwesPassword ? Sight.Nothing : Sight.Of(User.Clearance, Groups));

    public ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, $"{User.Id}"),
            new(ClaimTypes.Name, User.UserName!),
            .. Permissions.All.Where(one => May.HasFlag(one)).Select(one => new Claim(AccessClaims.May, one.ToString())),
            .. OwesPassword ? [new Claim(AccessClaims.OwesPassword, "true")] : Array.Empty<Claim>(),
        ],
        scheme));
}

/// <summary>What is known of the sender of a request beside the name.</summary>
internal static class AccessClaims
{
    /// <summary>A <see cref="Permission"/>.</summary>
    public const string May = "award-archive:may";

    public const string OwesPassword = "award-archive:owes-password";

    public static bool Has(this ClaimsPrincipal person, Permission permission) => person.HasClaim(May, permission.ToString());
}

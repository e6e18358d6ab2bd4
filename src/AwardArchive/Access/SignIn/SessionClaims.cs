using System.Security.Claims;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;

namespace AwardArchive.Access.SignIn;

/// <summary>What a session's cookie holds: who, and the stamp of the account as it was. What they may do is looked up with each request.</summary>
internal sealed class SessionClaims : IUserClaimsPrincipalFactory<ArchiveUser>
{
    public const string Stamp = "award-archive:stamp";

    public Task<ClaimsPrincipal> CreateAsync(ArchiveUser user) => Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, $"{user.Id}"), new(ClaimTypes.Name, user.UserName!), new(Stamp, user.SecurityStamp!)], Schemes.Session)));
}

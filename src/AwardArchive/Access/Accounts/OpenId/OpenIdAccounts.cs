using System.Security.Claims;
using System.Security.Cryptography;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Capture;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Accounts.OpenId;

/// <summary>How somebody came from the provider.</summary>
internal enum OpenIdOutcome
{
    In,

    /// <summary>The account has a second factor of its own.</summary>
    CodeNeeded,

    /// <summary>Disabled, locked, or not known and nobody is added.</summary>
    Refused,

    /// <summary>Not known, and the name is somebody else's here.</summary>
    NameTaken,
}

/// <summary>Whose account belongs to whom a provider vouches for. By issuer and subject, which never change hands; a name only where the settings say so.</summary>
internal sealed class OpenIdAccounts(
    UserManager<ArchiveUser> users, ArchiveSignIn signIn, IDbContextFactory<CatalogDbContext> contexts, IOptions<OpenIdOptions> options, IAuditLog audit, TimeProvider time)
{
    public async Task<OpenIdOutcome> SignInAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var subject = person.FindFirst("sub") ?? throw new InvalidOperationException("The provider named nobody.");
        var (issuer, key) = (subject.Issuer, subject.Value);
        var name = DisplayText.Clean(person.FindFirstValue(options.Value.NameClaim) ?? "");
        if (await users.FindByLoginAsync(issuer, key) is null && await LinkAsync(person, issuer, key, name, cancellationToken) is { } refused)
        {
            await audit.WriteAsync(new(AuditAction.SignInFailed, null, $"{issuer}: {name}"), cancellationToken);
            return refused;
        }
        var result = await signIn.ExternalLoginSignInAsync(issuer, key, isPersistent: false, bypassTwoFactor: false);
        if (result.RequiresTwoFactor) return OpenIdOutcome.CodeNeeded;
        var target = await users.FindByLoginAsync(issuer, key) is { } user ? $"users/{user.Id}" : null;
        await audit.WriteAsync(new(result.Succeeded ? AuditAction.SignedIn : AuditAction.SignInFailed, target, $"{issuer}: {name}"), cancellationToken);
        return result.Succeeded ? OpenIdOutcome.In : OpenIdOutcome.Refused;
    }

    /// <summary>The first time: finds or makes the account.</summary>
    /// <returns>Null: from now on it is the person's.</returns>
    private async Task<OpenIdOutcome?> LinkAsync(ClaimsPrincipal person, string issuer, string key, string name, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        var normalized = users.NormalizeName(name);
        var known = name.Length == 0 ? null : await db.Users.SingleOrDefaultAsync(user => user.NormalizedUserName == normalized, cancellationToken);
        if (known is not null && !options.Value.JoinsByName) return OpenIdOutcome.NameTaken;
        if (known is null && !options.Value.AddsPeople) return OpenIdOutcome.Refused;
        var user = known ?? NewUser(person, name);
        if (known is null)
        {
            foreach (var validator in users.UserValidators)
            {
                if (await validator.ValidateAsync(users, user) is { Succeeded: false }) return OpenIdOutcome.NameTaken;
            }
            user.NormalizedUserName = users.NormalizeName(user.UserName);
            db.Users.Add(user);
        }
        db.Add(new IdentityUserLogin<Guid> { UserId = user.Id, LoginProvider = issuer, ProviderKey = key, ProviderDisplayName = options.Value.Label });
        await audit.WriteAsync(
            new(AuditAction.AccountChanged, $"users/{user.Id}", $"{user.UserName}: {(known is null ? "thêm tài khoản, chưa có vai trò" : "gắn với tài khoản")}, {issuer}"), cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            // The same person came twice at the same moment, or two with one name.
            return await users.FindByLoginAsync(issuer, key) is null ? OpenIdOutcome.NameTaken : null;
        }
        return null;
    }

    private ArchiveUser NewUser(ClaimsPrincipal person, string name)
    {
        var now = time.GetUtcNow();
        var display = DisplayText.Clean(person.FindFirstValue("name") ?? "");
        return new()
        {
            Id = Guid.CreateVersion7(now),
            UserName = name,
            DisplayName = display.Length is > 0 and <= ArchiveUser.MaxName ? display : null,
            Roles = Role.None,
            SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20)),
            LockoutEnabled = true,
            CreatedAt = now,
        };
    }
}

using AwardArchive.Archive;

namespace AwardArchive.Access.Accounts;

/// <summary>Somebody who may sign in, as administrators see it.</summary>
/// <param name="DisplayName">As others know the person.</param>
/// <param name="LockedUntil">Too many wrong passwords; null: not locked.</param>
/// <param name="MustChangePassword">The password was given by somebody else and is not changed yet.</param>
/// <param name="PasswordExpiresAt">Until when that password can be used; null: the person has one of their own.</param>
/// <param name="HasSecondFactor">Whether a code of an app is asked for too.</param>
/// <param name="SignsInElsewhere">Whether another service vouches for the person.</param>
public sealed record UserResponse(
    Guid Id, string UserName, string DisplayName, IReadOnlyList<Role> Roles, Confidentiality Clearance, bool IsDisabled, DateTimeOffset? LockedUntil,
    bool MustChangePassword, DateTimeOffset? PasswordExpiresAt, bool HasSecondFactor, bool SignsInElsewhere, DateTimeOffset CreatedAt, IReadOnlyList<GroupSummary> Groups)
{
    internal static UserResponse Of(ArchiveUser user, IReadOnlyList<GroupSummary> groups, bool signsInElsewhere, DateTimeOffset? passwordExpiresAt, DateTimeOffset now) => new(
        user.Id, user.UserName!, user.DisplayName ?? user.UserName!, AccountText.Apart(user.Roles), user.Clearance, user.IsDisabled,
        user.LockoutEnd is { } until && until > now ? until : null, user.MustChangePassword, passwordExpiresAt, user.TwoFactorEnabled, signsInElsewhere, user.CreatedAt, groups);
}

public sealed record GroupSummary(Guid Id, string Name);

/// <summary>A group among others.</summary>
public sealed record GroupCount(Guid Id, string Name, int Members, int Grants);

/// <summary>A group with who is in it and what it sees.</summary>
public sealed record GroupResponse(Guid Id, string Name, IReadOnlyList<MemberResponse> Members, IReadOnlyList<GrantResponse> Grants);

/// <param name="DisplayName">As others know the person.</param>
public sealed record MemberResponse(Guid UserId, string UserName, string DisplayName);

/// <summary>A collection that a group sees: a dossier or a fonds.</summary>
/// <param name="Title">Of the dossier, for those who see it; null: of a fonds, or hidden.</param>
/// <param name="Fonds">In capital letters; null: a dossier.</param>
public sealed record GrantResponse(Guid Id, Guid? DossierId, string? Title, string? Fonds);

/// <summary>Somebody's own account.</summary>
/// <param name="Permissions">All that the roles allow.</param>
/// <param name="RecoveryCodes">How many are left; 0 without second factor.</param>
public sealed record OwnAccountResponse(
    Guid Id, string UserName, string DisplayName, IReadOnlyList<Role> Roles, IReadOnlyList<Permission> Permissions, Confidentiality Clearance,
    bool HasPassword, bool MustChangePassword, bool HasSecondFactor, int RecoveryCodes, IReadOnlyList<GroupSummary> Groups);

/// <summary>A password that somebody else gives a person; it opens only the page on which it is changed.</summary>
/// <param name="Password">Shown this once, kept nowhere.</param>
/// <param name="ExpiresAt">Then it opens nothing any more; another one has to be given.</param>
public sealed record OneTimePasswordResponse(Guid UserId, string Password, DateTimeOffset ExpiresAt);

/// <summary>What an app needs to show codes.</summary>
/// <param name="Secret">Base32 (RFC 4648).</param>
/// <param name="Link"><c>otpauth://totp/…</c>, as apps read it from a QR code.</param>
public sealed record SecondFactorSetup(string Secret, string Link);

/// <param name="Codes">Each opens the account once in place of the app. Shown this once.</param>
public sealed record RecoveryCodesResponse(IReadOnlyList<string> Codes);

/// <summary>A key for a program, without its secret.</summary>
public sealed record TokenResponse(
    Guid Id, string Name, IReadOnlyList<Permission> Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt)
{
    internal static TokenResponse Of(AccessToken token) => new(
        token.Id, token.Name, [.. Permissions.All.Where(one => token.Scopes.HasFlag(one))], token.CreatedAt, token.ExpiresAt, token.RevokedAt, token.LastUsedAt);
}

/// <param name="Secret">For the header <c>Authorization: Bearer …</c>. Shown this once, kept nowhere.</param>
public sealed record NewTokenResponse(Guid Id, string Secret);

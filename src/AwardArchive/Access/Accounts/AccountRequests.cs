using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;

namespace AwardArchive.Access.Accounts;

/// <summary>Which stretch of the people.</summary>
public sealed record UserListRequest
{
    public const int DefaultSize = 50;

    /// <summary>How many; 1 to 200.</summary>
    [Range(1, 200, ErrorMessage = "size phải từ 1 đến 200.")]
    public int? Size { get; init; }

    /// <summary>As the stretch before gave it.</summary>
    [StringLength(256, ErrorMessage = "cursor quá dài.")]
    public string? Cursor { get; init; }
}

/// <summary>Somebody who is to sign in.</summary>
/// <param name="UserName">Letters, digits and <c>-._@</c>; nobody else has it, whatever the case.</param>
/// <param name="DisplayName">As others know the person; null: as the name of the account.</param>
/// <param name="Roles">None: may sign in and do nothing.</param>
public sealed record NewUser(
    string? UserName = null, string? DisplayName = null, IReadOnlyList<Role>? Roles = null, Confidentiality Clearance = Confidentiality.Open);

/// <summary>What changes of an account; null stays as it is. Sessions of the person end.</summary>
/// <param name="DisplayName">Empty: none.</param>
/// <param name="Roles">All of them.</param>
public sealed record UserEdit(string? DisplayName = null, IReadOnlyList<Role>? Roles = null, Confidentiality? Clearance = null, bool? IsDisabled = null);

/// <param name="Name">Nobody else's, at most 100 letters.</param>
public sealed record GroupEdit(string? Name = null);

/// <summary>A collection: exactly one is given.</summary>
/// <param name="Fonds">Name of a fonds, however it is spaced and whatever its case; nothing has to be in it yet.</param>
public sealed record GrantRequest(Guid? DossierId = null, string? Fonds = null);

/// <summary>Whether a collection may become everybody's.</summary>
public sealed record RevokeRequest
{
    /// <summary>True: the collection may be open to everybody, if no other group has it.</summary>
    public bool? Opens { get; init; }
}

/// <param name="Password">The one that is in force.</param>
/// <param name="NewPassword">At least 12 letters.</param>
public sealed record PasswordChange(string? Password = null, string? NewPassword = null);

/// <param name="Password">The one that is in force; not asked for where there is none.</param>
public sealed record PasswordProof(string? Password = null);

/// <param name="Code">Six digits, as the app shows them.</param>
public sealed record CodeProof(string? Code = null);

/// <param name="Name">What it is for, at most 100 letters.</param>
/// <param name="Scopes">What it may do: no more than its owner may.</param>
/// <param name="ExpiresAt">Later than now, at most 366 days away.</param>
/// <param name="Password">The one that is in force; not asked for where there is none.</param>
public sealed record NewToken(string? Name = null, IReadOnlyList<Permission>? Scopes = null, DateTimeOffset? ExpiresAt = null, string? Password = null);

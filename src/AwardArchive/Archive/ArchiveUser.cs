using Microsoft.AspNetCore.Identity;

namespace AwardArchive.Archive;

/// <summary>Somebody who may sign in. A row of the catalog.</summary>
public sealed class ArchiveUser : IdentityUser<Guid>
{
    public const int MaxName = 100;

    public Role Roles { get; set; }

    /// <summary>Papers above it are not there for this person.</summary>
    public Confidentiality Clearance { get; set; }

    /// <summary>As others know the person; null: by the name of the account.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The password was given by somebody else: it opens only the page on which it is changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When it was given; it opens nothing any more some time after. Null: when the account was made.</summary>
    public DateTimeOffset? PasswordGivenAt { get; set; }

    /// <summary>Cannot sign in, and tokens open nothing; what was done under the name stays.</summary>
    public bool IsDisabled { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A key for a program, which acts as its owner. A row of the catalog; the secret itself is kept nowhere.</summary>
public sealed class AccessToken
{
    public const int MaxName = 100;

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>What it is for, in the owner's words.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>What it may do, as far as its owner may when it is used.</summary>
    public Permission Scopes { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>To the day: it is not written at every use.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>People who may see the same collections. A row of the catalog.</summary>
public sealed class UserGroup
{
    public const int MaxName = 100;

    public Guid Id { get; init; }

    /// <summary>Unique.</summary>
    public required string Name { get; set; }
}

/// <summary>A person is in a group. A row of the catalog.</summary>
public sealed class GroupMember
{
    public Guid GroupId { get; init; }

    public Guid UserId { get; init; }
}

/// <summary>
/// A group may see a collection: a fonds or a dossier, of which exactly one is named. A row of the catalog. A collection that is granted to any group is
/// seen by no others; one that is granted to none is open to everybody.
/// </summary>
public sealed class CollectionGrant
{
    public Guid Id { get; init; }

    public Guid GroupId { get; init; }

    public Guid? DossierId { get; init; }

    /// <summary>As <see cref="Dossier.FondsKey"/>.</summary>
    public string? FondsKey { get; init; }
}

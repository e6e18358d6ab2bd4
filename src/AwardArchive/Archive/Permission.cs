using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;

namespace AwardArchive.Archive;

/// <summary>What somebody is in the archive; one person may be several.</summary>
[Flags]
[JsonConverter(typeof(CamelCase<Role>))]
public enum Role
{
    None = 0,

    /// <summary>Searches and looks.</summary>
    Reader = 1,

    /// <summary>Digitizes: hands in scans, corrects what was read, keeps dossiers.</summary>
    Archivist = 2,

    /// <summary>Decides about persons and cases.</summary>
    Verifier = 4,

    /// <summary>Keeps accounts and the service. Sees no paper by that.</summary>
    Administrator = 8,
}

/// <summary>What an endpoint asks for. The name of each is the name of its policy.</summary>
[Flags]
[JsonConverter(typeof(CamelCase<Permission>))]
[SuppressMessage("Naming", "CA1711", Justification = "It is the field's word; what the rule reserves it for is gone from .NET.")]
public enum Permission
{
    None = 0,

    /// <summary>Search, and see papers, people and dossiers.</summary>
    View = 1,

    /// <summary>Hand in scans, correct what was read, keep dossiers, withdraw.</summary>
    Digitize = 2,

    /// <summary>See and decide cases, and who is the same person.</summary>
    Verify = 4,

    /// <summary>Accounts, groups, the audit chain, the service itself.</summary>
    Administer = 8,
}

public static class Permissions
{
    /// <summary>Each by itself.</summary>
    public static readonly IReadOnlyList<Permission> All = [Permission.View, Permission.Digitize, Permission.Verify, Permission.Administer];

    /// <summary>All that these roles may do.</summary>
    public static Permission Of(Role roles) =>
        (roles.HasFlag(Role.Reader) ? Permission.View : 0)
        | (roles.HasFlag(Role.Archivist) ? Permission.View | Permission.Digitize : 0)
        | (roles.HasFlag(Role.Verifier) ? Permission.View | Permission.Verify : 0)
        | (roles.HasFlag(Role.Administrator) ? Permission.Administer : 0);

    /// <summary>The name of the policy that asks for <paramref name="reads"/> of GET and HEAD, and for <paramref name="writes"/> of all else.</summary>
    public static string PolicyOf(Permission reads, Permission writes) => reads == writes ? reads.ToString() : $"{reads}/{writes}";

    /// <summary>Only who has the permission gets to these endpoints.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, Permission permission)
        where TBuilder : IEndpointConventionBuilder => endpoints.Needs(permission, permission);

    /// <summary>Only who has the one permission may read here, only who has the other may change anything: whatever comes to the group later, too.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoints, Permission reads, Permission writes)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(new NeedsAttribute(reads, writes));
}

/// <summary>Only who has the permission gets to this page, and sends its forms.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission reads, Permission writes) : AuthorizeAttribute(Permissions.PolicyOf(reads, writes))
{
    public NeedsAttribute(Permission permission)
        : this(permission, permission)
    {
    }

    /// <summary>For GET and HEAD.</summary>
    public Permission Reads { get; } = reads;

    /// <summary>For all other methods.</summary>
    public Permission Writes { get; } = writes;
}

using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>What was done. The numbers are hashed in the audit chain: none is given anew, new ones come last.</summary>
[JsonConverter(typeof(CamelCase<AuditAction>))]
public enum AuditAction
{
    SignedIn,
    SignInFailed,
    SignedOut,
    Refused,
    Viewed,
    Searched,
    Downloaded,
    Exported,
    Added,
    Changed,
    Corrected,
    Withdrawn,
    Verified,
    AccountChanged,
    Granted,
    Revoked,
    Maintained,
}

/// <summary>Something that was done or looked at; by whom and from where, <see cref="Actor.Current"/> says.</summary>
/// <param name="Target">On what: <c>document/ID</c>, <c>user/ID</c>, a path; null: on nothing in particular.</param>
/// <param name="Detail">What else there is to say. May hold names of persons: it is kept so that it can be forgotten.</param>
public sealed record AuditEvent(AuditAction Action, string? Target = null, string? Detail = null);

internal static class AuditOfParts
{
    /// <summary>That papers of a scan changed with it: an entry each, as if somebody had changed them by themselves.</summary>
    /// <remarks>Behind their commit. Of a process that is killed between both, the entry that announced the change of the scan tells.</remarks>
    public static async Task TellOfPartsAsync(this IAuditLog audit, Guid scan, IReadOnlyList<Guid> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts) await audit.WriteAsync(new(AuditAction.Changed, $"documents/{part}", $"documents/{scan}"), cancellationToken);
    }
}

/// <summary>Keeps what was done, in an order that cannot be changed unnoticed.</summary>
public interface IAuditLog
{
    /// <summary>Ends when the entry is durable.</summary>
    Task WriteAsync(AuditEvent entry, CancellationToken cancellationToken);
}

namespace AwardArchive.Archive.Postgres;

/// <summary>A key that signs the forms of the web pages, for all nodes that serve them.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; }

    /// <summary>As ASP.NET Core writes it.</summary>
    public required string Xml { get; init; }
}

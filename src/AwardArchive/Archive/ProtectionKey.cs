namespace AwardArchive.Archive;

/// <summary>A key that signs sessions and the forms of the web pages, for all nodes that serve them. A row of the catalog.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; }

    /// <summary>As ASP.NET Core writes it.</summary>
    public required string Xml { get; init; }
}

namespace AwardArchive.Archive;

/// <summary>A search that somebody makes again and again.</summary>
public sealed class SavedSearch
{
    public Guid Id { get; init; }

    /// <summary>Whose it is; null: kept before there were accounts, everybody's.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>As people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Its parameters, as in the address of a search: <c>?q=huan+chuong&amp;yearFrom=1985</c>.</summary>
    public required string Query { get; init; }

    public DateTimeOffset SavedAt { get; init; }
}

using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Viewing;

/// <summary>Which stretch of a list whose order is that of ids.</summary>
public record ListRequest
{
    public const int DefaultSize = 50;

    /// <summary>As the stretch before gave it.</summary>
    public Guid? Cursor { get; init; }

    /// <value>1 to 200. Default 50.</value>
    [Range(1, 200, ErrorMessage = "size phải từ 1 đến 200.")]
    public int? Size { get; init; }
}

/// <summary>A stretch of a list.</summary>
/// <param name="NextCursor">Opaque; null when this was the last stretch.</param>
public sealed record ListResponse<T>(IReadOnlyList<T> Items, string? NextCursor);

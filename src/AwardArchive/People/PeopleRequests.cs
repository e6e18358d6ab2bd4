using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;

namespace AwardArchive.People;

/// <summary>Which award entries to list.</summary>
public sealed record PeopleRequest
{
    public const int DefaultSize = 50;
    public const int MaxText = 500;

    /// <summary>Words of a name, whole, in any order, with marks or without. Any string will do.</summary>
    [StringLength(MaxText, ErrorMessage = "q dài quá 500 ký tự.")]
    public string? Q { get; init; }

    /// <summary>Four digits.</summary>
    public int? BirthYear { get; init; }

    /// <summary>A home place of any level; its earlier and later names count too.</summary>
    [StringLength(MaxText, ErrorMessage = "place dài quá 500 ký tự.")]
    public string? Place { get; init; }

    /// <summary>As the stretch before gave it.</summary>
    public string? Cursor { get; init; }

    /// <value>1 to 200. Default 50.</value>
    [Range(1, 200, ErrorMessage = "size phải từ 1 đến 200.")]
    public int? Size { get; init; }
}

/// <summary>Which proposals to list.</summary>
public sealed record PairListRequest
{
    public const int DefaultSize = 20;

    /// <summary>As the stretch before gave it.</summary>
    public string? Cursor { get; init; }

    /// <value>1 to 200. Default 20.</value>
    [Range(1, 200, ErrorMessage = "size phải từ 1 đến 200.")]
    public int? Size { get; init; }
}

/// <summary>Who decides about a pair, and why.</summary>
public sealed record PairDecisionRequest
{
    public const int MaxBy = 100;
    public const int MaxReason = 1000;

    /// <summary>Who decides; absent or empty: whoever sends it.</summary>
    [StringLength(MaxBy, ErrorMessage = "by dài quá 100 ký tự.")]
    public string? By { get => Actor.Signature(field); init; }

    /// <summary>In the words of who decides.</summary>
    [StringLength(MaxReason, ErrorMessage = "reason dài quá 1000 ký tự.")]
    public string? Reason { get; init; }
}

/// <summary>Who joins two rows, and why.</summary>
public sealed record PairJoinRequest
{
    /// <summary>The id of an award entry, or of a person of a form.</summary>
    public Guid One { get; init; }

    public Guid Other { get; init; }

    /// <summary>Who joins; absent or empty: whoever sends it.</summary>
    [StringLength(PairDecisionRequest.MaxBy, ErrorMessage = "by dài quá 100 ký tự.")]
    public string? By { get => Actor.Signature(field); init; }

    /// <summary>In the words of who joins.</summary>
    [Required(ErrorMessage = "Hãy cho biết vì sao nối (reason).")]
    [StringLength(PairDecisionRequest.MaxReason, ErrorMessage = "reason dài quá 1000 ký tự.")]
    public string? Reason { get; init; }
}

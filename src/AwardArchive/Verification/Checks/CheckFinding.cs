using System.ComponentModel;
using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.Verification.Checks;

/// <summary>What a check looks for.</summary>
[JsonConverter(typeof(CamelCaseWords<CheckKind>))]
public enum CheckKind
{
    /// <summary>She, or somebody who may be her, stands in an earlier list.</summary>
    AwardedBefore,

    /// <summary>Another dossier is about the same woman.</summary>
    SameMother,

    /// <summary>A martyr, or his certificate, is claimed in another woman's case.</summary>
    ClaimedElsewhere,

    /// <summary>Birth mother and adoptive mother, or mother and wife, of one martyr: the law looks at each by herself.</summary>
    OtherRelation,

    /// <summary>Papers of the dossier contradict each other.</summary>
    Contradiction,

    MissingPaper,

    Deadline,
}

[JsonConverter(typeof(CamelCaseWords<CheckSeverity>))]
public enum CheckSeverity
{
    /// <summary>To be known.</summary>
    Note,

    /// <summary>To be looked at before anybody goes on.</summary>
    Warning,

    /// <summary>As long as it stands, a decision would be wrong or could not be defended.</summary>
    Serious,
}

/// <summary>A place on a page.</summary>
/// <param name="Box">Null: the page as a whole.</param>
public sealed record PaperSpot(
    [property: Description("Văn bản.")] Guid DocumentId,
    [property: Description("Trang.")] int Page,
    [property: Description("Khung trên ảnh trang, điểm ảnh.")] Box? Box);

/// <summary>What a check found. It decides nothing.</summary>
/// <param name="Text">One Vietnamese sentence.</param>
/// <param name="Details">A line each.</param>
/// <param name="Spots">Where it stands; of a contradiction one for each side, in the order of the details.</param>
/// <param name="Dossiers">Other dossiers that it is about.</param>
public sealed record CheckFinding(
    [property: Description("Loại kiểm tra.")] CheckKind Kind,
    [property: Description("Mức độ.")] CheckSeverity Severity,
    [property: Description("Nội dung.")] string Text,
    [property: Description("Chi tiết.")] IReadOnlyList<string> Details,
    [property: Description("Chỗ trên các văn bản.")] IReadOnlyList<PaperSpot> Spots,
    [property: Description("Hồ sơ khác có liên quan.")] IReadOnlyList<Guid> Dossiers)
{
    public CheckFinding(CheckKind kind, CheckSeverity severity, string text, params IEnumerable<string> details)
        : this(kind, severity, text, [.. details], [], [])
    {
    }

    /// <summary>Of a severity, in Vietnamese.</summary>
    public static string NameOf(CheckSeverity severity) => severity switch
    {
        CheckSeverity.Serious => "Nghiêm trọng",
        CheckSeverity.Warning => "Cần xem",
        _ => "Lưu ý",
    };
}

using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive.S3;

namespace AwardArchive.Archive;

/// <summary>Where every original is kept once more, on other disks or at another place, so that a damaged one can be had again.</summary>
public sealed class SecondStoreOptions : IValidatableObject
{
    public const string Section = "Storage:Second";

    /// <value>A folder on another disk than the first store; made when missing. Default none.</value>
    public string? Folder { get; set; }

    /// <value>A bucket of any S3 server, with the settings of <see cref="S3Options"/>. Default none.</value>
    public S3Options S3 { get; set; } = new() { Path = $"{Section}:{nameof(S3)}" };

    public bool IsUsed => UsesFolder || S3.IsUsed;

    private bool UsesFolder => !string.IsNullOrWhiteSpace(Folder);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (UsesFolder && S3.IsUsed)
            yield return new($"{Section} takes either {nameof(Folder)} or {nameof(S3)}:{nameof(S3Options.Endpoint)}, not both.", [nameof(Folder)]);
        foreach (var wrong in S3.Validate(validationContext)) yield return wrong;
    }
}

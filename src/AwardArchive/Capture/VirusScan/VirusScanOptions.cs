using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.Capture.VirusScan;

/// <summary>Whether ClamAV looks at what arrives.</summary>
public sealed class VirusScanOptions : IValidatableObject
{
    public const string Section = "Capture:VirusScan";

    /// <value>Of clamd: <c>tcp://127.0.0.1:3310</c> or <c>unix:///run/clamav/clamd.ctl</c>. Default null: files are not looked at for viruses.</value>
    public Uri? Address { get; set; }

    /// <value>What happens to a file when clamd does not answer, or not for a file as large as this. Default <see cref="WhenScannerIsAway.Refuse"/>.</value>
    public WhenScannerIsAway WhenAway { get; set; } = WhenScannerIsAway.Refuse;

    /// <value>For one file. 1 second to 1 hour. Default 5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is { } address && !(address.IsAbsoluteUri && (address is { Scheme: "tcp", Port: > 0 } || address is { Scheme: "unix", AbsolutePath.Length: > 1 })))
            yield return new($"{Section}:{nameof(Address)} must be tcp://HOST:PORT or unix:///PATH.", [nameof(Address)]);
    }
}

[JsonConverter(typeof(CamelCase<WhenScannerIsAway>))]
public enum WhenScannerIsAway
{
    /// <summary>The file is not taken now; it may be sent again.</summary>
    Refuse,

    /// <summary>The file is taken without having been looked at.</summary>
    Accept,
}

/// <param name="IsUsed">Whether arriving files are looked at for viruses.</param>
/// <param name="Answers">Whether clamd answers now; null when it is not used.</param>
/// <param name="WhenAway">What happens to files while it does not answer.</param>
public sealed record VirusScanStatus(bool IsUsed, bool? Answers, WhenScannerIsAway WhenAway);

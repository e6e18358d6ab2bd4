using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Archive.S3;

/// <summary>Where objects lie when they do not lie in the data folder: in a bucket of any S3 server.</summary>
public sealed class S3Options : IValidatableObject
{
    public const string Section = "Storage:S3";

    /// <value><c>http://host:port</c> or <c>https://host</c>, without a path. Default none: objects are kept in the data folder.</value>
    public string? Endpoint { get; set; }

    /// <value>As the server calls it. Default <c>us-east-1</c>, which most servers of one's own use.</value>
    public string Region { get; set; } = "us-east-1";

    /// <value>Must exist.</value>
    public string Bucket { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    /// <value>Certificates in PEM that alone are trusted to vouch for the server. Default none: those that this machine trusts.</value>
    public string? CaFile { get; set; }

    /// <value>For so many days nobody can delete or replace an original. Needs a bucket with object lock. 0 to 36500. Default 0: not locked.</value>
    public int RetentionDays { get; set; }

    /// <value>Whether not even the owner of the bucket can lift the lock of an original (mode COMPLIANCE). Default false: GOVERNANCE.</value>
    public bool StrictRetention { get; set; }

    /// <value>How long the server may be silent. 1 second to 5 minutes. Default 30 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Where these settings stand, for whoever is told that one of them is wrong.</summary>
    internal string Path { get; init; } = Section;

    public bool IsUsed => !string.IsNullOrWhiteSpace(Endpoint);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsUsed) yield break;
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/")
            yield return Wrong(nameof(Endpoint), "takes an address such as http://127.0.0.1:9000, without a path");
        if (Region.Length == 0) yield return Wrong(nameof(Region), "is missing");
        if (Bucket.Length == 0) yield return Wrong(nameof(Bucket), "is missing");
        if (AccessKey.Length == 0) yield return Wrong(nameof(AccessKey), "is missing");
        if (SecretKey.Length == 0) yield return Wrong(nameof(SecretKey), "is missing");
        if (CaFile is not null && !File.Exists(CaFile)) yield return Wrong(nameof(CaFile), "names a file that is not there");
        if (RetentionDays is < 0 or > 36_500) yield return Wrong(nameof(RetentionDays), "must be 0 to 36500");
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(5)) yield return Wrong(nameof(Timeout), "must be 00:00:01 to 00:05:00");
    }

    private ValidationResult Wrong(string setting, string why) => new($"{Path}:{setting} {why}.", [setting]);
}

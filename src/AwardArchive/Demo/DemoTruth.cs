using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AwardArchive.Archive;

namespace AwardArchive.Demo;

/// <summary>What stands on a demo paper, as <c>award-archive read</c> should say it; null where the paper says nothing.</summary>
/// <param name="Kind">The paper's own type word; "Công văn" for a letter, which has none.</param>
/// <param name="Number">Digits and suffix: <c>345</c> of "Số: 345/QĐ-UB".</param>
/// <param name="Symbol">The rest of the number: <c>QĐ-UB</c>.</param>
/// <param name="IssuedOn">ISO 8601.</param>
/// <param name="Place">Before the date.</param>
/// <param name="Issuer">As printed, lines joined by a blank, without the body above it.</param>
/// <param name="Summary">The trích yếu, lines joined by a blank, without "V/v".</param>
/// <param name="SignerTitle">The signer's own office, the last line above the name.</param>
/// <param name="Award">The canonical name without class.</param>
/// <param name="AwardClass">Nhất, Nhì, Ba or null.</param>
internal sealed record DemoFacts(
    string? Kind,
    string? Number,
    string? Symbol,
    string? IssuedOn,
    string? Place,
    string? Issuer,
    string? Summary,
    string? Signer,
    string? SignerTitle,
    string? Award,
    string? AwardClass)
{
    public IReadOnlyList<DemoRecipient> Recipients { get; init; } = [];

    /// <summary>Who the paper names beside offices and signers, in reading order: on forms, certificates, minutes.</summary>
    public IReadOnlyList<DemoKin> Kin { get; init; } = [];

    public IReadOnlyList<DemoChild> Children =>
        [.. Kin.Where(kin => kin.Relation is KinRelation.Child).Select(kin => new DemoChild(kin.Name, kin.BirthYear, kin.DeathDate, kin.CertificateNo))];
}

/// <param name="Name">Without Ông, Bà, Mẹ.</param>
/// <param name="Hometown">As printed.</param>
/// <param name="Class">Nhất, Nhì, Ba or null.</param>
internal sealed record DemoRecipient(string Name, int? BirthYear, string? Hometown, string? Class)
{
    /// <summary>The row's own award; null where it is the paper's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Award { get; init; }

    /// <summary>A family or a collective.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RecipientKind Kind { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPosthumous { get; init; }
}

/// <param name="DeathDate">ISO 8601.</param>
/// <param name="CertificateNo">Of the Bằng "Tổ quốc ghi công".</param>
internal sealed record DemoChild(string Name, int? BirthYear, string? DeathDate, string? CertificateNo);

/// <summary>A person of a dossier, as a form names him; what was left open is null.</summary>
/// <param name="Name">Without Ông, Bà, Mẹ.</param>
internal sealed record DemoKin(KinRelation Relation, string Name)
{
    public int? BirthYear { get; init; }

    /// <summary>ISO 8601, partial where the paper is.</summary>
    public string? DeathDate { get; init; }

    /// <summary>As printed.</summary>
    public string? HomePlace { get; init; }

    public string? CertificateNo { get; init; }

    /// <summary>As <c>345/TTg</c>.</summary>
    public string? DecisionNo { get; init; }

    public int? InvalidPercent { get; init; }

    public bool IsMartyr { get; init; }
}

/// <summary>A word and where its ink is: pixels of the page image, upright or not, skew and rotation included.</summary>
/// <param name="Line">From 0, in reading order.</param>
/// <param name="Block">From 0, in reading order; the columns of a paper's head are two blocks.</param>
internal sealed record TruthWord(string Text, int X, int Y, int Width, int Height, int Line, int Block);

/// <param name="Number">From 1.</param>
/// <param name="Width">Of the page image in pixels; of a born-digital page in points.</param>
/// <param name="DpiX">Differs from <paramref name="DpiY"/> on a fax.</param>
/// <param name="Skew">Degrees, clockwise positive.</param>
/// <param name="Rotation">0, 90, 180 or 270 degrees clockwise, on top of the skew.</param>
/// <param name="Text">NFC, blank between words, <c>\n</c> between lines, reading order. Dotted leaders, seals and handwriting are not text.</param>
internal sealed record TruthPage(
    int Number, int Width, int Height, int DpiX, int DpiY, float Skew, int Rotation, string Text, IReadOnlyList<TruthWord> Words);

/// <summary>All that is known of one demo file; the content of <c>NAME.truth.json</c>.</summary>
/// <param name="File">The name of the file it stands beside.</param>
internal sealed record DemoTruth(
    string File,
    DemoKind Kind,
    DemoLevel Level,
    DemoContainer Container,
    DemoFace Font,
    ulong Seed,
    DemoFacts Facts,
    IReadOnlyList<TruthPage> Pages)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // Read by people, and never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where the truth of a demo file stands.</summary>
    public static string PathBeside(string file) =>
        Path.Combine(Path.GetDirectoryName(file) ?? "", Path.GetFileNameWithoutExtension(file) + ".truth.json");

    /// <exception cref="JsonException">The file is no truth.</exception>
    public static DemoTruth Read(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        return JsonSerializer.Deserialize<DemoTruth>(stream, Json) ?? throw new JsonException($"No truth in '{path}'.");
    }

    public void Write(string path)
    {
        using var stream = System.IO.File.Create(path);
        JsonSerializer.Serialize(stream, this, Json);
    }
}

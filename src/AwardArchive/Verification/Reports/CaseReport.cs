using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AwardArchive.Verification.Checks;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Verification.Reports;

/// <summary>An original of the dossier, or one that evidence lies on.</summary>
public sealed record ReportOriginal(
    [property: Description("Văn bản.")] Guid DocumentId,
    [property: Description("Số, ký hiệu, ngày, hoặc tên tệp.")] string Title,
    [property: Description("Tên tệp.")] string FileName,
    [property: Description("SHA-256 của tệp gốc.")] string Sha256);

/// <summary>The report on a case: what programs read of it, and the words that page and PDF show.</summary>
/// <param name="CaseVersion">The number of the case's last step.</param>
/// <param name="StateAt">When that was.</param>
/// <param name="Verdict">Null where the accepted evidence is no case; <paramref name="Problems"/> say why.</param>
public sealed record CaseReport(
    [property: Description("Hồ sơ.")] Guid DossierId,
    [property: Description("Số bước quyết định gần nhất của hồ sơ.")] int CaseVersion,
    [property: Description("Lúc hồ sơ thành như trong phiếu.")] DateTimeOffset StateAt,
    [property: Description("Ngày xét.")] DateOnly AsOf,
    [property: Description("Kết quả đối chiếu; null nếu không xét được.")] MotherVerdict? Verdict,
    [property: Description("Vì sao không xét được.")] IReadOnlyList<CaseProblem> Problems,
    [property: Description("Kết quả kiểm tra.")] IReadOnlyList<CheckFinding> Checks,
    [property: Description("Các tệp gốc.")] IReadOnlyList<ReportOriginal> Originals,
    [property: Description("Nội dung phiếu.")] ReportContent Content)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>As the verdict writes it, or <c>badCase</c>.</summary>
    public string Result => Verdict is { } verdict ? JsonNamingPolicy.CamelCase.ConvertName(verdict.Result.ToString()) : "badCase";

    /// <summary>The bytes that are kept: the same report gives the same.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>By which a report is known: SHA-256 of its JSON, 64 lower-case hexadecimal digits.</summary>
    public static string DigestOf(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));
}

using System.Globalization;
using AwardArchive.Archive;

namespace AwardArchive.Verification.Cases;

/// <summary>How what is said of an input becomes its value.</summary>
internal enum FieldRule
{
    /// <summary>Only what is proved is known, and not if a claim says otherwise.</summary>
    Proof,

    /// <summary>Only what is proved is known, whatever is claimed.</summary>
    Measure,

    /// <summary><c>seen</c> only when proved; else what is said of it makes it <c>claimed</c>.</summary>
    Certificate,

    /// <summary>What is asked or said, without proof; another input says whether it is proved.</summary>
    Word,
}

/// <summary>An input of the case file that evidence can be about.</summary>
/// <param name="Name">As the case file calls it.</param>
/// <param name="Label">For people, in Vietnamese.</param>
/// <param name="Roles">Whom it is asked of; empty: of the case as a whole.</param>
/// <param name="Values">What it may be; empty: see <see cref="Refuse"/>.</param>
/// <param name="Proofs">What may prove it. Everything else only claims: docs/law.md says why.</param>
internal sealed record CaseField(string Name, string Label, FieldRule Rule, IReadOnlyList<CaseRole> Roles, IReadOnlyList<string> Values, IReadOnlyList<ProofKind> Proofs)
{
    public const string AsOf = "asOf";
    public const string Relation = "relation";
    public const string RelationProved = "relationProved";
    public const string MartyrCertificate = "martyrCertificate";
    public const string InvalidPercent = "invalidPercent";
    public const string InvalidCertificate = "invalidCertificate";
    public const string DiedMinor = "diedMinorBeforeMartyrJoined";
    public const string DiedAdult = "diedAdult";
    public const string StepmotherRule = "stepmotherRule";
    public const string RemarriedAfter = "remarriedAfter";
    public const string CareConfirmed = "careConfirmed";
    public const string ListComplete = "listComplete";
    public const string Betrayal = "betrayal";
    public const string Prison = "prison";
    public const string EnemySide = "enemySideRelative";

    private static readonly string[] YesNo = ["true", "false"];

    /// <summary>The commune's word in writing, and papers of civil status.</summary>
    private static readonly ProofKind[] Civil = [ProofKind.Confirmation, ProofKind.Minutes, ProofKind.CivilStatus];

    /// <summary>The commune's word in writing, and judgments and orders.</summary>
    private static readonly ProofKind[] Official = [ProofKind.Confirmation, ProofKind.Minutes, ProofKind.Decision];

    private static readonly CaseRole[] All = [CaseRole.Mother, CaseRole.Husband, CaseRole.Child];
    private static readonly CaseRole[] Child = [CaseRole.Child];
    private static readonly CaseRole[] Husband = [CaseRole.Husband];

    /// <summary>In the order of the case file.</summary>
    public static IReadOnlyList<CaseField> Everything { get; } =
    [
        new(AsOf, "Ngày xét", FieldRule.Word, [], [], []),
        new(ListComplete, "Danh sách con đã đủ", FieldRule.Proof, [], YesNo, Civil),
        new(Betrayal, "Phản bội, đầu hàng địch", FieldRule.Proof, [], YesNo, Official),
        new(Prison, "Đang chấp hành án tù, kể cả án treo", FieldRule.Proof, [], YesNo, Official),
        new(EnemySide, "Có chồng, con tham gia phía địch", FieldRule.Proof, [], YesNo, Official),
        new(Relation, "Là con đẻ, con nuôi hay con riêng của chồng", FieldRule.Word, Child, ["birth", "adopted", "step"], Civil),
        new(RelationProved, "Quan hệ mẹ con đã được chứng minh", FieldRule.Proof, Child, YesNo, Civil),
        new(MartyrCertificate, "Bằng Tổ quốc ghi công", FieldRule.Certificate, All, ["seen", "claimed", "none", "revoked"], [ProofKind.Certificate]),
        new(InvalidPercent, "Tỷ lệ thương tật, %", FieldRule.Measure, [CaseRole.Mother, CaseRole.Child], [], [ProofKind.Certificate]),
        new(InvalidCertificate, "Giấy chứng nhận thương binh", FieldRule.Certificate, [CaseRole.Mother, CaseRole.Child], ["seen", "claimed", "none"], [ProofKind.Certificate]),
        new(DiedMinor, "Chết khi chưa thành niên, trước khi liệt sĩ tham gia cách mạng", FieldRule.Proof, Child, YesNo, Civil),
        new(DiedAdult, "Chết khi đã thành niên", FieldRule.Proof, Child, YesNo, Civil),
        new(StepmotherRule, "Quy định đối với mẹ kế", FieldRule.Proof, Child, ["met", "notMet"], Official),
        new(RemarriedAfter, "Bà tái giá sau khi ông hy sinh", FieldRule.Proof, Husband, YesNo, Civil),
        new(CareConfirmed, "UBND xã xác nhận bà chăm sóc cha mẹ, nuôi con liệt sĩ", FieldRule.Proof, Husband, YesNo, [ProofKind.Confirmation, ProofKind.Minutes]),
    ];

    public static CaseField? Find(string? name) => Everything.FirstOrDefault(field => field.Name == name);

    public static IEnumerable<CaseField> Of(CaseRole? role) => Everything.Where(field => field.IsOf(role));

    /// <param name="role">Null: the case as a whole.</param>
    public bool IsOf(CaseRole? role) => role is { } of ? Roles.Contains(of) : Roles.Count == 0;

    /// <summary>Whether such a paper proves the value. A certificate is revoked by decision, and what it takes away no certificate proves.</summary>
    public bool IsProvedBy(ProofKind kind, string value) => value switch
    {
        "revoked" => kind == ProofKind.Decision,
        "claimed" => false,
        "none" => Official.Contains(kind),
        _ => Proofs.Contains(kind),
    };

    /// <returns>What is wrong with a value, for a person; null when nothing is.</returns>
    public string? Refuse(string value) => Name switch
    {
        AsOf => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : $"“{value}” không phải một ngày có thật viết theo dạng năm-tháng-ngày, ví dụ 2015-02-10",
        InvalidPercent => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
            ? null
            : "phải là một số từ 0 đến 100",
        _ => Values.Contains(value) ? null : $"phải là một trong: {string.Join(", ", Values)}",
    };
}

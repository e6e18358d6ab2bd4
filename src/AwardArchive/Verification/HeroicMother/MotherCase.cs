using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace AwardArchive.Verification.HeroicMother;

/// <summary>
/// What is known of a woman, for the question whether the law's conditions for the title "Bà mẹ Việt Nam anh hùng" are met. What is null is unknown;
/// a certificate that is null is <c>none</c>, so that what was forgotten can never help anyone.
/// </summary>
/// <param name="Husbands">None when null: a husband counts by his certificate only.</param>
public sealed record MotherCase(
    [property: Description("Ngày xét: luật có hiệu lực vào ngày này được áp dụng.")] DateOnly AsOf,
    [property: Description("Các con đã biết, kể cả con đã chết; [] nếu không có."), MaxLength(MotherCase.MaxChildren)] IReadOnlyList<ChildClaim> Children,
    [property: Description("Danh sách con đã được xác nhận là đủ. Khác true: có thể còn một người con đang sống.")] bool? ListComplete = null,
    [property: Description("Các chồng."), MaxLength(MotherCase.MaxHusbands)] IReadOnlyList<HusbandClaim>? Husbands = null,
    [property: Description("Bản thân bà.")] SelfClaim? Self = null,
    [property: Description("Phản bội, đầu hàng địch hoặc có hành vi chống cách mạng.")] bool? Betrayal = null,
    [property: Description("Đang chấp hành án tù, kể cả án treo.")] bool? Prison = null,
    [property: Description("Có chồng hoặc con tham gia phía địch.")] bool? EnemySideRelative = null)
{
    /// <summary>Far beyond the largest families; what is longer is a mistake.</summary>
    public const int MaxChildren = 60;

    public const int MaxHusbands = 20;
}

/// <summary>A child as the papers claim it.</summary>
public sealed record ChildClaim(
    [property: Description("Con đẻ (birth), con nuôi (adopted) hay con riêng của chồng (step).")] Relation? Relation = null,
    [property: Description("Quan hệ mẹ con: true đã chứng minh, false đã bị bác bỏ, null chưa chứng minh.")] bool? RelationProved = null,
    [property: Description("Bằng Tổ quốc ghi công: seen đã thấy, claimed mới khai hoặc là bằng cũ chưa cấp đổi, none không có, revoked đã thu hồi.")]
    MartyrCertificate? MartyrCertificate = null,
    [property: Description("Tỷ lệ thương tật, phần trăm."), Range(0, 100)] decimal? InvalidPercent = null,
    [property: Description("Giấy chứng nhận thương binh; giấy “người hưởng chính sách như thương binh” ghi là claimed.")] SeenCertificate? InvalidCertificate = null,
    [property: Description("Chết khi chưa thành niên và trước khi người con liệt sĩ tham gia cách mạng.")] bool? DiedMinorBeforeMartyrJoined = null,
    [property: Description("Chết khi đã thành niên.")] bool? DiedAdult = null,
    [property: Description("Quy định đối với mẹ kế: mẹ đẻ chết khi các liệt sĩ chưa thành niên, bà đã nuôi và hưởng tiền tuất (met), hoặc không (notMet).")]
    StepmotherRule? StepmotherRule = null);

public sealed record HusbandClaim(
    [property: Description("Bằng Tổ quốc ghi công của chồng.")] MartyrCertificate? MartyrCertificate = null,
    [property: Description("Sau khi ông hy sinh bà có tái giá.")] bool? RemarriedAfter = null,
    [property: Description("UBND xã xác nhận bà vẫn chăm sóc cha mẹ ông và nuôi con ông đến tuổi thành niên.")] bool? CareConfirmed = null);

public sealed record SelfClaim(
    [property: Description("Bằng Tổ quốc ghi công của bà.")] MartyrCertificate? MartyrCertificate = null,
    [property: Description("Tỷ lệ thương tật của bà, phần trăm."), Range(0, 100)] decimal? InvalidPercent = null,
    [property: Description("Giấy chứng nhận thương binh của bà.")] SeenCertificate? InvalidCertificate = null);

[JsonConverter(typeof(CamelCaseWords<Relation>))]
public enum Relation
{
    Birth,
    Adopted,
    Step,
}

[JsonConverter(typeof(CamelCaseWords<MartyrCertificate>))]
public enum MartyrCertificate
{
    Seen,
    Claimed,
    None,
    Revoked,
}

[JsonConverter(typeof(CamelCaseWords<SeenCertificate>))]
public enum SeenCertificate
{
    Seen,
    Claimed,
    None,
}

[JsonConverter(typeof(CamelCaseWords<StepmotherRule>))]
public enum StepmotherRule
{
    Met,
    NotMet,
}

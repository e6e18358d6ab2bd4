using System.Globalization;

namespace AwardArchive.Verification.HeroicMother;

/// <summary>The claims of a case as a person reads them, a line each, with their path in the case file.</summary>
internal static class ClaimWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static IEnumerable<string> Of(MotherCase mother) =>
    [
        .. mother.Children.Select((child, at) => $"con thứ {at + 1} (children[{at}]): {Of(child)}"),
        mother.Children.Count == 0 ? "không có người con nào được khai" : $"{mother.Children.Count} người con được khai",
        $"danh sách con: {(mother.ListComplete == true ? "đã xác nhận đủ" : "chưa xác nhận đủ, có thể còn một người con đang sống")}",
        .. (mother.Husbands ?? []).Select((husband, at) => $"chồng (husbands[{at}]): {Of(husband)}"),
        $"bản thân: {Joined(Martyr(mother.Self?.MartyrCertificate), Invalid(mother.Self?.InvalidPercent, mother.Self?.InvalidCertificate))}",
        $"phản bội, chống cách mạng: {Said(mother.Betrayal)}; đang chấp hành án: {Said(mother.Prison)}; chồng, con tham gia phía địch: {Said(mother.EnemySideRelative)}",
    ];

    private static string Of(ChildClaim child) => Joined(
        child.Relation switch { Relation.Birth => "con đẻ", Relation.Adopted => "con nuôi", Relation.Step => "con riêng của chồng", _ => "quan hệ chưa rõ" },
        child.RelationProved switch { true => "quan hệ đã chứng minh", false => "quan hệ đã bị bác bỏ", null => "quan hệ chưa chứng minh" },
        Martyr(child.MartyrCertificate),
        Invalid(child.InvalidPercent, child.InvalidCertificate),
        child.DiedMinorBeforeMartyrJoined == true ? "chết khi chưa thành niên, trước khi liệt sĩ tham gia cách mạng" : null,
        child.DiedAdult == true ? "chết khi đã thành niên" : null,
        child.StepmotherRule switch
        {
            StepmotherRule.Met => "quy định đối với mẹ kế: đáp ứng",
            StepmotherRule.NotMet => "quy định đối với mẹ kế: không đáp ứng",
            _ => null,
        });

    private static string Of(HusbandClaim husband) => Joined(
        Martyr(husband.MartyrCertificate),
        $"bà tái giá: {Said(husband.RemarriedAfter)}",
        husband.RemarriedAfter == false ? null : $"xác nhận chăm sóc cha mẹ và nuôi con liệt sĩ: {Said(husband.CareConfirmed)}");

    private static string Martyr(MartyrCertificate? certificate) => certificate switch
    {
        MartyrCertificate.Seen => "liệt sĩ, đã thấy Bằng Tổ quốc ghi công",
        MartyrCertificate.Claimed => "khai là liệt sĩ, chưa thấy Bằng Tổ quốc ghi công",
        MartyrCertificate.Revoked => "Bằng Tổ quốc ghi công đã bị thu hồi",
        _ => "không có Bằng Tổ quốc ghi công",
    };

    private static string? Invalid(decimal? percent, SeenCertificate? certificate)
    {
        var loss = percent is { } number ? $"thương tật {number.ToString(Vietnamese)}%" : null;
        return certificate switch
        {
            SeenCertificate.Seen => $"{loss ?? "tỷ lệ thương tật chưa rõ"}, đã thấy Giấy chứng nhận thương binh",
            SeenCertificate.Claimed => $"{loss ?? "tỷ lệ thương tật chưa rõ"}, chưa thấy Giấy chứng nhận thương binh",
            _ => loss is null ? null : $"{loss}, không có Giấy chứng nhận thương binh",
        };
    }

    private static string Said(bool? known) => known switch { true => "có", false => "không", null => "chưa rõ" };

    private static string Joined(params IEnumerable<string?> words) => string.Join(", ", words.OfType<string>());
}

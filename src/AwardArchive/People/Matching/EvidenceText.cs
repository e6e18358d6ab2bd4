namespace AwardArchive.People.Matching;

/// <summary>Reasons in the words of the people who judge them.</summary>
public static class EvidenceText
{
    /// <summary>One sentence without its full stop: <c>năm sinh chỉ khác một chữ số, có thể đọc nhầm: 1932 / 1982</c>.</summary>
    public static string Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var (one, other) = (evidence.One, evidence.Other);
        var both = one == other ? one ?? "không ghi" : $"{one ?? "không ghi"} / {other ?? "không ghi"}";
        return evidence.Kind switch
        {
            EvidenceKind.NameSame => $"cùng họ tên: {both}",
            EvidenceKind.NameSpelling => $"cùng họ tên, khác cách viết (vị trí dấu thanh, i/y, khoảng cách): {both}",
            EvidenceKind.NameMarksMissing => $"họ tên viết thiếu dấu: {both}",
            EvidenceKind.NameMarksDiffer => $"họ tên khác dấu, có thể đọc nhầm hoặc là người khác: {both}",
            EvidenceKind.NameLettersDiffer => $"họ tên có chữ dễ đọc nhầm: {both}",
            EvidenceKind.NameMiddleMissing => $"thiếu họ hoặc tên đệm: {both}",
            EvidenceKind.NameInitials => $"họ tên viết tắt: {both}",
            EvidenceKind.NameDiffers => $"họ tên khác nhau: {both}",
            EvidenceKind.NameThroughAlias => $"trùng với tên gọi khác: {both}",
            EvidenceKind.BirthDateSame => $"cùng ngày sinh: {both}",
            EvidenceKind.BirthYearSame => $"cùng năm sinh: {both}",
            EvidenceKind.BirthYearNear => $"năm sinh gần nhau (tuổi mụ, âm lịch): {both}",
            EvidenceKind.BirthYearMisread => $"năm sinh chỉ khác một chữ số, có thể đọc nhầm: {both}",
            EvidenceKind.BirthYearDiffers => $"năm sinh khác nhau: {both}",
            EvidenceKind.BirthDayDiffers => $"cùng năm sinh, khác ngày hoặc tháng: {both}",
            EvidenceKind.BirthYearMissing => $"thiếu năm sinh để so: {both}",
            EvidenceKind.PlaceSame => $"cùng quê quán: {both}",
            EvidenceKind.PlaceThroughHistory => $"quê quán trùng qua thay đổi địa giới: {both}",
            EvidenceKind.PlaceMisread => $"tên xã gần giống, có thể đọc nhầm: {both}",
            EvidenceKind.PlaceCommuneOnly => $"cùng tên xã nhưng khác huyện hoặc tỉnh: {both}",
            EvidenceKind.PlaceWider => $"chỉ so được đến huyện hoặc tỉnh: {both}",
            EvidenceKind.PlaceMissing => $"thiếu quê quán để so: {both}",
            EvidenceKind.PlaceDiffers => $"quê quán khác nhau: {both}",
            EvidenceKind.SexDiffers => "khác giới tính",
            EvidenceKind.KinSame => $"trùng thân nhân: {both}",
            EvidenceKind.KinDiffers => $"thân nhân khác nhau: {both}",
            EvidenceKind.CertificateSame => $"cùng số bằng, số chứng nhận: {both}",
            EvidenceKind.CertificateOfAnother => $"cùng số bằng, số chứng nhận nhưng khác họ tên: {both}",
            EvidenceKind.CertificateDiffers => $"số bằng, số chứng nhận khác nhau: {both}",
            EvidenceKind.DeathDateSame => $"cùng ngày hy sinh, từ trần: {both}",
            EvidenceKind.DeathYearSame => $"cùng năm hy sinh, từ trần: {both}",
            EvidenceKind.DeathDateDiffers => $"ngày hy sinh, từ trần khác nhau: {both}",
            EvidenceKind.SamePaper => "hai dòng trong cùng một văn bản, thường là hai người",
            EvidenceKind.Rival => "còn người khác cũng khớp, hai người ấy không thể là một",
            EvidenceKind.NoRival => "không thấy ai khác cùng tên ở đó",
            EvidenceKind.ThirdMention => "cả hai cùng khớp với một dòng thứ ba",
            _ => evidence.Kind.ToString(),
        };
    }
}

using System.ComponentModel;
using System.Text.Json.Serialization;

namespace AwardArchive.Verification.ResistanceAward;

/// <summary>Whether the entries name the person. The confirmation itself is given by people.</summary>
/// <param name="Entries">All that were brought, and what each was taken for.</param>
/// <param name="Missing">Exactly the unknown inputs whose value changes the result.</param>
public sealed record NamedVerdict(
    [property: Description("Kết quả đối chiếu.")] NamedResult Result,
    [property: Description("Luật có hiệu lực vào ngày xét.")] string Law,
    [property: Description("Các điều khoản được áp dụng.")] IReadOnlyList<string> Articles,
    [property: Description("Từng mục đã xem và cách hiểu.")] IReadOnlyList<JudgedEntry> Entries,
    [property: Description("Các mục chưa rõ làm thay đổi kết quả.")] IReadOnlyList<MissingInput> Missing,
    [property: Description("Các điểm chưa rõ của luật làm thay đổi kết quả.")] IReadOnlyList<OpenQuestion> Questions,
    [property: Description("Diễn giải.")] string Explanation);

/// <param name="Award">Canonical, with its class; null where no known award was made out.</param>
/// <param name="Names">Whether it names the person in a resistance award; null where that is not known.</param>
public sealed record JudgedEntry(
    [property: Description("Mục trong hồ sơ, ví dụ entries[0].")] string Input,
    [property: Description("Hình thức khen thưởng, theo tên chuẩn.")] string? Award,
    [property: Description("Nơi ghi tên.")] EntrySource? Source,
    [property: Description("Số quyết định, trang, mã văn bản.")] string? Reference,
    [property: Description("Mục này ghi tên người cần xác nhận: true có, false không, null chưa rõ.")] bool? Names,
    [property: Description("Vì sao.")] string Why);

[JsonConverter(typeof(CamelCaseWords<NamedResult>))]
public enum NamedResult
{
    Named,
    NotNamed,
    NotEnoughEvidence,
}

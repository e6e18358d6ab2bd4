using System.ComponentModel;
using System.Text.Json.Serialization;

namespace AwardArchive.Verification.HeroicMother;

/// <summary>What the law says of a case. It decides nothing: proposing and granting the title is for people.</summary>
/// <param name="Cases">Those that hold in every completion, the main one first; empty unless eligible or referred.</param>
/// <param name="Missing">Exactly the unknown inputs whose value changes the result.</param>
/// <param name="Questions">The open points of the law whose answer changes the result.</param>
public sealed record MotherVerdict(
    [property: Description("Kết quả đối chiếu.")] MotherResult Result,
    [property: Description("Các trường hợp của luật được đáp ứng, trường hợp chính đứng đầu: a b c d đ (từ 2013) hoặc 1 2 3 4 (trước đó).")] IReadOnlyList<string> Cases,
    [property: Description("Luật có hiệu lực vào ngày xét.")] string Law,
    [property: Description("Các điều khoản được áp dụng.")] IReadOnlyList<string> Articles,
    [property: Description("Các mục chưa rõ làm thay đổi kết quả.")] IReadOnlyList<MissingInput> Missing,
    [property: Description("Các điểm chưa rõ của luật làm thay đổi kết quả.")] IReadOnlyList<OpenQuestion> Questions,
    [property: Description("Diễn giải.")] string Explanation);

[JsonConverter(typeof(CamelCaseWords<MotherResult>))]
public enum MotherResult
{
    /// <summary>A case holds, whatever the unknowns turn out to be.</summary>
    Eligible,

    /// <summary>No case holds, whatever the unknowns turn out to be.</summary>
    NotEligible,

    /// <summary>Betrayal or a prison sentence is proved.</summary>
    Excluded,

    /// <summary>It depends on what is unknown.</summary>
    NotEnoughEvidence,

    /// <summary>A case holds, and a relative was on the enemy side: what the law asks then, people must look at.</summary>
    Refer,
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Search;

/// <summary>What to search for.</summary>
/// <param name="Q">Any string; empty lists everything that passes the filters, newest first.</param>
/// <param name="Kind">The paper's type word, with or without marks: <c>Quyết định</c>.</param>
/// <param name="YearFrom">Year of issue, included.</param>
/// <param name="YearTo">Year of issue, included.</param>
/// <param name="Issuer">The issuing body as on the paper, with or without marks.</param>
/// <param name="Award">The award's canonical name, with or without marks: <c>Huân chương Kháng chiến</c>, or with its class <c>Huân chương Kháng chiến hạng Nhất</c>.</param>
/// <param name="Place">The place of issue as on the paper, with or without marks.</param>
/// <param name="DossierId">Only papers of this dossier.</param>
/// <param name="Sort">By relevance, or by date of issue; papers without a date come last.</param>
/// <param name="Size">Hits at most.</param>
/// <param name="Cursor">As the stretch before gave it.</param>
public sealed record SearchRequest(
    [property: Description("Words, \"phrases\", -without, OR, groups, near/5, prefix*, word~, số: năm: loại: người: nơi:")] string? Q = null,
    [property: StringLength(100, ErrorMessage = "Loại văn bản dài quá 100 ký tự.")] string? Kind = null,
    [property: Range(1, 9999, ErrorMessage = "Năm phải từ 1 đến 9999.")] int? YearFrom = null,
    [property: Range(1, 9999, ErrorMessage = "Năm phải từ 1 đến 9999.")] int? YearTo = null,
    [property: StringLength(200, ErrorMessage = "Tên cơ quan dài quá 200 ký tự.")] string? Issuer = null,
    [property: StringLength(200, ErrorMessage = "Tên khen thưởng dài quá 200 ký tự.")] string? Award = null,
    [property: StringLength(200, ErrorMessage = "Nơi ban hành dài quá 200 ký tự.")] string? Place = null,
    Guid? DossierId = null,
    [property: AllowedValues(null, "", SearchSort.Relevance, SearchSort.Newest, SearchSort.Oldest, ErrorMessage = "Cách sắp xếp là relevance, newest hoặc oldest.")] string? Sort = null,
    [property: Range(1, 100, ErrorMessage = "Số kết quả mỗi trang phải từ 1 đến 100.")] int Size = 20,
    string? Cursor = null);

/// <summary>The orders of hits, as REST names them.</summary>
internal static class SearchSort
{
    public const string Relevance = "relevance";
    public const string Newest = "newest";
    public const string Oldest = "oldest";
}

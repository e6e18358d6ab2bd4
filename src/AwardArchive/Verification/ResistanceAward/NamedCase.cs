using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace AwardArchive.Verification.ResistanceAward;

/// <summary>A person, and the entries that were found for the name: does any Huân chương or Huy chương Kháng chiến name this person?</summary>
public sealed record NamedCase(
    [property: Description("Ngày xét.")] DateOnly AsOf,
    [property: Description("Người cần xác nhận.")] NamedPerson Person,
    [property: Description("Các mục đã tìm thấy trong văn bản, danh sách, hồ sơ khen thưởng."), MaxLength(NamedCase.MaxEntries)] IReadOnlyList<AwardEntry> Entries,
    [property: Description("Đã tra hết các quyết định, danh sách và hồ sơ liên quan.")] bool? SearchComplete = null)
{
    public const int MaxEntries = 500;
}

public sealed record NamedPerson(
    [property: Description("Họ và tên, kèm bí danh nếu có: Nguyễn Văn Hòa, tức Ba Hòa."), MinLength(1), MaxLength(200)] string Name,
    [property: Description("Năm sinh."), Range(1800, 2100)] int? BirthYear = null,
    [property: Description("Quê quán, theo địa danh trong giấy tờ."), MaxLength(200)] string? HomePlace = null);

/// <summary>A name as it stands in a paper of the archive.</summary>
public sealed record AwardEntry(
    [property: Description("Hình thức khen thưởng như ghi trong văn bản: Huân chương Kháng chiến hạng Nhì."), MinLength(1), MaxLength(500)] string Award,
    [property: Description("Họ và tên như ghi trong văn bản."), MinLength(1), MaxLength(200)] string Name,
    [property: Description("Năm sinh như ghi trong văn bản."), Range(1800, 2100)] int? BirthYear = null,
    [property: Description("Quê quán như ghi trong văn bản."), MaxLength(200)] string? HomePlace = null,
    [property: Description("Nơi ghi tên: decision quyết định hoặc danh sách kèm theo, certificate bằng, giấy chứng nhận, dossier hồ sơ khen thưởng.")] EntrySource? Source = null,
    [property: Description("Số quyết định, trang, mã văn bản."), MaxLength(500)] string? Reference = null,
    [property: Description("Kết luận của cán bộ: đúng là người này (true), người khác (false).")] bool? SamePerson = null);

[JsonConverter(typeof(CamelCaseWords<EntrySource>))]
public enum EntrySource
{
    Decision,
    Certificate,
    Dossier,
}

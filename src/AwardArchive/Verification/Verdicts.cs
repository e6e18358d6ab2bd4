using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AwardArchive.Verification;

/// <param name="Input">Path in the case file.</param>
public sealed record MissingInput(
    [property: Description("Mục trong hồ sơ, ví dụ children[1].martyrCertificate.")] string Input,
    [property: Description("Vì sao mục này quyết định kết quả.")] string Why);

/// <param name="Number">Of the list of open questions in <c>docs/law.md</c>.</param>
public sealed record OpenQuestion(
    [property: Description("Số thứ tự trong danh mục câu hỏi còn mở về luật.")] int Number,
    [property: Description("Điều luật chưa rõ.")] string Why);

/// <summary>Words of JSON as the case files write them: <c>notEnoughEvidence</c>.</summary>
public sealed class CamelCaseWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwardArchive.Verification;

/// <summary>Holds JSON against a schema of <see cref="CaseSchema"/> and says all that is wrong, each with its path. Knows the keywords that these schemas have.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<CaseProblem> Problems(JsonElement value, JsonObject schema, string path = "")
    {
        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "number" && Types(type).Contains("integer") && IsWhole(value)))
            return [new(path, $"phải là {string.Join(" hoặc ", Types(type).Select(Word))}, không phải {Word(TypeOf(value))}.")];
        if (schema["enum"] is JsonArray words && !words.Any(word => Equal(word, value)))
            return [new(path, $"phải là một trong: {string.Join(", ", words.OfType<JsonNode>())}.")];
        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(value, schema, path),
            JsonValueKind.Array => OfArray(value, schema, path),
            JsonValueKind.Number => OfNumber(value, schema, path),
            JsonValueKind.String => OfString(value, schema, path),
            _ => [],
        };
    }

    private static IEnumerable<CaseProblem> OfObject(JsonElement value, JsonObject schema, string path)
    {
        var members = schema["properties"] as JsonObject ?? [];
        var seen = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!seen.Add(member.Name)) yield return new(at, "được ghi hai lần.");
            else if (members[member.Name] is not JsonObject known) yield return new(at, $"không có mục này; các mục là: {string.Join(", ", members.Select(one => one.Key))}.");
            else foreach (var problem in Problems(member.Value, known, at)) yield return problem;
        }
        foreach (var required in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !seen.Contains(name)))
            yield return new(path.Length == 0 ? required : $"{path}.{required}", "thiếu mục này.");
    }

    private static IEnumerable<CaseProblem> OfArray(JsonElement value, JsonObject schema, string path)
    {
        if (schema["maxItems"] is { } most && value.GetArrayLength() > most.GetValue<int>())
            return [new(path, $"có {value.GetArrayLength()} mục, nhiều nhất là {most}.")];
        return value.EnumerateArray().SelectMany((item, at) => Problems(item, schema["items"]!.AsObject(), $"{path}[{at}]"));
    }

    private static IEnumerable<CaseProblem> OfNumber(JsonElement value, JsonObject schema, string path)
    {
        if (schema["minimum"] is { } least && schema["maximum"] is { } most
            && !(value.TryGetDecimal(out var number) && number >= least.GetValue<int>() && number <= most.GetValue<int>()))
            yield return new(path, $"phải từ {least} đến {most}, không phải {value.GetRawText()}.");
    }

    private static IEnumerable<CaseProblem> OfString(JsonElement value, JsonObject schema, string path)
    {
        var text = value.GetString()!;
        if (schema["format"]?.GetValue<string>() == "date" && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return new(path, $"“{text}” không phải một ngày có thật viết theo dạng năm-tháng-ngày, ví dụ 2015-02-10.");
        if (schema["minLength"] is { } least && text.Trim().Length < least.GetValue<int>()) yield return new(path, "để trống.");
        if (schema["maxLength"] is { } most && text.Length > most.GetValue<int>()) yield return new(path, $"dài quá {most} ký tự.");
    }

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [type.GetValue<string>()];

    private static bool Equal(JsonNode? word, JsonElement value) =>
        word is null ? value.ValueKind == JsonValueKind.Null : value.ValueKind == JsonValueKind.String && value.ValueEquals(word.GetValue<string>());

    private static bool IsWhole(JsonElement value) => value.TryGetInt32(out _);

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    private static string Word(string type) => type switch
    {
        "object" => "một nhóm mục {…}",
        "array" => "một danh sách […]",
        "string" => "chữ trong ngoặc kép",
        "number" => "số",
        "integer" => "số nguyên",
        "boolean" => "true hoặc false",
        _ => "null",
    };
}

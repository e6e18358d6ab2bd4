using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AwardArchive.Tests.Access;

/// <summary>An operation that the service says it has, and requests for it: whatever is added to REST is tried with it.</summary>
/// <param name="Path">As OpenAPI has it: <c>/api/v1/documents/{id}</c>.</param>
/// <param name="Body">Of its JSON; null when it has none.</param>
internal sealed record ApiOperation(HttpMethod Method, string Path, IReadOnlyList<string> Queries, string? ContentType, JsonNode? Body)
{
    public bool IsRead => Method == HttpMethod.Get;

    public override string ToString() => $"{Method} {Path}";

    public static async Task<IReadOnlyList<ApiOperation>> AllAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var document = (await http.GetFromJsonAsync<JsonObject>("openapi/v1.json", cancellationToken))!;
        return
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               let content = operation.Value!["requestBody"]?["content"]?.AsObject().FirstOrDefault()
               orderby path.Key, operation.Key
               select new ApiOperation(
                   HttpMethod.Parse(operation.Key.ToUpperInvariant()), path.Key,
                   [.. (operation.Value["parameters"]?.AsArray() ?? []).Where(p => p!["in"]!.GetValue<string>() == "query").Select(p => p!["name"]!.GetValue<string>())],
                   content?.Key,
                   content?.Key == "application/json" ? Example(document, content.Value.Value!["schema"], 0) : null),
        ];
    }

    /// <param name="values">Of the path's parameters; those that are missing get a value of their kind.</param>
    /// <param name="query">Without its question mark.</param>
    public HttpRequestMessage Ask(IReadOnlyDictionary<string, string> values, string? query = null)
    {
        var path = Regex.Replace(Path, @"\{(\w+)\}", match => values.GetValueOrDefault(match.Groups[1].Value) ?? match.Groups[1].Value switch
        {
            "number" or "recognition" => "1",
            "field" => "number",
            "digest" => new string('a', 64),
            "id" or [.., 'I', 'd'] => "018f0000-0000-7000-8000-000000000000",
            _ => "x",
        });
        var request = new HttpRequestMessage(Method, new Uri(query is null ? path : $"{path}?{query}", UriKind.Relative));
        if (!IsRead) request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        if (Body is not null) request.Content = new StringContent(Body.ToJsonString(), Encoding.UTF8, "application/json");
        else if (ContentType is not null) request.Content = new StringContent("x", Encoding.UTF8, ContentType);
        else if (Path == "/api/v1/documents" && !IsRead) request.Content = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "a.pdf" } };
        return request;
    }

    /// <summary>What fits a schema, more or less.</summary>
    private static JsonNode? Example(JsonObject document, JsonNode? schema, int depth)
    {
        if (schema is null || depth > 6) return null;
        if (schema["$ref"] is { } reference) return Example(document, document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]], depth + 1);
        if ((schema["oneOf"] ?? schema["anyOf"] ?? schema["allOf"]) is JsonArray some)
            return some.Where(one => one!["type"]?.ToString() != "null").Select(one => Example(document, one, depth + 1)).FirstOrDefault(one => one is not null);
        if (schema["enum"] is JsonArray names) return names.FirstOrDefault(name => name is not null)?.DeepClone();
        var type = schema["type"] switch
        {
            JsonArray several => several.Select(one => one!.GetValue<string>()).First(one => one is not ("null" or "string") || several.Count < 3),
            JsonValue one => one.GetValue<string>(),
            _ => "object",
        };
        return type switch
        {
            "object" => new JsonObject((schema["properties"]?.AsObject() ?? []).Select(property => KeyValuePair.Create(property.Key, Example(document, property.Value, depth + 1)))),
            "array" => new JsonArray(Example(document, schema["items"], depth + 1)),
            "integer" or "number" => 1,
            "boolean" => true,
            _ => schema["format"]?.GetValue<string>() switch
            {
                "uuid" => "018f0000-0000-7000-8000-000000000000",
                "date" => "1985-09-19",
                "date-time" => new DateTime(1985, 9, 19, 0, 0, 0, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
                _ => "Lan",
            },
        };
    }
}

using System.Text.Json.Nodes;

namespace AwardArchive.Tests.Access;

/// <summary>One operation that the running service says it has.</summary>
/// <param name="Path">Below <c>/api/v1</c>, with its parameters in braces.</param>
/// <param name="Parameters">Those of the path, in order.</param>
/// <param name="Query">Names of those behind the question mark.</param>
/// <param name="Body">The type of what is sent; null: nothing is.</param>
/// <param name="Ids">Names, behind the question mark and anywhere in what is sent, whose values are ids.</param>
internal sealed record Operation(
    HttpMethod Method, string Path, IReadOnlyList<string> Parameters, IReadOnlyList<string> Query, string? Body, IReadOnlyList<string> Ids)
{
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Reads what endpoints there are from the document that the service publishes.</summary>
internal static class OpenApi
{
    private const string Prefix = "/api/v1";

    public static async Task<IReadOnlyList<Operation>> OperationsAsync(this HttpClient http)
    {
        var document = JsonNode.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken))!;
        return
        [
            .. from path in document["paths"]!.AsObject()
               from method in path.Value!.AsObject()
               where method.Key != "parameters"
               let all = (method.Value!["parameters"]?.AsArray() ?? []).Concat(path.Value!["parameters"]?.AsArray() ?? []).ToList()
               select new Operation(
                   HttpMethod.Parse(method.Key), path.Key[Prefix.Length..],
                   [.. path.Key.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)])],
                   [.. all.Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => (string)parameter!["name"]!)],
                   method.Value!["requestBody"]?["content"]?.AsObject().Select(content => content.Key).FirstOrDefault(),
                   [
                       .. all.Where(parameter => (string?)parameter!["in"] == "query" && IsId(parameter["schema"])).Select(parameter => (string)parameter!["name"]!),
                       .. IdsIn(method.Value!["requestBody"], document["components"]?["schemas"], []),
                   ]),
        ];
    }

    private static bool IsId(JsonNode? schema) => (string?)schema?["format"] == "uuid" || (schema?["items"] is { } items && IsId(items));

    /// <summary>Names of properties that are ids, however deep.</summary>
    /// <param name="seen">Schemas that were looked at already.</param>
    private static IEnumerable<string> IdsIn(JsonNode? node, JsonNode? schemas, HashSet<string> seen) => node switch
    {
        JsonObject schema when (string?)schema["$ref"] is { } name => seen.Add(name) ? IdsIn(schemas?[name[(name.LastIndexOf('/') + 1)..]], schemas, seen) : [],
        JsonObject some => (some["properties"] as JsonObject ?? []).Where(property => IsId(property.Value)).Select(property => property.Key)
            .Concat(some.SelectMany(inner => IdsIn(inner.Value, schemas, seen))),
        JsonArray list => list.SelectMany(inner => IdsIn(inner, schemas, seen)),
        _ => [],
    };
}

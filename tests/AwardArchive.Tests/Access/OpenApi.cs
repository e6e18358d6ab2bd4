using System.Text.Json.Nodes;

namespace AwardArchive.Tests.Access;

/// <summary>One operation that the running service says it has.</summary>
/// <param name="Path">Below <c>/api/v1</c>, with its parameters in braces.</param>
/// <param name="Parameters">Those of the path, in order.</param>
/// <param name="Query">Names of those behind the question mark.</param>
/// <param name="Body">The type of what is sent; null: nothing is.</param>
internal sealed record Operation(HttpMethod Method, string Path, IReadOnlyList<string> Parameters, IReadOnlyList<string> Query, string? Body)
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
                   method.Value!["requestBody"]?["content"]?.AsObject().Select(content => content.Key).FirstOrDefault()),
        ];
    }
}

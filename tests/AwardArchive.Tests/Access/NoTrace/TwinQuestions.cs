using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using static AwardArchive.Tests.Access.NoTrace.TwinArchives;

namespace AwardArchive.Tests.Access.NoTrace;

/// <summary>All that can be asked of two archives, made from what the service publishes: a new endpoint or page is among it.</summary>
internal sealed class TwinQuestions(TwinArchives twins)
{
    /// <summary>About the sender, who is another one in either archive.</summary>
    private static readonly string[] NotAsked = ["/account"];

    /// <summary>Asked for within another thing: papers of a dossier, rows of a paper, persons of a case.</summary>
    private static readonly Guid[] Within = [Seen, SeenEntry, Secret, InCollection, SecretEntry];

    /// <returns>What the archives answer otherwise.</returns>
    public async Task<List<string>> AllAsync(bool looksOnly) => [.. await RestAsync(looksOnly), .. await PagesAsync(), .. await SearchesAsync()];

    /// <summary>Every operation with every id of either archive.</summary>
    /// <param name="looksOnly">Else also what changes something, of what is hidden.</param>
    public async Task<List<string>> RestAsync(bool looksOnly)
    {
        var differences = new List<string>();
        var asked = 0;
        foreach (var operation in await twins.Whole.Http.OperationsAsync())
        {
            if (NotAsked.Any(path => operation.Path.StartsWith(path, StringComparison.Ordinal))) continue;
            foreach (var path in PathsOf(operation))
            {
                // What changes something is asked of what is hidden only: on what is seen it would make new things with ids of their own.
                if (operation.Method != HttpMethod.Get && (looksOnly || !Hidden.Any(id => path.Contains($"{id}", StringComparison.Ordinal)))) continue;
                asked++;
                if (await twins.DifferenceAsync(operation.Method, $"/api/v1{path}", operation.Method == HttpMethod.Get ? null : () => JsonContent.Create(new { by = "Người thử", reason = "Lý do", note = "Ghi chú", value = "1" })) is { } difference)
                    differences.Add(difference);
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{asked} requests to each archive");
        Assert.True(asked > 300, $"{asked} requests");
        return differences;
    }

    /// <summary>Every page, of every id and asked for every word.</summary>
    public async Task<List<string>> PagesAsync()
    {
        var differences = new List<string>();
        var routes = twins.Whole.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}").Where(route => !route.StartsWith("/account", StringComparison.Ordinal) && !route.StartsWith("/sign-in", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 20, $"{routes.Count} pages");
        foreach (var route in routes)
        {
            var addresses = route.Contains('{', StringComparison.Ordinal) ? All.Select(id => route.Replace("{Id:guid}", $"{id}", StringComparison.Ordinal)) : [route, $"{route}?q={Uri.EscapeDataString(Name)}", $"{route}?q={Uri.EscapeDataString(HiddenName)}"];
            foreach (var address in addresses)
            {
                if (await twins.DifferenceAsync(HttpMethod.Get, address) is { } difference) differences.Add(difference);
            }
        }
        return differences;
    }

    /// <summary>What only stands on hidden papers, asked for in every way: as words, nearly, by its beginning, by facets, in lists.</summary>
    private async Task<List<string>> SearchesAsync()
    {
        var differences = new List<string>();
        string[] words = [Name, HiddenName, HiddenWord, HiddenNumber, HiddenIssuer, "Luong Thi Quych", "Lường Thị Quýt", "quynh quang", "\"quỷnh quạng\"", "Hòa OR Quých", "Hòa -Quých", $"người:\"{HiddenName}\"", "số:77", "Quỵch", "độc lậ*", ""];
        string[] asked =
        [
            .. words.SelectMany(word => (string[])[$"/search?q={E(word)}", $"/search?q={E(word)}&sort=newest&size=1", $"/search/export.csv?q={E(word)}", $"/search/suggest?q={E(word)}", $"/people?q={E(word)}", $"/documents/{Seen}/search?q={E(word)}", $"/documents/{Secret}/search?q={E(word)}"]),
            .. words.SelectMany(word => Enumerable.Range(1, Math.Min(word.Length, 4)).Select(length => $"/search/suggest?q={E(word[..length])}")),
            $"/search?q={E(Name)}&kind={E(HiddenKind)}", $"/search?q={E(Name)}&issuer={E(HiddenIssuer)}", $"/search?q={E(Name)}&yearFrom=1985&yearTo=1985", $"/search?dossierId={Collection}&q={E(Name)}", $"/search?dossierId={Folder}&q={E(Name)}",
            $"/documents?dossierId={Collection}", $"/documents?dossierId={Folder}", "/documents?review=true", "/documents?warnings=true", "/documents?status=ready", $"/people?q={E(Name)}&birthYear=1930&size=1",
        ];
        foreach (var path in asked)
        {
            if (await twins.DifferenceAsync(HttpMethod.Get, $"/api/v1{path}") is { } difference) differences.Add(difference);
        }
        foreach (var form in (string[])["csv", "json"])
        {
            var list = $"họ tên,năm sinh,quê quán\n{string.Join('\n', words.Where(word => word.Length > 0).Select(word => $"\"{word.Replace("\"", "", StringComparison.Ordinal)}\",1930,"))}";
            if (await twins.DifferenceAsync(HttpMethod.Post, $"/api/v1/search/batch?format={form}", () => new StringContent(list, Encoding.UTF8, "text/csv")) is { } difference) differences.Add(difference);
        }
        return differences;

        static string E(string text) => Uri.EscapeDataString(text);
    }

    private static IEnumerable<string> PathsOf(Operation operation)
    {
        IEnumerable<string> paths = [operation.Path];
        foreach (var name in operation.Parameters)
        {
            string[] values = name is "number" or "recognition" ? ["1"]
                : name == "id" ? [.. All.Select(id => $"{id}")]
                : name.EndsWith('d') && name != "field" ? [.. Within.Select(id => $"{id}")]
                : name == "digest" ? [new('a', 64)] : ["number"];
            paths = [.. paths.SelectMany(path => values.Select(value => path.Replace($"{{{name}}}", value, StringComparison.Ordinal)))];
        }
        string[] words = ["q", "name", "text", "prefix"];
        var query = string.Join('&', operation.Query.Where(name => words.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name => $"{name}={Uri.EscapeDataString(Name)}"));
        return operation.Method == HttpMethod.Get && query.Length > 0 ? [.. paths, .. paths.Select(path => $"{path}?{query}")] : paths;
    }
}

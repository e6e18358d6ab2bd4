using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwardArchive.Tests.Access.Fuzz;

/// <summary>One request, and all that was said in it: what of that comes back tells nothing.</summary>
internal sealed record FuzzRequest(HttpMethod Method, string Address, HttpContent? Content, IReadOnlyList<(string Name, string Value)> Headers, string Said);

/// <summary>Makes requests out of the OpenAPI document and the addresses of pages.</summary>
internal sealed class FuzzRequests
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND"];

    /// <summary>So that what was said can be told from what comes back.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonNode? schemas;
    private readonly FuzzValues values;
    private readonly List<(string Method, string Path, JsonNode? Operation)> operations = [];

    /// <param name="pages">Routes of pages, as <c>/documents/{Id:guid}</c>.</param>
    public FuzzRequests(JsonNode document, IEnumerable<string> pages, FuzzValues values)
    {
        this.values = values;
        schemas = document["components"]?["schemas"];
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject()) operations.Add((method.ToUpperInvariant(), path, operation));
        }
        foreach (var page in pages) operations.AddRange([("GET", page, null), ("POST", page, null)]);
    }

    public int Operations => operations.Count;

    /// <returns>The same for the same number.</returns>
    public FuzzRequest Make(Random random)
    {
        var (name, path, operation) = operations[random.Next(operations.Count)];
        var said = new StringBuilder();
        var query = new List<string>();
        var parameters = operation?["parameters"]?.AsArray() ?? new JsonArray();
        foreach (var parameter in parameters)
        {
            var value = values.Text(parameter!["schema"], random);
            if ((string?)parameter["in"] == "path") continue;
            if ((string?)parameter["in"] != "query" || random.Next(3) == 0) continue;
            query.Add($"{parameter["name"]}={Escape(Say(value))}");
        }
        if (random.Next(12) == 0) query.Add($"{Escape(Say(values.Word(random)))}={Escape(Say(values.Word(random)))}");
        var address = string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? Escape(Say(PathValue(part))) : part));
        if (random.Next(40) == 0) address += random.Next(4) switch { 0 => "/..%2f", 1 => "//", 2 => "/%2e%2e/%2e%2e/etc/passwd", _ => $"/{Escape(Say(values.Word(random)))}" };
        if (query.Count > 0) address += $"?{string.Join('&', query)}";
        // Sockets and Kestrel hold long lines off before anybody sees them.
        if (address.Length > 7000) address = address[..7000].TrimEnd('%', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F');
        var method = new HttpMethod(random.Next(30) == 0 ? Methods[random.Next(Methods.Length)] : name);
        var content = method.Method is "GET" or "HEAD" or "TRACE" or "OPTIONS" ? null : operation is null ? Form() : BodyOf(operation);
        return new(method, address, content, Headers(), said.ToString());

        string PathValue(string part) =>
            part.Contains(":int", StringComparison.Ordinal) || part.Contains("umber", StringComparison.Ordinal) || part.Contains("recognition", StringComparison.Ordinal)
                ? values.Number(random)
                : values.Id(random);

        string Say(string text)
        {
            said.Append(text).Append('\n');
            return text;
        }

        HttpContent Form()
        {
            var fields = Enumerable.Range(0, random.Next(6)).Select(_ => KeyValuePair.Create(Say(values.Word(random)), Say(values.Word(random))))
                .Append(new("_handler", Say(new[] { "ask", "decide", "field", "record", "sign-in", values.Word(random) }[random.Next(6)])));
            return new FormUrlEncodedContent(fields);
        }

        HttpContent? BodyOf(JsonNode asked)
        {
            if (path == "/api/v1/documents") return Upload();
            var kind = asked["requestBody"]?["content"]?.AsObject().FirstOrDefault();
            if (kind is null && random.Next(4) > 0) return null;
            var type = kind?.Key ?? "application/json";
            if (random.Next(25) == 0) type = new[] { "text/plain", "application/xml", "application/json; charset=utf-16", "multipart/form-data" }[random.Next(4)];
            if (kind?.Key == "text/csv") return Bytes(Encoding.UTF8.GetBytes(Say(Csv())), type);
            var json = values.Body(kind?.Value?["schema"], schemas, random)?.ToJsonString(Readable) ?? "null";
            Say(json);
            var bytes = Encoding.UTF8.GetBytes(random.Next(25) switch { 0 => json[..(json.Length / 2)], 1 => json + json, 2 => "", 3 => json.Replace("\\u0", "\\uD80", StringComparison.Ordinal), _ => json });
            if (bytes.Length > 0 && random.Next(30) == 0) bytes[random.Next(bytes.Length)] = 0xFF;
            return Bytes(bytes, type);
        }

        string Csv() => string.Join('\n', Enumerable.Range(0, random.Next(20)).Select(_ => string.Join(',', Enumerable.Range(0, random.Next(1, 6)).Select(_ => values.Word(random)))).Prepend(random.Next(2) == 0 ? "họ tên,năm sinh,quê quán" : values.Word(random)));

        HttpContent Upload()
        {
            var form = new MultipartFormDataContent(random.Next(20) == 0 ? new string('b', 70) : $"b{random.Next()}");
            foreach (var field in new[] { "dossierId", "confidentiality", "sourceReference", "batch", "dossierFolder" })
            {
                if (random.Next(3) == 0) form.Add(new StringContent(Say(values.Word(random))), field);
            }
            var start = new[] { "%PDF-1.4\n", "\x89PNG\r\n\x1A\n", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "<html><script>alert(1)</script>", "II*\0\b\0\0\0", "\xFF\xD8\xFF\xE0", "" }[random.Next(7)];
            var file = new byte[random.Next(2000)];
            random.NextBytes(file);
            var part = new ByteArrayContent([.. Encoding.Latin1.GetBytes(start), .. file]);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{Say(values.Word(random)).ReplaceLineEndings("").Replace("\0", "", StringComparison.Ordinal)}\"");
            if (random.Next(10) > 0) form.Add(part);
            return form;
        }

        IReadOnlyList<(string Name, string Value)> Headers()
        {
            var headers = new List<(string Name, string Value)>();
            if (random.Next(2) == 0) headers.Add(("If-Match", new[] { "\"1\"", "\"2\"", "\"3\"", "*", "W/\"1\"", "\"999999999999\"", "x", "" }[random.Next(8)]));
            if (random.Next(6) == 0) headers.Add(("Range", new[] { "bytes=0-", "bytes=-1", "bytes=9-1", "bytes=0-0,5-9", "lines=1-", "bytes=99999999999999999999-" }[random.Next(6)]));
            if (random.Next(4) == 0) headers.Add(("Accept", new[] { "*/*", "application/json", "application/pdf", "text/html", "x", "application/json;q=0" }[random.Next(6)]));
            if (random.Next(8) == 0) headers.Add(("Accept-Encoding", new[] { "gzip", "br", "*;q=0", "x" }[random.Next(4)]));
            if (random.Next(10) == 0) headers.Add(("X-Forwarded-For", "10.0.0.1, 127.0.0.1"));
            if (random.Next(10) == 0) headers.Add(("X-Forwarded-Proto", "https"));
            if (random.Next(10) == 0) headers.Add(("Sec-Fetch-Site", new[] { "same-origin", "none", "x" }[random.Next(3)]));
            if (random.Next(10) == 0) headers.Add(("Cookie", $"award-archive={Convert.ToBase64String(Encoding.UTF8.GetBytes(values.Id(random)))}; .AspNetCore.Antiforgery=x"));
            if (random.Next(10) == 0) headers.Add(("If-None-Match", "*"));
            if (path.EndsWith("/events", StringComparison.Ordinal) && random.Next(4) > 0) headers.Add(("Last-Event-ID", values.Cursor(random)));
            return headers;
        }
    }

    private static ByteArrayContent Bytes(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    /// <summary>Half a pair of surrogates cannot be sent.</summary>
    private static string Escape(string text) => Uri.EscapeDataString(text.Length > 1500 ? text[..1500].TrimEnd('\uD83D') : text);
}

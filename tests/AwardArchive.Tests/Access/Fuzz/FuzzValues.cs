using System.Text.Json.Nodes;

namespace AwardArchive.Tests.Access.Fuzz;

/// <summary>What somebody might send who wants to do harm, or who errs. All of it follows from the random numbers.</summary>
/// <param name="ids">Of documents and dossiers, seen and hidden.</param>
/// <param name="words">Of papers, seen and hidden.</param>
internal sealed class FuzzValues(IReadOnlyList<Guid> ids, IReadOnlyList<string> words)
{
    private const int MaxDepth = 5;

    private static readonly string[] Odd =
    [
        "", " ", "a", "0", "-1", "1", "null", "true", "NaN", "1e999", "9999999999999999999", "' OR 1=1 --", "\"; DROP TABLE \"Documents\"; --", "../../../../etc/passwd", "..%2f..%2fetc",
        "\0", "a\0b", "\r\nSet-Cookie: x=1", "<script>alert(1)</script>", "${jndi:ldap://x}", "{{7*7}}", "%s%n%x", "😀", "\u202Eabc", "\uFEFF", "a\u0323\u0302", "\uFFFF", "Nguyễn Văn A",
        "quyết định", "\"quyết định", "(a OR", "a AND NOT", "*", "?", "~", "a~2", "a^9999", "[a TO", "{", "\\", ":", "số:", "ngày:1968..", "ngày:9999-99-99", "1968", "0000-00-00", "9999-12-31",
        "2024-02-30", "bytes=0-", "application/json", "1,2,3,4", "-1,-1,0,0", "2147483648,0,1,1",
    ];

    public string Word(Random random) => random.Next(12) switch
    {
        0 => new string((char)random.Next('a', 'z'), random.Next(1, 3000)),
        1 => string.Join(' ', Enumerable.Range(0, random.Next(1, 200)).Select(_ => Odd[random.Next(Odd.Length)])),
        2 => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(1, 0xD7FF))),
        3 or 4 => words[random.Next(words.Count)],
        5 => $"{ids[random.Next(ids.Count)]}",
        _ => Odd[random.Next(Odd.Length)],
    };

    /// <summary>Places in the change feed, as the service gave them.</summary>
    public IReadOnlyList<string> Cursors { get; init; } = [];

    /// <summary>A place in the change feed, or nearly; a header holds no more than ASCII.</summary>
    public string Cursor(Random random)
    {
        var cursor = Cursors[random.Next(Cursors.Count)];
        return random.Next(6) switch
        {
            0 => $"{random.Next(100)}",
            1 => cursor[..random.Next(cursor.Length)],
            2 => $"{cursor[..^1]}{(char)random.Next('0', 'z')}",
            3 => "../\'\"<x>",
            _ => cursor,
        };
    }

    public string Id(Random random) => random.Next(10) switch
    {
        0 => $"{Guid.Empty}",
        1 => $"{new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))])}",
        2 => Word(random),
        3 => $"{ids[random.Next(ids.Count)]:N}",
        _ => $"{ids[random.Next(ids.Count)]}",
    };

    public string Number(Random random) => random.Next(8) switch
    {
        0 => "-1",
        1 => "0",
        2 => "2147483647",
        3 => "-2147483648",
        4 => "99999999999999999999",
        5 => Word(random),
        _ => $"{random.Next(1, 60)}",
    };

    /// <summary>A value as a schema of OpenAPI describes it, or nearly.</summary>
    public string Text(JsonNode? schema, Random random)
    {
        if (random.Next(10) == 0) return Word(random);
        if (schema?["enum"] is JsonArray { Count: > 0 } names) return $"{names[random.Next(names.Count)]}";
        return (TypeOf(schema), (string?)schema?["format"]) switch
        {
            (_, "uuid") => Id(random),
            ("integer" or "number", _) => Number(random),
            ("boolean", _) => random.Next(2) == 0 ? "true" : "false",
            (_, "date") => random.Next(3) == 0 ? Word(random) : $"{random.Next(1, 9999):0000}-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
            _ => Word(random),
        };
    }

    /// <summary>A body as a schema describes it, or nearly.</summary>
    /// <param name="schemas">Those that others refer to.</param>
    public JsonNode? Body(JsonNode? schema, JsonNode? schemas, Random random, int depth = 0)
    {
        if (random.Next(15) == 0) return Strange(random);
        while ((string?)schema?["$ref"] is { } name) schema = schemas?[name[(name.LastIndexOf('/') + 1)..]];
        if (schema?["oneOf"] is JsonArray { Count: > 0 } choices) return depth > MaxDepth ? null : Body(choices[random.Next(choices.Count)], schemas, random, depth + 1);
        switch (TypeOf(schema))
        {
            case "object":
                var made = new JsonObject();
                if (depth > MaxDepth) return made;
                foreach (var (name, property) in schema?["properties"]?.AsObject() ?? new JsonObject())
                {
                    if (random.Next(5) > 0) made[name] = Body(property, schemas, random, depth + 1);
                }
                if (schema?["additionalProperties"] is JsonObject values) made[Word(random)] = Body(values, schemas, random, depth + 1);
                return made;
            case "array":
                return new JsonArray([.. Enumerable.Range(0, depth > MaxDepth ? 0 : random.Next(4)).Select(_ => Body(schema?["items"], schemas, random, depth + 1))]);
            case "integer":
                return random.Next(-2, 3000);
            case "number":
                return random.NextDouble() * 1000;
            case "boolean":
                return random.Next(2) == 0;
            default:
                return Text(schema, random);
        }
    }

    private JsonNode? Strange(Random random) => random.Next(7) switch
    {
        0 => null,
        1 => new JsonArray([.. Enumerable.Range(0, 300).Select(i => (JsonNode)i)]),
        2 => new JsonObject { [Word(random)] = Word(random) },
        3 => long.MaxValue,
        4 => -0.5e300,
        5 => Enumerable.Range(0, 40).Aggregate((JsonNode)new JsonArray(), (inner, _) => new JsonArray(inner)),
        _ => Word(random),
    };

    private static string? TypeOf(JsonNode? schema) => schema?["type"] switch
    {
        JsonArray types => types.Select(type => (string?)type).FirstOrDefault(type => type is "integer" or "number" or "boolean" or "array" or "object") ?? "string",
        { } type => (string?)type,
        null => schema?["properties"] is null ? "string" : "object",
    };
}

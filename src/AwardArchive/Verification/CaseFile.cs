using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwardArchive.Verification;

/// <summary>Reads a case of any rule set: JSON, held against the schema of its record before it is believed.</summary>
internal static class CaseFile
{
    /// <summary>A case of the largest family is a tenth of that.</summary>
    public const int MaxBytes = 256 << 10;

    /// <param name="json">UTF-8, with or without mark; read to its end, not disposed.</param>
    /// <exception cref="BadCaseException">It is too large, no JSON, or not of the form; all that is wrong is named.</exception>
    public static async Task<TCase> ReadAsync<TCase>(Stream json, CancellationToken cancellationToken)
        where TCase : class
    {
        var bytes = new byte[MaxBytes + 1];
        var length = await json.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MaxBytes) throw new BadCaseException("", $"Hồ sơ lớn quá {MaxBytes >> 10} KB.");
        var text = bytes.AsMemory(0, length);
        if (text.Span.StartsWith("\uFEFF"u8)) text = text[3..];
        try
        {
            using var document = JsonDocument.Parse(text);
            return Of<TCase>(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new BadCaseException("", $"Hồ sơ không phải JSON hợp lệ (dòng {e.LineNumber + 1}, ký tự {e.BytePositionInLine + 1}).");
        }
    }

    /// <inheritdoc cref="ReadAsync"/>
    public static TCase Of<TCase>(JsonNode json)
        where TCase : class
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        return Of<TCase>(document.RootElement);
    }

    private static TCase Of<TCase>(JsonElement json)
        where TCase : class
    {
        try
        {
            if (SchemaCheck.Problems(json, SchemaOf<TCase>.Schema).ToList() is { Count: > 0 } problems) throw new BadCaseException(problems);
        }
        catch (InvalidOperationException)
        {
            // Escapes such as \ud800 are JSON, but no text.
            throw new BadCaseException("", "Hồ sơ có chữ không phải Unicode hợp lệ.");
        }
        return json.Deserialize<TCase>(CaseSchema.Strict)!;
    }

    /// <summary>Made once for each record.</summary>
    private static class SchemaOf<TCase>
    {
        public static readonly JsonObject Schema = CaseSchema.Of<TCase>();
    }
}

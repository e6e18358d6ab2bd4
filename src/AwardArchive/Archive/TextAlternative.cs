using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwardArchive.Archive;

/// <summary>What a stretch of a page's text may say instead.</summary>
/// <param name="Start">Offset of its first letter in <see cref="Page.Text"/>, in UTF-16 code units.</param>
/// <param name="Length">Of the word as it stands in the text.</param>
/// <param name="Readings">Best first, never empty; NFC, without white space.</param>
public sealed record TextAlternative(int Start, int Length, IReadOnlyList<string> Readings)
{
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As the catalog keeps them: <c>[[start,length,"reading",…],…]</c>; empty text for none, which most pages have.</summary>
    internal static string Write(IReadOnlyList<TextAlternative> alternatives) => alternatives.Count == 0 ? "" : new JsonArray(
        [.. alternatives.Select(one => new JsonArray([one.Start, one.Length, .. one.Readings.Select(reading => JsonValue.Create(reading))]))]).ToJsonString(Letters);

    internal static IReadOnlyList<TextAlternative> Read(string stored)
    {
        if (stored.Length == 0) return [];
        using var json = JsonDocument.Parse(stored);
        return
        [
            .. json.RootElement.EnumerateArray().Select(one => new TextAlternative(
                one[0].GetInt32(), one[1].GetInt32(), [.. one.EnumerateArray().Skip(2).Select(reading => reading.GetString()!)])),
        ];
    }
}

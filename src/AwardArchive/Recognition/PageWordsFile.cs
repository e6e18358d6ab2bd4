using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AwardArchive.Recognition;

/// <summary>The words of a page as they lie in the object store: JSON in UTF-8, gzip.</summary>
internal static class PageWordsFile
{
    /// <summary>Writes a new file, or over an old one. Not flushed to disk: putting it into the store does that.</summary>
    public static async Task WriteAsync(string path, PageWords words, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await using var gzip = new GZipStream(file, CompressionLevel.Fastest);
        await JsonSerializer.SerializeAsync(gzip, words, PageWordsJson.Readable.PageWords, cancellationToken);
    }

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="WriteAsync"/> wrote.</exception>
    public static async Task<PageWords> ReadAsync(Stream stored, CancellationToken cancellationToken)
    {
        // A page is some thousand bytes: parsed at once it takes half the time that it takes piece by piece.
        using var packed = new MemoryStream();
        await stored.CopyToAsync(packed, cancellationToken);
        packed.Position = 0;
        await using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var json = new MemoryStream();
        gzip.CopyTo(json);
        try
        {
            return JsonSerializer.Deserialize(json.GetBuffer().AsSpan(0, (int)json.Length), PageWordsJson.Readable.PageWords)
                ?? throw new InvalidDataException("The words of a page cannot be null.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException("The words of a page are not the expected JSON.");
        }
    }

    /// <summary>What <see cref="PageResult.Sha256Of(PageWords)"/> gave when they were written, also by a program whose words had other properties.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what <see cref="WriteAsync"/> wrote.</exception>
    public static async Task<string> Sha256OfAsync(Stream stored, CancellationToken cancellationToken)
    {
        await using var gzip = new GZipStream(stored, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            if (await JsonNode.ParseAsync(gzip, cancellationToken: cancellationToken) is not JsonObject words) throw new InvalidDataException("The words of a page are an object.");
            foreach (var (name, value) in new (string, JsonNode?)[] { ("page", 1), ("seconds", null), ("recognizedAt", null) })
            {
                if (words.ContainsKey(name)) words[name] = value;
            }
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToJsonString(PageWordsJson.Readable.Options))));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidDataException("The words of a page are not the expected JSON.");
        }
    }
}

[JsonSerializable(typeof(PageWords))]
internal sealed partial class PageWordsJson : JsonSerializerContext
{
    /// <summary>Vietnamese as letters, not as escapes: half the size, and people can read it.</summary>
    public static PageWordsJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

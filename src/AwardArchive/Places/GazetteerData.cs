using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AwardArchive.Places;

/// <summary>The imported lists as they lie in the object store, one of each kind: JSON in UTF-8, gzip.</summary>
internal sealed record GazetteerData(IReadOnlyList<GazetteerImport> Imports)
{
    public static GazetteerData Empty { get; } = new([]);

    /// <summary>With this list in the place of the one of its kind.</summary>
    public GazetteerData With(GazetteerImport import) =>
        new([.. Imports.Where(old => old.Kind != import.Kind).Append(import).OrderBy(one => one.Kind)]);

    /// <summary>Writes a new file. Not flushed to disk: putting it into the store does that.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await using var gzip = new GZipStream(file, CompressionLevel.Optimal);
        await JsonSerializer.SerializeAsync(gzip, this, GazetteerJson.Readable.GazetteerData, cancellationToken);
    }

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="WriteAsync"/> wrote.</exception>
    public static async Task<GazetteerData> ReadAsync(Stream stored, CancellationToken cancellationToken)
    {
        await using var gzip = new GZipStream(stored, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            return await JsonSerializer.DeserializeAsync(gzip, GazetteerJson.Readable.GazetteerData, cancellationToken)
                ?? throw new InvalidDataException("The gazetteer cannot be null.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException("The gazetteer is not the expected JSON.");
        }
    }
}

internal enum GazetteerKind
{
    /// <summary>Provinces, districts and communes until 30 June 2025.</summary>
    UnitsBefore2025,

    /// <summary>Provinces and communes since 1 July 2025.</summary>
    UnitsAfter2025,

    /// <summary>What each unit of 1 July 2025 was made of.</summary>
    Merges2025,
}

internal static class GazetteerKinds
{
    /// <summary>As programs are told it.</summary>
    public static string ToName(this GazetteerKind kind) => kind switch
    {
        GazetteerKind.UnitsBefore2025 => "unitsBefore2025",
        GazetteerKind.UnitsAfter2025 => "unitsAfter2025",
        _ => "merges2025",
    };
}

/// <summary>One imported file.</summary>
/// <param name="FileName">Its base name.</param>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="Source">Where its facts come from, as the person who imported it said.</param>
/// <param name="Units">Empty for <see cref="GazetteerKind.Merges2025"/>. What lies above stands before.</param>
/// <param name="Merges">Empty for the other kinds.</param>
internal sealed record GazetteerImport(
    GazetteerKind Kind,
    string FileName,
    string Sha256,
    DateTimeOffset ImportedAt,
    string Source,
    IReadOnlyList<UnitRow> Units,
    IReadOnlyList<MergeRow> Merges);

/// <param name="Level">0 province, 1 district, 2 commune.</param>
/// <param name="FullName">Type and name.</param>
/// <param name="AboveCode">Of the level above that the list has; null of provinces.</param>
internal sealed record UnitRow(int Level, string Code, string FullName, string? AboveCode);

/// <param name="ProvinceCode">Null of provinces.</param>
/// <param name="Text">What it was made of, in the words of the list.</param>
internal sealed record MergeRow(string Code, string FullName, string? ProvinceCode, string Text);

[JsonSerializable(typeof(GazetteerData))]
internal sealed partial class GazetteerJson : JsonSerializerContext
{
    public static GazetteerJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<GazetteerKind>(JsonNamingPolicy.CamelCase) },
    });
}

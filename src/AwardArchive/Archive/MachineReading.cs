using System.IO.Compression;
using System.Text.Json;

namespace AwardArchive.Archive;

/// <summary>What the machine read of a document, without what persons say, and what it had read before by older rules. A row of the catalog.</summary>
public sealed class MachineReading
{
    public Guid DocumentId { get; init; }

    public DateTimeOffset ReadAt { get; set; }

    /// <summary>A <see cref="DocumentReading"/> as JSON, gzip: long lists have thousands of rows, much alike.</summary>
    public required byte[] Content { get; set; }

    /// <summary>The last reading that was not the same; null when there is none.</summary>
    public byte[]? Before { get; set; }

    public DateTimeOffset? BeforeReadAt { get; set; }

    internal static MachineReading Of(Guid documentId, DocumentReading reading, DateTimeOffset at) =>
        new() { DocumentId = documentId, ReadAt = at, Content = Pack(reading) };

    /// <summary>The document was read again.</summary>
    internal void Take(DocumentReading reading, DateTimeOffset at)
    {
        if (!IsSame(Content, reading)) (Before, BeforeReadAt, Content) = (Content, ReadAt, Pack(reading));
        ReadAt = at;
    }

    /// <summary>Whether the packed reading says exactly this. What was packed is compared, for another gzip packs otherwise.</summary>
    internal static bool IsSame(byte[] content, DocumentReading reading)
    {
        var now = JsonSerializer.SerializeToUtf8Bytes(reading, JsonSerializerOptions.Web);
        using var json = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        var kept = new byte[now.Length];
        return json.ReadAtLeast(kept, kept.Length, throwOnEndOfStream: false) == kept.Length && json.ReadByte() < 0 && kept.AsSpan().SequenceEqual(now);
    }

    internal static DocumentReading Unpack(byte[] content)
    {
        using var json = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<DocumentReading>(json, JsonSerializerOptions.Web)!;
    }

    private static byte[] Pack(DocumentReading reading)
    {
        using var packed = new MemoryStream();
        using (var json = new GZipStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(json, reading, JsonSerializerOptions.Web);
        return packed.ToArray();
    }
}

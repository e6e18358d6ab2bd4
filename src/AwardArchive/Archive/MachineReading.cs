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
        var content = Pack(reading);
        if (!content.AsSpan().SequenceEqual(Content)) (Before, BeforeReadAt, Content) = (Content, ReadAt, content);
        ReadAt = at;
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

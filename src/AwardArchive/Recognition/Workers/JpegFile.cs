using System.Buffers.Binary;

namespace AwardArchive.Recognition.Workers;

/// <summary>How the camera was held: what to do to the pixels to see the page upright.</summary>
/// <param name="Mirrored">First left to right,</param>
/// <param name="Quarters">then turns of 90 degrees clockwise.</param>
internal readonly record struct JpegOrientation(bool Mirrored, int Quarters)
{
    public static JpegOrientation Upright { get; }

    /// <summary>Tag 0x0112 of Exif 2.3, section 4.6.4; other values than 2 to 8 mean upright.</summary>
    public static JpegOrientation OfExif(int value) => value switch
    {
        2 => new(true, 0),
        3 => new(false, 2),
        4 => new(true, 2),
        5 => new(true, 3),
        6 => new(false, 1),
        7 => new(true, 1),
        8 => new(false, 3),
        _ => Upright,
    };
}

/// <summary>The little that is read from a JPEG file beside its pixels.</summary>
internal static class JpegFile
{
    private const int TailBytes = 1024;
    private const int OrientationTag = 0x0112;

    /// <summary>Whether the end marker is there; some writers append a little after it.</summary>
    public static bool HasEnd(string path)
    {
        using var file = File.OpenRead(path);
        file.Seek(-Math.Min(TailBytes, file.Length), SeekOrigin.End);
        var tail = new byte[TailBytes];
        var length = file.ReadAtLeast(tail, TailBytes, throwOnEndOfStream: false);
        return tail.AsSpan(0, length).IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
    }

    /// <summary>From the Exif block, which stands before the pixels; upright when there is none.</summary>
    public static JpegOrientation ReadOrientation(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        file.Seek(2, SeekOrigin.Begin);
        while (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head[0] == 0xFF && head[1] != 0xDA)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(head[2..]) - 2;
            if (length < 0) break;
            if (head[1] != 0xE1)
            {
                file.Seek(length, SeekOrigin.Current);
                continue;
            }
            var block = new byte[length];
            if (file.ReadAtLeast(block, length, throwOnEndOfStream: false) < length) break;
            if (block.AsSpan().StartsWith("Exif\0\0"u8)) return OrientationOf(block.AsSpan(6));
        }
        return JpegOrientation.Upright;
    }

    private static JpegOrientation OrientationOf(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return JpegOrientation.Upright;
        var little = tiff[0] == 'I';
        var directory = U32(tiff[4..], little);
        if (directory > tiff.Length - 2) return JpegOrientation.Upright;
        var entries = tiff[(int)directory..];
        var count = U16(entries, little);
        for (var at = 2; count > 0 && at + 12 <= entries.Length; at += 12, count--)
        {
            if (U16(entries[at..], little) == OrientationTag) return JpegOrientation.OfExif(U16(entries[(at + 8)..], little));
        }
        return JpegOrientation.Upright;
    }

    private static int U16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

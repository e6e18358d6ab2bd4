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

/// <param name="Process">The marker: 0xC0 to 0xC2 for what every reader knows (baseline, extended, progressive; Huffman coded).</param>
/// <param name="Precision">Bits of a sample.</param>
/// <param name="Components">Samples of a pixel: 1 for gray, 3 for color, 4 for print.</param>
internal readonly record struct JpegFrame(byte Process, int Precision, int Width, int Height, int Components);

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
        foreach (var (marker, length) in Segments(file))
        {
            if (marker != 0xE1) continue;
            var block = new byte[length];
            if (file.ReadAtLeast(block, length, throwOnEndOfStream: false) < length) break;
            if (block.AsSpan().StartsWith("Exif\0\0"u8)) return OrientationOf(block.AsSpan(6));
        }
        return JpegOrientation.Upright;
    }

    /// <summary>From the frame header (ITU-T T.81, B.2.2); null when there is none before the pixels.</summary>
    public static JpegFrame? ReadFrame(string path)
    {
        using var file = File.OpenRead(path);
        foreach (var (marker, length) in Segments(file))
        {
            if (marker is < 0xC0 or > 0xCF or 0xC4 or 0xC8 or 0xCC || length < 6) continue;
            var header = new byte[6];
            file.ReadExactly(header);
            return new(marker, header[0], U16(header.AsSpan(3), little: false), U16(header.AsSpan(1), little: false), header[5]);
        }
        return null;
    }

    /// <summary>The segments before the pixels; for each one the file stands at its content.</summary>
    private static IEnumerable<(byte Marker, int Length)> Segments(FileStream file)
    {
        var head = new byte[4];
        file.Seek(2, SeekOrigin.Begin);
        while (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head[0] == 0xFF && head[1] != 0xDA)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)) - 2;
            if (length < 0) yield break;
            var next = file.Position + length;
            yield return (head[1], length);
            file.Seek(next, SeekOrigin.Begin);
        }
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

namespace AwardArchive.Tests.Damage;

/// <summary>JPEG files made from a sound one by changing one segment (markers: ITU-T T.81, table B.1).</summary>
internal static class HostileJpeg
{
    private const byte Frame = 0xC0;
    private const byte HuffmanTable = 0xC4;
    private const byte StartOfScan = 0xDA;
    private const byte Quantization = 0xDB;

    public static IEnumerable<(string Damage, byte[] Bytes)> All(byte[] sound)
    {
        yield return ("size 65,535", Change(sound, Frame, segment => Put(segment, 5, 0xFF, 0xFF, 0xFF, 0xFF)));
        yield return ("size 9,900 × 9,900", Change(sound, Frame, segment => Put(segment, 5, 0x26, 0xAC, 0x26, 0xAC)));
        yield return ("height 0", Change(sound, Frame, segment => Put(segment, 5, 0, 0)));
        yield return ("width 0", Change(sound, Frame, segment => Put(segment, 7, 0, 0)));
        yield return ("12 bits a sample", Change(sound, Frame, segment => Put(segment, 4, 12)));
        yield return ("255 components", Change(sound, Frame, segment => Put(segment, 9, 255)));
        yield return ("no component", Change(sound, Frame, segment => Put(segment, 9, 0)));
        yield return ("sampling factors of 15", Change(sound, Frame, segment => Put(segment, 11, 0xFF)));
        yield return ("a quantization table that is not there", Change(sound, Frame, segment => Put(segment, 12, 3)));
        yield return ("progressive by name only", Change(sound, Frame, segment => Put(segment, 1, 0xC2)));
        yield return ("arithmetic by name only", Change(sound, Frame, segment => Put(segment, 1, 0xC9)));
        yield return ("lossless by name only", Change(sound, Frame, segment => Put(segment, 1, 0xC3)));
        yield return ("no frame", Change(sound, Frame, _ => []));
        yield return ("two frames", Change(sound, Frame, segment => [.. segment, .. segment]));
        yield return ("no Huffman tables", Change(sound, HuffmanTable, _ => []));
        yield return ("Huffman tables with too many codes", Change(sound, HuffmanTable, segment => Put(segment, 5, 255, 255, 255, 255, 255, 255, 255, 255)));
        yield return ("Huffman tables without codes", Change(sound, HuffmanTable, segment => Put(segment, 5, new byte[16])));
        yield return ("Huffman tables of class 15", Change(sound, HuffmanTable, segment => Put(segment, 4, 0xFF)));
        yield return ("Huffman values beyond 15", Change(sound, HuffmanTable, segment => Put(segment, segment.Length - 4, 0xFF, 0xFF, 0xFF, 0xFF)));
        yield return ("no quantization", Change(sound, Quantization, _ => []));
        yield return ("quantization by zero", Change(sound, Quantization, segment => Put(segment, 5, new byte[64])));
        yield return ("a scan of unknown components", Change(sound, StartOfScan, segment => Put(segment, 5, 77)));
        yield return ("a scan of four components", Change(sound, StartOfScan, segment => Put(segment, 4, 4)));
        yield return ("a scan without pixels", [.. sound[..ScanEnd(sound)], 0xFF, 0xD9]);
        yield return ("a scan of noise", [.. sound[..ScanEnd(sound)], .. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 7919 % 255)), 0xFF, 0xD9]);
        yield return ("a scan of ones", [.. sound[..ScanEnd(sound)], .. Enumerable.Range(0, 5_000).Select(i => (byte)(i % 2 == 0 ? 0xFF : 0)), 0xFF, 0xD9]);
        yield return ("only restarts", [.. sound[..ScanEnd(sound)], .. Enumerable.Range(0, 5_000).SelectMany(i => new byte[] { 0xFF, (byte)(0xD0 + (i % 8)) }), 0xFF, 0xD9]);
        yield return ("two hundred scans", [.. sound[..^2], .. Enumerable.Repeat(sound[ScanStart(sound)..^2], 200).SelectMany(scan => scan), 0xFF, 0xD9]);
        yield return ("an Exif directory that points at itself", Exif(sound, [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8]));
        yield return ("an Exif directory beyond the file", Exif(sound, [.. "II*\0"u8, 0xFF, 0xFF, 0xFF, 0x7F]));
        yield return ("an Exif directory of 65,535 entries", Exif(sound, [.. "II*\0"u8, 8, 0, 0, 0, 0xFF, 0xFF, 0, 0]));
        yield return ("Exif orientation 99", Exif(sound, [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 99, 0, 0, 0, 0, 0, 0]));
        yield return ("no resolution", [.. sound[..13], 0, 0, 0, 0, 0, .. sound[18..]]);
        yield return ("two thousand comments", [.. sound[..2], .. Enumerable.Repeat(new byte[] { 0xFF, 0xFE, 0, 6, 1, 2, 3, 4 }, 2_000).SelectMany(bytes => bytes), .. sound[2..]]);
        yield return ("a segment longer than the file", [.. sound[..2], 0xFF, 0xE1, 0xFF, 0xFF, .. sound[2..200]]);
        yield return ("a segment of no length", [.. sound[..2], 0xFF, 0xE1, 0, 0, .. sound[2..]]);
    }

    private static byte[] Put(byte[] segment, int at, params byte[] bytes)
    {
        var copy = segment.ToArray();
        bytes.AsSpan(0, Math.Min(bytes.Length, copy.Length - at)).CopyTo(copy.AsSpan(at));
        return copy;
    }

    /// <summary>Every segment with this marker becomes what the change makes of it.</summary>
    private static byte[] Change(byte[] jpeg, byte marker, Func<byte[], byte[]> change)
    {
        var result = jpeg[..2].ToList();
        var at = 2;
        while (true)
        {
            var end = SegmentEnd(jpeg, at);
            result.AddRange(jpeg[at + 1] == marker ? change(jpeg[at..end]) : jpeg[at..end]);
            var isScan = jpeg[at + 1] == StartOfScan;
            at = end;
            if (isScan) return [.. result, .. jpeg[at..]];
        }
    }

    private static byte[] Exif(byte[] jpeg, byte[] tiff)
    {
        byte[] block = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((block.Length + 2) >> 8), (byte)(block.Length + 2), .. block, .. jpeg[2..]];
    }

    private static int ScanStart(byte[] jpeg)
    {
        var at = 2;
        while (jpeg[at + 1] != StartOfScan) at = SegmentEnd(jpeg, at);
        return at;
    }

    private static int ScanEnd(byte[] jpeg) => SegmentEnd(jpeg, ScanStart(jpeg));

    private static int SegmentEnd(byte[] jpeg, int at) => at + 2 + ((jpeg[at + 2] << 8) | jpeg[at + 3]);
}

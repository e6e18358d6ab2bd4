using System.Buffers.Binary;
using System.Text;

namespace AwardArchive.Recognition.Exports;

/// <summary>
/// An ICC profile of sRGB, version 2.1, made from the published numbers: which colors the images of a PDF mean. No profile of others ships with us.
/// </summary>
/// <remarks>
/// Primaries and curve: IEC 61966-2-1; as the ICC has them, seen under D50 by the Bradford transform. Layout: ICC.1:2001-04.
/// </remarks>
internal static class SrgbProfile
{
    private const int HeaderSize = 128;
    private const int CurvePoints = 256;

    public const int Components = 3;

    public const string Name = "sRGB IEC61966-2.1";

    public static byte[] Bytes { get; } = Build();

    private static byte[] Build()
    {
        var curve = Curve();
        (string Tag, byte[] Content)[] tags =
        [
            ("desc", Description(Name)),
            ("cprt", [.. "text\0\0\0\0"u8, .. "No copyright, use freely\0"u8]),
            ("wtpt", Xyz(0.96420, 1.00000, 0.82491)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var table = new List<byte>(Number(tags.Length));
        var contents = new List<byte>();
        var placed = new Dictionary<byte[], int>();
        var first = HeaderSize + 4 + (12 * tags.Length);
        foreach (var (tag, content) in tags)
        {
            if (!placed.TryGetValue(content, out var at))
            {
                placed[content] = at = first + contents.Count;
                contents.AddRange(content);
                while (contents.Count % 4 != 0) contents.Add(0);
            }
            table.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Number(at), .. Number(content.Length)]);
        }
        return [.. Header(first + contents.Count), .. table, .. contents];
    }

    private static byte[] Header(int size)
    {
        var header = new byte[HeaderSize];
        Number(size).CopyTo(header, 0);
        header[8] = 2; // version 2.1
        header[9] = 0x10;
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        ((byte[])[7, 0xD0, 0, 1, 0, 1]).CopyTo(header, 24); // a date must stand there: 1 January 2000
        "acsp"u8.CopyTo(header.AsSpan(36));
        Xyz(0.96420, 1.00000, 0.82491).AsSpan(8).CopyTo(header.AsSpan(68)); // illuminant: D50, always
        return header;
    }

    private static byte[] Description(string text)
    {
        // ASCII with its length and its zero, no Unicode (code, count), no Macintosh script (code, count, 67 bytes).
        return [.. "desc\0\0\0\0"u8, .. Number(text.Length + 1), .. Encoding.ASCII.GetBytes(text), 0, .. new byte[4 + 4 + 2 + 1 + 67]];
    }

    private static byte[] Xyz(double x, double y, double z) => [.. "XYZ \0\0\0\0"u8, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Curve()
    {
        var curve = new List<byte>([.. "curv\0\0\0\0"u8, .. Number(CurvePoints)]);
        for (var i = 0; i < CurvePoints; i++)
        {
            var value = i / (CurvePoints - 1.0);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            var sample = (int)Math.Round(linear * 0xFFFF);
            curve.AddRange([(byte)(sample >> 8), (byte)sample]);
        }
        return [.. curve];
    }

    /// <summary>15 bits before, 16 after the point.</summary>
    private static byte[] Fixed(double value) => Number((int)Math.Round(value * 0x10000));

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}

using System.Buffers.Binary;
using AwardArchive.Recognition.Workers;

namespace AwardArchive.Recognition.Exports;

/// <summary>A page image as it goes into a PDF: the coded bytes of the file as they are, wherever PDF knows the coding.</summary>
/// <param name="Dictionary">Of the image, without its length.</param>
/// <param name="Runs">Of the file.</param>
internal sealed record PdfImage(string Dictionary, IReadOnlyList<ByteRun> Runs)
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the structure of an image, not its pixels.</summary>
    /// <returns>Null for what PDF cannot hold as it is: interlaced or transparent PNG, JPEG of unusual samples or coding.</returns>
    public static PdfImage? Find(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[PngSignature.Length];
        file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan().SequenceEqual(PngSignature) ? FindPng(file) : FindJpeg(path, file.Length);
    }

    private static PdfImage? FindJpeg(string path, long length) =>
        JpegFile.ReadFrame(path) is { Process: <= 0xC2, Precision: 8, Components: 1 or 3 } frame
            ? new(Common(frame.Width, frame.Height, 8, frame.Components == 1 ? "/DeviceGray" : "/DeviceRGB") + " /Filter /DCTDecode", [new(0, length)])
            : null;

    /// <summary>The data chunks of a PNG, joined, are just what a Flate stream with PNG predictors is (ISO 32000-1, 7.4.4.4).</summary>
    private static PdfImage? FindPng(FileStream file)
    {
        var data = new List<ByteRun>();
        byte[] header = [], palette = [];
        var head = new byte[8];
        while (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var content = file.Position;
            switch (head.AsSpan(4))
            {
                case [(byte)'I', (byte)'H', (byte)'D', (byte)'R'] when length == 13:
                    header = Read(file, 13);
                    break;
                case [(byte)'P', (byte)'L', (byte)'T', (byte)'E'] when length <= 3 * 256:
                    palette = Read(file, (int)length);
                    break;
                case [(byte)'I', (byte)'D', (byte)'A', (byte)'T']:
                    data.Add(new(content, length));
                    break;
                case [(byte)'t', (byte)'R', (byte)'N', (byte)'S']:
                    return null;
            }
            file.Position = content + length + 4; // the checksum
        }
        if (header is not [.., var depth, var color, 0, 0, 0] || data.Count == 0) return null;
        var (colors, space) = color switch
        {
            0 => (1, "/DeviceGray"),
            2 => (3, "/DeviceRGB"),
            3 when palette.Length >= 3 => (1, $"[/Indexed /DeviceRGB {(palette.Length / 3) - 1} <{Convert.ToHexString(palette)}>]"),
            _ => (0, ""),
        };
        if (colors == 0) return null;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        return new(
            Common(width, height, depth, space)
            + $" /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {colors} /BitsPerComponent {depth} /Columns {width} >>",
            data);
    }

    private static byte[] Read(FileStream file, int count)
    {
        var bytes = new byte[count];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static string Common(int width, int height, int depth, string space) =>
        $"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent {depth} /ColorSpace {space}";
}

using System.Text;

namespace AwardArchive.Capture;

/// <summary>Walks the chunks of a PNG file (W3C PNG, third edition, section 5) and checks each one's sum.</summary>
internal static class PngInspector
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOfByte)];

    /// <exception cref="EndOfStreamException">The file ends before the image does.</exception>
    /// <exception cref="CaptureRefusedException">It is no sound PNG, or too large.</exception>
    public static void Inspect(ByteScanner bytes, CaptureOptions limits)
    {
        bytes.Skip(8); // seen by the signature
        ImageLimits.CheckSize(ReadHeader(bytes), limits);
        for (var hasData = false; ;)
        {
            var length = bytes.ReadUInt32BigEndian();
            var type = ReadChunk(bytes, length);
            hasData |= type == "IDAT";
            if (type != "IEND") continue;
            if (!hasData) throw Damaged("không có dữ liệu ảnh");
            return;
        }
    }

    private static ImageSize ReadHeader(ByteScanner bytes)
    {
        var length = bytes.ReadUInt32BigEndian();
        var content = new List<byte>(13);
        if (length != 13 || ReadChunk(bytes, length, piece => content.AddRange(piece)) != "IHDR") throw Damaged("thiếu phần đầu ảnh");
        var (width, height) = (ReadUInt32(content, 0), ReadUInt32(content, 4));
        var (depth, color) = (content[8], content[9]);
        var known = color switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!known || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue) throw Damaged("phần đầu ảnh sai");
        return new(width, height);
    }

    /// <summary>Reads type, content and sum of a chunk whose length was read.</summary>
    private static string ReadChunk(ByteScanner bytes, uint length, ByteScanner.PieceAction? take = null)
    {
        if (length > int.MaxValue) throw Damaged("độ dài khối sai");
        var crc = uint.MaxValue;
        var type = new List<byte>(4);
        bytes.Read(4, piece =>
        {
            type.AddRange(piece);
            crc = Update(crc, piece);
        });
        if (!type.TrueForAll(letter => char.IsAsciiLetter((char)letter))) throw Damaged("tên khối sai");
        bytes.Read(length, piece =>
        {
            take?.Invoke(piece);
            crc = Update(crc, piece);
        });
        if (bytes.ReadUInt32BigEndian() != ~crc) throw Damaged("sai mã kiểm tra");
        return Encoding.ASCII.GetString([.. type]);
    }

    private static uint ReadUInt32(List<byte> from, int at) =>
        ((uint)from[at] << 24) | ((uint)from[at + 1] << 16) | ((uint)from[at + 2] << 8) | from[at + 3];

    private static uint Update(uint crc, ReadOnlySpan<byte> piece)
    {
        foreach (var one in piece) crc = CrcTable[(byte)(crc ^ one)] ^ (crc >> 8);
        return crc;
    }

    private static uint CrcOfByte(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }

    private static CaptureRefusedException Damaged(string what) => new(CaptureProblem.DamagedFile, $"Ảnh PNG bị hỏng: {what}.");
}

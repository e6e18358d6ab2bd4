namespace AwardArchive.Capture;

/// <summary>Walks the markers of a JPEG file (ITU-T T.81, annex B) from its start to its end.</summary>
internal static class JpegInspector
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <exception cref="EndOfStreamException">The file ends before the image does.</exception>
    /// <exception cref="CaptureRefusedException">It is no sound JPEG, of a process that common readers do not know, or too large.</exception>
    public static void Inspect(ByteScanner bytes, CaptureOptions limits)
    {
        bytes.Skip(2); // start of image, seen by the signature
        var framed = false;
        var scanned = false;
        for (var marker = NextMarker(bytes); marker != EndOfImage;)
        {
            if (HasSegment(marker))
            {
                var length = bytes.ReadUInt16BigEndian() - 2;
                if (IsFrame(marker))
                {
                    if (framed || length < 5) throw Damaged("phần đầu ảnh sai");
                    ImageLimits.CheckSize(ReadFrame(bytes, marker), limits);
                    framed = true;
                    length -= 5;
                }
                if (length < 0) throw Damaged("độ dài đoạn sai");
                bytes.Skip(length);
            }
            if (marker == StartOfScan)
            {
                if (!framed) throw Damaged("thiếu phần đầu ảnh");
                scanned = true;
                marker = MarkerAfterScan(bytes);
            }
            else
            {
                marker = NextMarker(bytes);
            }
        }
        if (!scanned) throw Damaged("không có dữ liệu ảnh");
    }

    private static bool HasSegment(byte marker) => marker is not (0x01 or >= 0xD0 and <= 0xD8);

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageSize ReadFrame(ByteScanner bytes, byte marker)
    {
        // Baseline, extended and progressive, Huffman or arithmetic; the rest are lossless and hierarchical.
        if (marker is not (0xC0 or 0xC1 or 0xC2 or 0xC9 or 0xCA))
            throw new CaptureRefusedException(CaptureProblem.UnsupportedType, "Ảnh JPEG thuộc kiểu nén không được hỗ trợ (không mất dữ liệu hoặc phân cấp).");
        bytes.Skip(1); // precision
        var height = bytes.ReadUInt16BigEndian();
        var width = bytes.ReadUInt16BigEndian();
        return width > 0 && height > 0 ? new(width, height) : throw Damaged("kích thước ảnh bằng không");
    }

    private static byte NextMarker(ByteScanner bytes)
    {
        if (bytes.ReadByte() != 0xFF) throw Damaged("sai cấu trúc đoạn");
        var marker = bytes.ReadByte();
        while (marker == 0xFF) marker = bytes.ReadByte(); // fill bytes
        return marker != 0 ? marker : throw Damaged("sai cấu trúc đoạn");
    }

    /// <summary>In entropy-coded data FF is followed by 00, by a restart marker, by fill, or by the marker that ends the scan.</summary>
    private static byte MarkerAfterScan(ByteScanner bytes)
    {
        while (true)
        {
            bytes.SkipPast(0xFF);
            var marker = bytes.ReadByte();
            while (marker == 0xFF) marker = bytes.ReadByte();
            if (marker is not (0 or >= 0xD0 and <= 0xD7)) return marker;
        }
    }

    private static CaptureRefusedException Damaged(string what) => new(CaptureProblem.DamagedFile, $"Ảnh JPEG bị hỏng: {what}.");
}

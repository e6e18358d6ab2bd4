using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace AwardArchive.Capture;

/// <summary>Follows the image file directories of a classic TIFF (TIFF 6.0, section 2) and checks that their image data lie in the file.</summary>
/// <remarks>Every directory counts as a page, as libtiff and Leptonica count them, so that page n is the same one for all.</remarks>
internal sealed class TiffInspector
{
    private const ushort Short = 3;
    private const ushort Long = 4;

    private readonly SafeFileHandle _file;
    private readonly long _length;
    private readonly bool _bigEndian;
    private readonly CaptureOptions _limits;

    /// <summary>Bytes of directories and tables that may still be read: where they share bytes, the work would else outgrow the file.</summary>
    private long _tableBudget;

    private TiffInspector(SafeFileHandle file, CaptureOptions limits)
    {
        _file = file;
        _length = RandomAccess.GetLength(file);
        _limits = limits;
        _tableBudget = _length;
        Span<byte> order = stackalloc byte[1];
        ReadAt(0, order);
        _bigEndian = order[0] == 'M';
    }

    /// <returns>The number of pages.</returns>
    /// <exception cref="EndOfStreamException">Something named in the file lies beyond its end.</exception>
    /// <exception cref="CaptureRefusedException">It is no sound TIFF, or has too many pages or pixels.</exception>
    public static int CountPages(SafeFileHandle file, CaptureOptions limits, CancellationToken cancellationToken)
    {
        var tiff = new TiffInspector(file, limits);
        var seen = new HashSet<uint>();
        for (var at = tiff.ReadUInt32(4); at != 0; at = tiff.InspectDirectory(at))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add(at)) throw Damaged("các trang trỏ vòng quanh");
            ImageLimits.CheckPages(seen.Count, limits);
        }
        return seen.Count > 0 ? seen.Count : throw Damaged("không có trang nào");
    }

    /// <returns>The offset of the next directory; 0 at the end.</returns>
    private uint InspectDirectory(uint at)
    {
        var count = ReadUInt16(at);
        if (count == 0) throw Damaged("thư mục trang rỗng");
        var bytes = new byte[count * 12];
        Spend(bytes.Length);
        ReadAt(at + 2L, bytes);
        var directory = new Directory(this, bytes);

        var (width, height) = (directory.Number(256), directory.Number(257));
        if (width is null or 0 || height is null or 0) throw Damaged("thiếu kích thước ảnh");
        ImageLimits.CheckSize(new(width.Value, height.Value), _limits);

        var data = directory.Table(273) ?? directory.Table(324) ?? throw Damaged("thiếu dữ liệu ảnh");
        CheckData(data, directory.Table(279) ?? directory.Table(325));
        return ReadUInt32(at + 2L + bytes.Length);
    }

    /// <summary>Every strip or tile must lie in the file as a whole. Old writers left out the sizes: then its start must.</summary>
    private void CheckData(Table offsets, Table? sizes)
    {
        if (sizes is { } && sizes.Count < offsets.Count) throw Damaged("thiếu độ dài dữ liệu ảnh");
        Spend(offsets.ByteLength + (sizes?.ByteLength ?? 0));

        using var starts = offsets.Values().GetEnumerator();
        using var lengths = (sizes?.Values() ?? Enumerable.Repeat(1u, (int)offsets.Count)).GetEnumerator();
        while (starts.MoveNext() && lengths.MoveNext())
        {
            if (lengths.Current > 0 && starts.Current + (long)lengths.Current > _length) throw new EndOfStreamException();
        }
    }

    private void Spend(long bytes)
    {
        _tableBudget -= bytes;
        if (_tableBudget < 0) throw Damaged("bảng dữ liệu ảnh sai");
    }

    private ushort ReadUInt16(long at)
    {
        Span<byte> bytes = stackalloc byte[2];
        ReadAt(at, bytes);
        return ToUInt16(bytes);
    }

    private uint ReadUInt32(long at)
    {
        Span<byte> bytes = stackalloc byte[4];
        ReadAt(at, bytes);
        return ToUInt32(bytes);
    }

    private void ReadAt(long at, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(_file, bytes, at);
            if (read == 0) throw new EndOfStreamException();
            bytes = bytes[read..];
            at += read;
        }
    }

    private ushort ToUInt16(ReadOnlySpan<byte> bytes) =>
        _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private uint ToUInt32(ReadOnlySpan<byte> bytes) =>
        _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static CaptureRefusedException Damaged(string what) => new(CaptureProblem.DamagedFile, $"Ảnh TIFF bị hỏng: {what}.");

    /// <summary>The entries of one directory: tag, type, count, and the value or where it is.</summary>
    private sealed class Directory(TiffInspector tiff, byte[] entries)
    {
        public uint? Number(ushort tag) => Table(tag) is { Count: 1 } table ? table.Values().First() : null;

        /// <returns>Null when there is no such entry.</returns>
        public Table? Table(ushort tag)
        {
            for (var at = 0; at < entries.Length; at += 12)
            {
                var entry = entries.AsSpan(at, 12);
                if (tiff.ToUInt16(entry) != tag) continue;
                var type = tiff.ToUInt16(entry[2..]);
                var count = tiff.ToUInt32(entry[4..]);
                if (type is not (Short or Long) || count is 0 or > int.MaxValue) throw Damaged("mục dữ liệu sai");
                return new Table(tiff, type == Short ? 2 : 4, count, entry[8..].ToArray());
            }
            return null;
        }
    }

    /// <summary>Numbers of one entry, read in pieces.</summary>
    private sealed class Table(TiffInspector tiff, int width, uint count, byte[] field)
    {
        public uint Count => count;

        public long ByteLength => (long)width * count;

        public IEnumerable<uint> Values()
        {
            var piece = new byte[Math.Min(ByteLength, 64 * 1024)];
            var at = tiff.ToUInt32(field);
            for (var done = 0L; done < ByteLength; done += piece.Length)
            {
                var bytes = piece.AsMemory(0, (int)Math.Min(piece.Length, ByteLength - done));
                if (ByteLength <= field.Length) field.AsMemory(0, bytes.Length).CopyTo(bytes);
                else tiff.ReadAt(at + done, bytes.Span);
                for (var next = 0; next < bytes.Length; next += width)
                    yield return width == 2 ? tiff.ToUInt16(bytes.Span[next..]) : tiff.ToUInt32(bytes.Span[next..]);
            }
        }
    }
}

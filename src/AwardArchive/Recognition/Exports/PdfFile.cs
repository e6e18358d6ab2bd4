using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace AwardArchive.Recognition.Exports;

/// <summary>Where a run of bytes stands in a file.</summary>
internal readonly record struct ByteRun(long Offset, long Length);

/// <summary>
/// Writes a PDF front to back: objects in any order, then the table of where each one stands (ISO 32000-1, 7.5). What is added waits in
/// memory until it is flushed; only the bytes of images go to the output at once.
/// </summary>
/// <remarks>The file's name for itself (14.4) is made of its content: the same content gives the same file.</remarks>
internal sealed class PdfFile
{
    private const int IdentifierBytes = 16;

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _waiting = new();
    private readonly List<long> _offsets = [];
    private readonly IncrementalHash _content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _flushed;

    /// <param name="output">Need not seek; left open.</param>
    /// <param name="version"><c>1.4</c> to <c>1.7</c>.</param>
    public PdfFile(Stream output, string version)
    {
        _output = output;
        // The comment of bytes over 127 tells transfer programs that the file is not text (ISO 32000-1, 7.5.2).
        Write($"%PDF-{version}\n");
        _waiting.Write("%\u00e2\u00e3\u00cf\u00d3\n"u8);
    }

    /// <summary>A text string of PDF: UTF-16 with its mark, in hexadecimal.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>The number of an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count;
    }

    /// <returns>Its number.</returns>
    public int Add(string body)
    {
        var number = Reserve();
        Put(number, body);
        return number;
    }

    /// <summary>Writes an object whose number was reserved.</summary>
    public void Put(int number, string body)
    {
        Begin(number);
        Write($"{body}\nendobj\n");
    }

    /// <param name="dictionary">Without its length.</param>
    /// <param name="content">Coded as the dictionary says.</param>
    /// <returns>Its number.</returns>
    public int AddStream(string dictionary, ReadOnlySpan<byte> content)
    {
        var number = BeginStream(dictionary, content.Length);
        _waiting.Write(content);
        EndStream();
        return number;
    }

    /// <summary>Adds a stream that is packed here.</summary>
    public int AddPacked(string dictionary, ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(content);
        return AddStream($"{dictionary} /Filter /FlateDecode", packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>Adds a stream of any size from a file, in constant memory.</summary>
    /// <param name="dictionary">Without its length.</param>
    /// <param name="path">Only read.</param>
    /// <param name="runs">The parts of the file that make up the content, in order.</param>
    /// <param name="cancellationToken">The file is then of no use.</param>
    /// <exception cref="EndOfStreamException">A part lies beyond the end of the file.</exception>
    public async Task<int> AddStreamAsync(string dictionary, string path, IReadOnlyList<ByteRun> runs, CancellationToken cancellationToken)
    {
        var number = BeginStream(dictionary, runs.Sum(run => run.Length));
        await FlushAsync(cancellationToken);
        using var file = File.OpenHandle(path, options: FileOptions.Asynchronous);
        var piece = new byte[64 * 1024];
        foreach (var run in runs)
        {
            for (var at = 0L; at < run.Length;)
            {
                var read = await RandomAccess.ReadAsync(file, piece.AsMemory(0, (int)Math.Min(piece.Length, run.Length - at)), run.Offset + at, cancellationToken);
                if (read == 0) throw new EndOfStreamException();
                _content.AppendData(piece, 0, read);
                await _output.WriteAsync(piece.AsMemory(0, read), cancellationToken);
                at += read;
            }
            _flushed += run.Length;
        }
        EndStream();
        return number;
    }

    /// <summary>Writes the table and the trailer. Every reserved number must have been written.</summary>
    public void Finish(int catalog, int? information = null)
    {
        var table = _flushed + _waiting.WrittenCount;
        var entries = new StringBuilder($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in _offsets) entries.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        var info = information is null ? "" : $" /Info {information} 0 R";
        _content.AppendData(_waiting.WrittenSpan);
        var identifier = Convert.ToHexString(_content.GetHashAndReset().AsSpan(0, IdentifierBytes));
        Write($"{entries}trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R{info} /ID [<{identifier}> <{identifier}>] >>\nstartxref\n{table}\n%%EOF\n");
    }

    public void Flush()
    {
        _content.AppendData(_waiting.WrittenSpan);
        _output.Write(_waiting.WrittenSpan);
        _flushed += _waiting.WrittenCount;
        _waiting.ResetWrittenCount();
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        _content.AppendData(_waiting.WrittenSpan);
        await _output.WriteAsync(_waiting.WrittenMemory, cancellationToken);
        _flushed += _waiting.WrittenCount;
        _waiting.ResetWrittenCount();
    }

    private int BeginStream(string dictionary, long length)
    {
        var number = Reserve();
        Begin(number);
        Write($"<< {dictionary} /Length {length} >>\nstream\n");
        return number;
    }

    private void EndStream() => Write("\nendstream\nendobj\n");

    private void Begin(int number)
    {
        _offsets[number - 1] = _flushed + _waiting.WrittenCount;
        Write($"{number} 0 obj\n");
    }

    private void Write(string text) => _waiting.Write(Encoding.ASCII.GetBytes(text));
}

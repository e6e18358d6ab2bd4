using System.Buffers.Binary;
using Lucene.Net.Store;

namespace AwardArchive.Indexing;

/// <summary>Reads a mapped file, or a part of it; every read is checked against its end.</summary>
internal sealed unsafe class MappedInput : IndexInput
{
    private readonly MappedFile file;
    private readonly byte* start;
    private readonly long length;
    private long position;

    public MappedInput(string description, MappedFile file)
        : this(description, file, 0, file.Length)
    {
    }

    /// <exception cref="EndOfStreamException">The part does not lie in the file.</exception>
    public MappedInput(string description, MappedFile file, long offset, long length)
        : base(description)
    {
        if (offset < 0 || length < 0 || offset > file.Length - length) throw new EndOfStreamException($"{description} ends behind its file.");
        (this.file, this.length) = (file, length);
        start = file.Start + offset;
    }

    public override long Position => position;

    public override long Length => length;

    public override void Seek(long pos)
    {
        if (pos < 0 || pos > length) throw new EndOfStreamException($"{this} has no byte {pos}.");
        position = pos;
    }

    public override byte ReadByte()
    {
        var value = *Take(1);
        GC.KeepAlive(file);
        return value;
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        new ReadOnlySpan<byte>(Take(len), len).CopyTo(b.AsSpan(offset, len));
        GC.KeepAlive(file);
    }

    public override short ReadInt16()
    {
        var value = BinaryPrimitives.ReadInt16BigEndian(new ReadOnlySpan<byte>(Take(sizeof(short)), sizeof(short)));
        GC.KeepAlive(file);
        return value;
    }

    public override int ReadInt32()
    {
        var value = BinaryPrimitives.ReadInt32BigEndian(new ReadOnlySpan<byte>(Take(sizeof(int)), sizeof(int)));
        GC.KeepAlive(file);
        return value;
    }

    public override long ReadInt64()
    {
        var value = BinaryPrimitives.ReadInt64BigEndian(new ReadOnlySpan<byte>(Take(sizeof(long)), sizeof(long)));
        GC.KeepAlive(file);
        return value;
    }

    // VInts are of this class's own bytes too: a virtual call for each byte is what makes them dear.
    public override int ReadVInt32() => (int)ReadVInt(mostBits: 35);

    public override long ReadVInt64() => ReadVInt(mostBits: 63);

    private long ReadVInt(int mostBits)
    {
        var value = 0L;
        for (var shift = 0; shift < mostBits; shift += 7)
        {
            var next = *Take(1);
            value |= (long)(next & 0x7F) << shift;
            if (next >= 0x80) continue;
            GC.KeepAlive(file);
            return value;
        }
        throw new IOException($"{this} has a number that is too long.");
    }

    protected override void Dispose(bool disposing)
    {
        // The file goes with the last of its readers.
    }

    private byte* Take(long count)
    {
        var from = position;
        if (count > length - from) throw new EndOfStreamException($"{this} ends before byte {from + count}.");
        position = from + count;
        return start + from;
    }
}

using System.IO.MemoryMappedFiles;
using Lucene.Net.Store;

namespace AwardArchive.Indexing;

/// <summary>Files of an index on disk, read where the system keeps them in memory: no copy, no call, no lock.</summary>
/// <remarks>
/// Lucene.NET's own directories read through one stream a file under a lock, which made half of a search's time and let no second one run beside it: see
/// docs/decisions on the index's directory.
/// </remarks>
internal sealed class MappedDirectory(DirectoryInfo folder, LockFactory locks) : FSDirectory(folder, locks)
{
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        return new MappedInput(name, MappedFile.Open(PathOf(name)));
    }

    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(MappedFile.Open(PathOf(name)));
    }

    private string PathOf(string name) => Path.Combine(m_directory.FullName, name);

    /// <summary>Opens the parts of a file that holds several.</summary>
    private sealed class Slicer(MappedFile file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) => new MappedInput(sliceDescription, file, offset, length);

        [Obsolete("Lucene says so.")]
        public override IndexInput OpenFullSlice() => OpenSlice("all", 0, file.Length);

        protected override void Dispose(bool disposing)
        {
            // The file goes with the last of its readers.
        }
    }
}

/// <summary>A file in memory, for as long as anybody holds this object.</summary>
/// <remarks>
/// Never unmapped by hand: a reader that came too late would end the process. The collector does it when nobody is left; until then Linux keeps the
/// bytes of a deleted file.
/// </remarks>
internal sealed unsafe class MappedFile
{
    private readonly MemoryMappedViewAccessor? view;

    private MappedFile(MemoryMappedViewAccessor? view, long length)
    {
        this.view = view;
        Length = length;
        if (view is null) return;
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Start = start + view.PointerOffset;
    }

    ~MappedFile()
    {
        view?.SafeMemoryMappedViewHandle.ReleasePointer();
    }

    /// <summary>Its first byte; null when it has none.</summary>
    public byte* Start { get; }

    public long Length { get; }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static MappedFile Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (stream.Length == 0) return new(null, 0);
        using var mapping = MemoryMappedFile.CreateFromFile(stream, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new(mapping.CreateViewAccessor(0, stream.Length, MemoryMappedFileAccess.Read), stream.Length);
    }
}

namespace AwardArchive.Capture;

/// <summary>All bytes of an arriving file, in scratch. Disposal deletes them, unless the object store has taken the file.</summary>
internal sealed class ReceivedFile(string path, long byteSize, string sha256) : IDisposable
{
    public string Path { get; } = path;

    public long ByteSize { get; } = byteSize;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; } = sha256;

    public void Dispose() => File.Delete(Path);
}

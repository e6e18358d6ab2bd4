namespace AwardArchive.Recognition.Exports;

/// <summary>An export on its way to where it was asked for. As a file it appears under its name when it is whole, and not at all before.</summary>
internal sealed class ExportFile : IAsyncDisposable
{
    private readonly Stream _output;
    private readonly string? _unfinished;
    private readonly IPageExport _export;

    /// <summary>Into a file.</summary>
    /// <param name="format">What to write.</param>
    /// <param name="path">In a folder that exists; a file already there is replaced as a whole.</param>
    /// <param name="fileName">Of the original.</param>
    /// <param name="flatten">For page images that PDF cannot hold as they are.</param>
    public ExportFile(ExportFormat format, string path, string fileName, FlattenImage? flatten = null)
    {
        Path = path;
        // Hidden, on the same file system, and of no one else: two runs may write the same file.
        _unfinished = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, $".{Guid.NewGuid():N}.part");
        _output = new FileStream(_unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        _export = format.Open(_output, fileName, flatten);
    }

    /// <summary>Straight into a stream, which is closed at the end.</summary>
    public ExportFile(ExportFormat format, Stream output, string fileName, FlattenImage? flatten = null) =>
        (_output, _export) = (output, format.Open(output, fileName, flatten));

    /// <summary>Into whatever the export does with the pages; no file is made.</summary>
    public ExportFile(IPageExport export) => (_output, _export) = (Stream.Null, export);

    /// <summary>Where it will lie; null for a stream.</summary>
    public string? Path { get; }

    public Task AddAsync(ExportPage page, CancellationToken cancellationToken) => _export.AddAsync(page, cancellationToken);

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _export.CompleteAsync(cancellationToken);
        await _output.DisposeAsync();
        if (Path is not null) File.Move(_unfinished!, Path, overwrite: true);
    }

    /// <summary>What is not complete vanishes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _output.DisposeAsync();
        if (_unfinished is not null) File.Delete(_unfinished);
    }
}

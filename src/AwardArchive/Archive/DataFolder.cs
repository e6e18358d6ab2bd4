using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

/// <summary>Another process writes to this data folder.</summary>
public sealed class DataFolderInUseException(string folder)
    : IOException($"Another process holds the data folder {folder}.")
{
    public string Folder { get; } = folder;
}

/// <summary>The data folder in the hands of the one process that may write to it, until disposed or dead.</summary>
internal sealed partial class DataFolder(
    IOptions<ArchiveOptions> options, IDbContextFactory<CatalogDbContext> contexts, Catalog catalog, IObjectStore objects, SecondStore second,
    ILogger<DataFolder> log) : IDisposable
{
    private FileStream? held;

    /// <summary>Takes the folder, brings the catalog to the present schema and clears away what a killed process left.</summary>
    /// <exception cref="DataFolderInUseException">Another process holds it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    /// <exception cref="OptionsValidationException">A server that is used answers that a setting is wrong.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (held is not null) return;
        var folder = Path.GetFullPath(options.Value.DataFolder);
        Directory.CreateDirectory(folder);
        held = Hold(Path.Combine(folder, ".lock"), folder);
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await db.PrepareAsync(cancellationToken);
            if (!db.IsShared) await catalog.ReleaseAllAsync(cancellationToken);
        }
        var scratch = options.Value.ScratchFolder;
        if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        Directory.CreateDirectory(scratch);
        await CheckAsync(objects, "its objects", cancellationToken);
        if (second.Objects is { } copies) await CheckAsync(copies, "its second store", cancellationToken);
    }

    public void Dispose() => held?.Dispose();

    private async Task CheckAsync(IObjectStore store, string what, CancellationToken cancellationToken)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
        }
        catch (ObjectStoreUnavailableException e)
        {
            Log.StoreIsAway(log, what, e.Message);
        }
    }

    private static FileStream Hold(string path, string folder)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException)
            && !Posix.IsStorageFull(e))
        {
            throw new DataFolderInUseException(folder);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The archive starts without {What}: {Why}")]
        public static partial void StoreIsAway(ILogger log, string what, string why);
    }
}

using System.Security.Cryptography;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;
using Microsoft.Extensions.Options;

namespace AwardArchive.Places;

/// <summary>The places that this archive knows: those of the language library, and the imported lists of communes.</summary>
/// <remarks>The lists are one object in the store; they are read when first asked for and then kept in memory.</remarks>
internal sealed partial class Gazetteer(
    IObjectStore objects, IOptions<ArchiveOptions> options, TimeProvider clock, ILogger<Gazetteer> logger) : IDisposable
{
    /// <summary>How long nobody waits for a store that was away.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile BuiltGazetteer? loaded;
    private BuiltGazetteer? builtIn;
    private long awaySince;

    /// <summary>All places. When the stored lists are damaged or cannot be had now, those of the library alone: search goes on.</summary>
    public async ValueTask<PlaceHistory> HistoryAsync(CancellationToken cancellationToken) =>
        (loaded ?? await LoadAsync(cancellationToken)).History;

    /// <summary>What is imported and what became of it.</summary>
    /// <exception cref="InvalidDataException">The stored lists are damaged; importing them again mends it.</exception>
    public async Task<GazetteerStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var data = await ReadAsync(cancellationToken);
        var (history, unresolved) = GazetteerBuilder.Build(data);
        return new(
            [.. data.Imports.Select(import => new GazetteerImportStatus(
                import.Kind, import.FileName, import.Sha256, import.ImportedAt, import.Source, import.Units.Count + import.Merges.Count))],
            history.Places.Count,
            history.Changes.Count,
            unresolved);
    }

    /// <summary>Takes a list in, in the place of the one of its kind. After success it survives a loss of power; else the old one stays.</summary>
    /// <param name="path">One of the files that <see cref="GazetteerFile"/> reads.</param>
    /// <param name="source">Where its facts come from; null: its name is said.</param>
    /// <exception cref="GazetteerFileException">The file is wrong.</exception>
    public async Task<GazetteerImport> ImportAsync(string path, string? source, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new GazetteerFileException($"There is no file {path}.");
        await using var file = File.OpenRead(path);
        return await ImportAsync(file, Path.GetFileName(path), source, cancellationToken);
    }

    /// <summary>The same from a stream that can be read twice. Known at once in this process.</summary>
    public async Task<GazetteerImport> ImportAsync(Stream list, string name, string? source, CancellationToken cancellationToken)
    {
        var import = await ReadListAsync(list, name, source, cancellationToken);
        await loading.WaitAsync(cancellationToken);
        try
        {
            var data = (await ReadOrNoneAsync(cancellationToken)).With(import);
            var built = GazetteerBuilder.Build(data); // what cannot be used is not kept
            await StoreAsync(data, cancellationToken);
            loaded = built;
            return import;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private async Task StoreAsync(GazetteerData data, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Value.ScratchFolder);
        var scratch = Path.Combine(options.Value.ScratchFolder, $"{Guid.NewGuid():N}.gazetteer");
        try
        {
            await data.WriteAsync(scratch, cancellationToken);
            await objects.PutFileAsync(ObjectKey.Gazetteer, scratch, cancellationToken);
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    private async Task<BuiltGazetteer> LoadAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            if (loaded is { } done) return done;
            if (builtIn is { } meanwhile && clock.GetElapsedTime(awaySince) < RetryAfter) return meanwhile;
            return loaded = GazetteerBuilder.Build(await ReadOrNoneAsync(cancellationToken));
        }
        catch (ObjectStoreUnavailableException e)
        {
            Log.Away(logger, e.Message);
            awaySince = clock.GetTimestamp();
            return builtIn ??= GazetteerBuilder.Build(GazetteerData.Empty);
        }
        finally
        {
            loading.Release();
        }
    }

    private async Task<GazetteerData> ReadOrNoneAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or ObjectDamagedException)
        {
            Log.Damaged(logger, e);
            return GazetteerData.Empty;
        }
    }

    private async Task<GazetteerData> ReadAsync(CancellationToken cancellationToken)
    {
        await using var stored = await objects.OpenReadAsync(ObjectKey.Gazetteer, cancellationToken);
        return stored is null ? GazetteerData.Empty : await GazetteerData.ReadAsync(stored, cancellationToken);
    }

    private async Task<GazetteerImport> ReadListAsync(Stream file, string name, string? source, CancellationToken cancellationToken)
    {
        if (file.Length > GazetteerFile.MaxBytes)
            throw new GazetteerFileException($"{name}: it has more than {GazetteerFile.MaxBytes >> 20} MiB; no list of places is as large.");
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        file.Position = 0;
        try
        {
            var (kind, units, merges) = GazetteerFile.Read(file);
            return new(kind, name, sha256, clock.GetUtcNow(), source ?? name, units, merges);
        }
        catch (GazetteerFileException e)
        {
            throw new GazetteerFileException($"{name}: {e.Message}");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The stored lists of places are damaged; only the built-in places are known until they are imported again")]
        public static partial void Damaged(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "The lists of places cannot be had now; only the built-in places are known meanwhile: {Why}")]
        public static partial void Away(ILogger logger, string why);
    }
}

/// <param name="Places">With those of the library.</param>
/// <param name="Changes">With those of the library.</param>
/// <param name="Unresolved">Parts of merged units that the lists do not tell apart: known by their name only.</param>
internal sealed record GazetteerStatus(IReadOnlyList<GazetteerImportStatus> Imports, int Places, int Changes, int Unresolved);

/// <param name="Rows">Units, or merged units.</param>
internal sealed record GazetteerImportStatus(GazetteerKind Kind, string FileName, string Sha256, DateTimeOffset ImportedAt, string Source, int Rows);

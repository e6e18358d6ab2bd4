using AwardArchive.Archive.S3;
using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

/// <summary>The store that keeps every original once more, if the settings name one.</summary>
internal sealed class SecondStore : IDisposable
{
    private readonly S3Connection? connection;

    public SecondStore(IOptions<SecondStoreOptions> options, IOptions<ArchiveOptions> archive, IOptions<S3Options> first, TimeProvider time)
    {
        var second = options.Value;
        if (second.S3.IsUsed)
        {
            var settings = Options.Create(second.S3);
            connection = new(settings);
            Objects = new S3ObjectStore(connection, settings, archive, time);
            Name = $"s3:{new Uri(second.S3.Endpoint!).Authority}/{second.S3.Bucket}";
            RequireOther(first.Value.IsUsed && Name == $"s3:{new Uri(first.Value.Endpoint!).Authority}/{first.Value.Bucket}");
        }
        else if (second.IsUsed)
        {
            var folder = Path.GetFullPath(second.Folder!);
            Objects = LocalFolderObjectStore.OnOtherDisk(folder);
            Name = $"folder:{folder}";
            RequireOther($"{folder}/".StartsWith($"{Path.GetFullPath(archive.Value.DataFolder)}/", StringComparison.Ordinal));
        }
    }

    /// <summary>Null when there is none.</summary>
    public IObjectStore? Objects { get; }

    /// <summary>Tells this store from every other one: copies are noted under it.</summary>
    public string Name { get; } = "";

    public void Dispose() => connection?.Dispose();

    private static void RequireOther(bool isSame)
    {
        if (isSame)
            throw new OptionsValidationException(SecondStoreOptions.Section, typeof(SecondStoreOptions), [$"{SecondStoreOptions.Section} names the place where the originals are already."]);
    }
}

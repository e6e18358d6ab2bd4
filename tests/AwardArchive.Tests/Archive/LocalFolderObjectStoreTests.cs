using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Archive;

public sealed class LocalFolderObjectStoreTests : ObjectStoreContract
{
    public LocalFolderObjectStoreTests() =>
        Store = new LocalFolderObjectStore(Options.Create(new ArchiveOptions { DataFolder = Folder.File("data") }));

    protected override IObjectStore Store { get; }
}

/// <summary>As a second store: files are brought near before they are renamed.</summary>
public sealed class OtherDiskObjectStoreTests : ObjectStoreContract
{
    public OtherDiskObjectStoreTests() => Store = LocalFolderObjectStore.OnOtherDisk(Folder.File("second"));

    protected override IObjectStore Store { get; }

    [Fact]
    public async Task Nothing_is_left_where_files_are_brought_near_and_old_rests_are_cleared_away()
    {
        await What_was_put_is_read_back_and_its_file_is_taken();
        Assert.Empty(Directory.GetFiles(Folder.File("second/staging")));
        var (old, young) = (Folder.File("second/staging/old.object"), Folder.File("second/staging/young.object"));
        await File.WriteAllTextAsync(old, "half", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(young, "half", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));
        await Store.CheckAsync(TestContext.Current.CancellationToken);
        Assert.Equal([young], Directory.GetFiles(Folder.File("second/staging")));
        await foreach (var (key, _) in Store.ListAsync("", TestContext.Current.CancellationToken)) Assert.StartsWith("documents/", key.Value, StringComparison.Ordinal);
    }
}

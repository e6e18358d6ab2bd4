using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Archive;

public sealed class LocalFolderObjectStoreTests : ObjectStoreContract
{
    public LocalFolderObjectStoreTests() =>
        Store = new LocalFolderObjectStore(Options.Create(new ArchiveOptions { DataFolder = Folder.File("data") }));

    protected override IObjectStore Store { get; }
}

using AwardArchive.Archive;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Fixity;

/// <summary>On SQLite and two folders.</summary>
public sealed class LocalFixityTests : FixityContract
{
    public override async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await base.DisposeAsync();
    }

    protected override void AddBackEnds(IServiceCollection services, bool secondStore)
    {
        if (secondStore) services.AddSingleton(Options.Create(new SecondStoreOptions { Folder = Folder.File("second") }));
    }

    protected override async Task TamperAsync(FindingPlace place, ObjectKey key, byte[]? bytes)
    {
        var root = Folder.File(place == FindingPlace.Objects ? "data/objects" : "second/objects");
        var parts = key.Value.Split('/');
        var path = Path.Combine([root, parts[0], parts[1][^2..], .. parts[1..]]);
        Assert.True(File.Exists(path));
        if (bytes is null) File.Delete(path);
        else await File.WriteAllBytesAsync(path, bytes, Stop);
    }
}

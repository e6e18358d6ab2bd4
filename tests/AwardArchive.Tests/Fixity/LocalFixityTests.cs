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

    [Fact]
    public async Task What_the_disk_fails_to_read_is_said_and_not_overwritten_and_the_others_are_verified()
    {
        var (odd, other) = (await AddAsync("odd"), await AddAsync("other"));
        await CopyAsync();
        var path = PathOf(FindingPlace.Objects, KeyOf(odd));
        File.Move(path, $"{path}.away");
        Directory.CreateDirectory(path); // opening it is an error
        await TamperAsync(FindingPlace.Objects, KeyOf(other), null);
        await VerifyAsync();
        Assert.Equal(
            new[] { (FindingKind.Unreadable, KeyOf(odd).Value, FindingState.Open, FindingRemedy.None), (FindingKind.Missing, KeyOf(other).Value, FindingState.Repaired, FindingRemedy.FromOtherStore) }.ToHashSet(),
            (await FindingsAsync()).Select(f => (f.Kind, f.Key, f.State, f.Remedy)).ToHashSet());
        Directory.Delete(path);
        File.Move($"{path}.away", path);
        await VerifyAsync();
        Assert.All(await FindingsAsync(), f => Assert.Equal(FindingState.Repaired, f.State));
    }

    protected override void AddBackEnds(IServiceCollection services, bool secondStore)
    {
        if (secondStore) services.AddSingleton(Options.Create(new SecondStoreOptions { Folder = Folder.File("second") }));
    }

    protected override async Task TamperAsync(FindingPlace place, ObjectKey key, byte[]? bytes)
    {
        var path = PathOf(place, key);
        Assert.True(File.Exists(path));
        if (bytes is null) File.Delete(path);
        else await File.WriteAllBytesAsync(path, bytes, Stop);
    }

    private string PathOf(FindingPlace place, ObjectKey key)
    {
        var parts = key.Value.Split('/');
        return Path.Combine([Folder.File(place == FindingPlace.Objects ? "data/objects" : "second/objects"), parts[0], parts[1][^2..], .. parts[1..]]);
    }
}

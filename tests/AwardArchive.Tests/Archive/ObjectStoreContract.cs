using System.Security.Cryptography;
using System.Text;
using AwardArchive.Archive;

namespace AwardArchive.Tests.Archive;

/// <summary>What every object store must do.</summary>
public abstract class ObjectStoreContract : IDisposable
{
    private static readonly ObjectKey Key = ObjectKey.PageWords(Guid.Parse("019aa000-0000-7000-8000-00000000002a"), 1);

    protected TemporaryFolder Folder { get; } = new();

    protected abstract IObjectStore Store { get; }

    [Fact]
    public async Task Opening_a_missing_object_gives_null() =>
        Assert.Null(await Store.OpenReadAsync(Key, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_missing_object_as_a_file_is_an_error_that_names_it()
    {
        var error = await Assert.ThrowsAsync<ObjectMissingException>(
            () => Store.GetLocalFileAsync(Key, TestContext.Current.CancellationToken));
        Assert.Equal(Key, error.Key);
    }

    [Fact]
    public async Task What_was_put_is_read_back_and_its_file_is_taken()
    {
        var path = Write("một hai ba");
        await Store.PutFileAsync(Key, path, TestContext.Current.CancellationToken);
        Assert.False(File.Exists(path));
        Assert.True(await Store.ExistsAsync(Key, TestContext.Current.CancellationToken));
        Assert.Equal("một hai ba", await ReadAsync(Key));
        using var local = await Store.GetLocalFileAsync(Key, TestContext.Current.CancellationToken);
        Assert.Equal("một hai ba", await File.ReadAllTextAsync(local.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Putting_again_replaces_the_whole_object()
    {
        await Store.PutFileAsync(Key, Write("a longer first content"), TestContext.Current.CancellationToken);
        await Store.PutFileAsync(Key, Write("second"), TestContext.Current.CancellationToken);
        Assert.Equal("second", await ReadAsync(Key));
    }

    [Fact]
    public async Task A_reader_keeps_the_bytes_it_opened_while_they_are_replaced()
    {
        await Store.PutFileAsync(Key, Write("first"), TestContext.Current.CancellationToken);
        await using var reader = await Store.OpenReadAsync(Key, TestContext.Current.CancellationToken);
        await Store.PutFileAsync(Key, Write("other"), TestContext.Current.CancellationToken);
        Assert.Equal("first", await new StreamReader(reader!).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_puts_of_one_key_at_once_leave_one_whole_object()
    {
        var contents = Enumerable.Range(0, 16).Select(i => new string((char)('a' + i), 100_000)).ToArray();
        await Task.WhenAll(contents.Select(content => Task.Run(
            () => Store.PutFileAsync(Key, Write(content), TestContext.Current.CancellationToken))));
        Assert.Contains(await ReadAsync(Key), contents);
    }

    [Fact]
    public async Task A_listing_gives_the_keys_below_a_prefix()
    {
        var original = ObjectKey.Original(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("tờ giấy"))));
        await Store.PutFileAsync(original, Write("tờ giấy"), TestContext.Current.CancellationToken);
        var id = Guid.CreateVersion7();
        var image = ObjectKey.PageImage(id, 3, "image/png");
        var words = ObjectKey.PageWords(id, 3);
        foreach (var key in new[] { image, words })
            await Store.PutFileAsync(key, Write(key.Value), TestContext.Current.CancellationToken);
        Assert.Equal(
            new[] { image.Value, words.Value }.Order(),
            (await KeysAsync($"documents/{id}/")).Order());
        Assert.Equal([original.Value], await KeysAsync("originals/"));
        Assert.Equal(3, (await KeysAsync("")).Count);
    }

    [Fact]
    public async Task Bytes_are_copied_as_they_are_with_what_they_are()
    {
        await Store.PutFileAsync(Key, Write("một hai ba"), TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        var content = (await Store.CopyToAsync(Key, copy, TestContext.Current.CancellationToken))!;
        Assert.Equal("một hai ba", Encoding.UTF8.GetString(copy.ToArray()));
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(copy.ToArray())), copy.Length), (content.Sha256, content.ByteSize));
        Assert.Equal(content.Sha256, content.KeptSha256 ?? content.Sha256);
        Assert.Null(await Store.CopyToAsync(ObjectKey.Original(new string('a', 64)), copy, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_what_was_not_put_since_is_removed()
    {
        await Store.PutFileAsync(Key, Write("x"), TestContext.Current.CancellationToken);
        await foreach (var (key, putAt) in Store.ListAsync("", TestContext.Current.CancellationToken))
        {
            Assert.Equal(Key, key);
            Assert.InRange(TimeProvider.System.GetUtcNow() - putAt, TimeSpan.FromMinutes(-10), TimeSpan.FromMinutes(10));
        }
        Assert.False(await Store.RemoveAsync(Key, TimeProvider.System.GetUtcNow().AddHours(-1), TestContext.Current.CancellationToken));
        Assert.Equal("x", await ReadAsync(Key));
        Assert.True(await Store.RemoveAsync(Key, TimeProvider.System.GetUtcNow().AddHours(1), TestContext.Current.CancellationToken));
        Assert.False(await Store.ExistsAsync(Key, TestContext.Current.CancellationToken));
        Assert.False(await Store.RemoveAsync(Key, TimeProvider.System.GetUtcNow().AddHours(1), TestContext.Current.CancellationToken));
        Assert.Empty(await KeysAsync(""));
    }

    [Fact]
    public async Task A_reader_can_go_to_any_place()
    {
        await Store.PutFileAsync(Key, Write("0123456789"), TestContext.Current.CancellationToken);
        await using var reader = await Store.OpenReadAsync(Key, TestContext.Current.CancellationToken);
        Assert.Equal(10, reader!.Length);
        reader.Position = 7;
        Assert.Equal('7', reader.ReadByte());
        reader.Position = 2;
        Assert.Equal('2', reader.ReadByte());
    }

    [Fact]
    public async Task An_empty_object_is_an_object()
    {
        await Store.PutFileAsync(Key, Write(""), TestContext.Current.CancellationToken);
        Assert.True(await Store.ExistsAsync(Key, TestContext.Current.CancellationToken));
        Assert.Equal("", await ReadAsync(Key));
    }

    [Fact]
    public Task A_store_that_serves_has_nothing_to_say() => Store.CheckAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_stopped_put_leaves_no_object()
    {
        var path = Write("x");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.PutFileAsync(Key, path, new CancellationToken(true)));
        Assert.False(await Store.ExistsAsync(Key, TestContext.Current.CancellationToken));
        Assert.True(File.Exists(path));
    }

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private string Write(string content)
    {
        var path = Folder.File(Guid.NewGuid().ToString("N"));
        File.WriteAllText(path, content, new UTF8Encoding(false));
        return path;
    }

    private async Task<string> ReadAsync(ObjectKey key)
    {
        await using var stream = await Store.OpenReadAsync(key, TestContext.Current.CancellationToken);
        Assert.NotNull(stream);
        return await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> KeysAsync(string prefix)
    {
        var keys = new List<string>();
        await foreach (var key in Store.ListAsync(prefix, TestContext.Current.CancellationToken)) keys.Add(key.Key.Value);
        return keys;
    }
}

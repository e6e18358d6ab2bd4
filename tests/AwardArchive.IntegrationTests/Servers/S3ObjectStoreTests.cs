using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AwardArchive.Archive;
using AwardArchive.Archive.S3;
using AwardArchive.Tests.Archive;
using Microsoft.Extensions.Options;
using Minio.DataModel.Args;
using Minio.DataModel.ObjectLock;

namespace AwardArchive.Tests.Servers;

/// <summary>The contract on a real S3 server, and what only such a server can do wrong.</summary>
public sealed class S3ObjectStoreTests : ObjectStoreContract, IAsyncLifetime
{
    private static readonly ObjectKey Key = ObjectKey.PageWords(Guid.CreateVersion7(), 1);

    private S3Bucket bucket = null!;
    private S3Connection connection = null!;
    private IObjectStore store = null!;

    protected override IObjectStore Store => store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPEndPoint Server => new(IPAddress.Loopback, new Uri(bucket.Options.Endpoint!).Port);

    private string Scratch => Folder.File("scratch");

    public async ValueTask InitializeAsync()
    {
        bucket = await S3Bucket.CreateAsync();
        (store, connection) = Open(bucket.Options);
    }

    public ValueTask DisposeAsync()
    {
        connection?.Dispose();
        bucket?.Dispose();
        Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_object_of_many_parts_comes_back_as_it_was_and_leaves_nothing_in_scratch()
    {
        var bytes = RandomNumberGenerator.GetBytes((12 << 20) + 7);
        var key = ObjectKey.Original(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await store.PutFileAsync(key, await WriteAsync(bytes), Stop);
        await using (var stored = await store.OpenReadAsync(key, Stop))
            Assert.Equal(key.OriginalSha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(stored!, Stop)));
        using (var local = await store.GetLocalFileAsync(key, Stop)) Assert.Equal(bytes.Length, new FileInfo(local.Path).Length);
        Assert.Empty(Directory.GetFiles(Scratch));
    }

    [Fact]
    public async Task Other_bytes_than_were_put_are_given_to_nobody()
    {
        var headers = new Dictionary<string, string> { ["x-amz-meta-sha256"] = new string('0', 64) };
        await PutRawAsync(Key, "altered", headers);
        var error = await Assert.ThrowsAsync<ObjectDamagedException>(() => store.OpenReadAsync(Key, Stop));
        Assert.Equal(Key, error.Key);
        await PutRawAsync(Key, "without a checksum", []);
        await Assert.ThrowsAsync<ObjectDamagedException>(() => store.GetLocalFileAsync(Key, Stop));
        // Whole in itself, but not what its name says.
        var swapped = ObjectKey.Original(new string('a', 64));
        await PutRawAsync(swapped, "x", new() { ["x-amz-meta-sha256"] = Convert.ToHexStringLower(SHA256.HashData("x"u8)) });
        await Assert.ThrowsAsync<ObjectDamagedException>(() => store.OpenReadAsync(swapped, Stop));
        Assert.Empty(Directory.GetFiles(Scratch));
    }

    [Fact]
    public async Task An_original_is_not_stored_under_the_name_of_other_bytes()
    {
        var path = await WriteAsync("x"u8.ToArray());
        var key = ObjectKey.Original(new string('a', 64));
        await Assert.ThrowsAsync<ObjectDamagedException>(() => store.PutFileAsync(key, path, Stop));
        Assert.False(await store.ExistsAsync(key, Stop));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_listing_goes_on_behind_a_thousand_keys()
    {
        var id = Guid.CreateVersion7();
        await Parallel.ForAsync(1, 1_006, Stop, async (page, _) => await PutRawAsync(ObjectKey.PageWords(id, page), "x", []));
        var found = 0;
        await foreach (var _ in store.ListAsync($"documents/{id}/", Stop)) found++;
        Assert.Equal(1_005, found);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData((5 << 20) + 1)] // the client drops the lock of what it sends in parts
    public async Task A_locked_original_cannot_be_deleted(int byteSize)
    {
        using var locking = await S3Bucket.CreateAsync(locking: true);
        locking.Options.RetentionDays = 2;
        var (locked, open) = Open(locking.Options);
        using var _ = open;
        await locked.CheckAsync(Stop);
        var bytes = RandomNumberGenerator.GetBytes(byteSize);
        var key = ObjectKey.Original(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await locked.PutFileAsync(key, await WriteAsync(bytes), Stop);

        var retention = await locking.Client.GetObjectRetentionAsync(
            new GetObjectRetentionArgs().WithBucket(locking.Options.Bucket).WithObject(key.Value), Stop);
        Assert.Equal(ObjectRetentionMode.GOVERNANCE, retention.Mode);
        var stat = await locking.Client.StatObjectAsync(new StatObjectArgs().WithBucket(locking.Options.Bucket).WithObject(key.Value), Stop);
        await Assert.ThrowsAnyAsync<Exception>(() => locking.Client.RemoveObjectAsync(
            new RemoveObjectArgs().WithBucket(locking.Options.Bucket).WithObject(key.Value).WithVersionId(stat.VersionId), Stop));
        Assert.True(await locked.ExistsAsync(key, Stop));
    }

    [Fact]
    public Task A_lock_that_the_bucket_cannot_keep_is_refused() => RefusedAsync("RetentionDays", options => options.RetentionDays = 1);

    [Fact]
    public Task A_wrong_bucket_is_named() => RefusedAsync("Bucket", options => options.Bucket = "no-such-bucket");

    [Fact]
    public Task A_wrong_access_key_is_named() => RefusedAsync("AccessKey", options => options.AccessKey = "nobody");

    [Fact]
    public Task A_wrong_secret_key_is_named() => RefusedAsync("SecretKey", options => options.SecretKey = "wrong");

    [Fact]
    public async Task A_server_that_is_down_is_no_wrong_setting()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var (away, open) = Open(With(options => options.Endpoint = $"http://127.0.0.1:{port}"));
        using var _ = open;
        await IsUnavailableAsync(away);
    }

    [Fact]
    public async Task A_server_that_is_silent_is_waited_for_no_longer_than_was_said()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0); // its connections are accepted by nobody but the kernel
        listener.Start();
        var (away, open) = Open(With(options =>
        {
            options.Endpoint = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
            options.Timeout = TimeSpan.FromSeconds(1);
        }));
        using var _ = open;
        await IsUnavailableAsync(away);
    }

    [Fact]
    public async Task Over_TLS_the_named_authority_alone_is_trusted()
    {
        using var authority = NewAuthority();
        var ca = Folder.File("ca.pem");
        await File.WriteAllTextAsync(ca, authority.ExportCertificatePem(), Stop);
        using var certificate = NewCertificate(authority, TimeProvider.System.GetUtcNow().AddDays(1));
        using var secure = new FaultProxy(Server, certificate);
        var (trusting, open) = Open(With(options => (options.Endpoint, options.CaFile) = ($"https://127.0.0.1:{secure.Port}", ca)));
        using (open)
        {
            await trusting.CheckAsync(Stop);
            await trusting.PutFileAsync(Key, await WriteAsync(new byte[(5 << 20) + 1]), Stop);
            await using var read = await trusting.OpenReadAsync(Key, Stop);
            Assert.Equal((5 << 20) + 1, read!.Length);
        }
        await RefusedAsync("CaFile", options => options.Endpoint = $"https://127.0.0.1:{secure.Port}");

        using var old = NewCertificate(authority, TimeProvider.System.GetUtcNow().AddMinutes(-1));
        using var expired = new FaultProxy(Server, old);
        await RefusedAsync("CaFile", options => (options.Endpoint, options.CaFile) = ($"https://127.0.0.1:{expired.Port}", ca));
    }

    [Fact]
    public async Task A_connection_that_is_cut_costs_no_object_and_leaves_no_half()
    {
        var bytes = RandomNumberGenerator.GetBytes(20 << 20);
        var key = ObjectKey.Original(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        using var way = new FaultProxy(Server);
        var (far, open) = Open(With(options => options.Endpoint = $"http://127.0.0.1:{way.Port}"));
        using var _ = open;
        var path = await WriteAsync(bytes);
        var put = far.PutFileAsync(key, path, Stop);
        while (way.Passed == 0) await Task.Delay(1, Stop);
        way.Cut();
        await Assert.ThrowsAsync<ObjectStoreUnavailableException>(() => put);
        Assert.False(await store.ExistsAsync(key, Stop));
        Assert.True(File.Exists(path));
        way.Restore();
        await far.PutFileAsync(key, path, Stop);
        await using var read = await far.OpenReadAsync(key, Stop);
        Assert.Equal(bytes.Length, read!.Length);
    }

    private async Task IsUnavailableAsync(IObjectStore away)
    {
        var path = await WriteAsync("x"u8.ToArray());
        await Assert.ThrowsAsync<ObjectStoreUnavailableException>(() => away.CheckAsync(Stop));
        await Assert.ThrowsAsync<ObjectStoreUnavailableException>(() => away.OpenReadAsync(Key, Stop));
        await Assert.ThrowsAsync<ObjectStoreUnavailableException>(() => away.ExistsAsync(Key, Stop));
        await Assert.ThrowsAsync<ObjectStoreUnavailableException>(() => away.PutFileAsync(Key, path, Stop));
        await Assert.ThrowsAsync<ObjectStoreUnavailableException>(async () =>
        {
            await foreach (var _ in away.ListAsync("", Stop)) Assert.Fail("There is nothing to list.");
        });
        Assert.True(File.Exists(path));
        Assert.Empty(Directory.GetFiles(Scratch));
    }

    private async Task RefusedAsync(string setting, Action<S3Options> change)
    {
        var (wrong, open) = Open(With(change));
        using var _ = open;
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => wrong.CheckAsync(Stop));
        Assert.StartsWith($"Storage:S3:{setting} ", error.Message, StringComparison.Ordinal);
    }

    private static X509Certificate2 NewAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-2), TimeProvider.System.GetUtcNow().AddDays(2));
    }

    private static X509Certificate2 NewCertificate(X509Certificate2 authority, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, TimeProvider.System.GetUtcNow().AddDays(-1), until, [1, 2, 3, 4]);
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
    }

    private S3Options With(Action<S3Options> change)
    {
        var options = new S3Options
        {
            Endpoint = bucket.Options.Endpoint,
            Bucket = bucket.Options.Bucket,
            AccessKey = bucket.Options.AccessKey,
            SecretKey = bucket.Options.SecretKey,
        };
        change(options);
        return options;
    }

    private (IObjectStore Store, S3Connection Connection) Open(S3Options options)
    {
        var made = new S3Connection(Options.Create(options));
        return (new S3ObjectStore(made, Options.Create(options), Options.Create(new ArchiveOptions { DataFolder = Folder.Path }), TimeProvider.System), made);
    }

    private async Task<string> WriteAsync(byte[] bytes)
    {
        var path = Folder.File(Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(path, bytes, Stop);
        return path;
    }

    private async Task PutRawAsync(ObjectKey key, string content, Dictionary<string, string> headers)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await bucket.Client.PutObjectAsync(
            new PutObjectArgs().WithBucket(bucket.Options.Bucket).WithObject(key.Value).WithStreamData(bytes).WithObjectSize(bytes.Length).WithHeaders(headers), Stop);
    }
}

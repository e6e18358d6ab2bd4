using AwardArchive.Archive.S3;
using Minio;
using Minio.DataModel.Args;

namespace AwardArchive.Tests.Servers;

/// <summary>A bucket of the test's own on the S3 server that <c>eng/services.sh</c> started.</summary>
internal sealed class S3Bucket : IDisposable
{
    private readonly S3Connection connection;

    private S3Bucket(S3Options options)
    {
        Options = options;
        connection = new(Microsoft.Extensions.Options.Options.Create(options));
    }

    public S3Options Options { get; }

    public IMinioClient Client => connection.Minio;

    /// <summary>The settings with which a server process uses it.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["Storage__S3__Endpoint"] = Options.Endpoint!,
        ["Storage__S3__Bucket"] = Options.Bucket,
        ["Storage__S3__AccessKey"] = Options.AccessKey,
        ["Storage__S3__SecretKey"] = Options.SecretKey,
    };

    public static async Task<S3Bucket> CreateAsync(bool locking = false)
    {
        var endpoint = System.Environment.GetEnvironmentVariable("AWARD_ARCHIVE_TEST_S3");
        Assert.SkipWhen(endpoint is null, "No S3 server: source <(eng/services.sh start)");
        var bucket = new S3Bucket(new()
        {
            Endpoint = endpoint,
            Bucket = $"test-{Guid.NewGuid():N}",
            AccessKey = "archive",
            SecretKey = "archive-secret",
        });
        var make = new MakeBucketArgs().WithBucket(bucket.Options.Bucket);
        await bucket.Client.MakeBucketAsync(locking ? make.WithObjectLock() : make, TestContext.Current.CancellationToken);
        return bucket;
    }

    /// <summary>All keys, ascending.</summary>
    public async Task<List<string>> KeysAsync()
    {
        var keys = new List<string>();
        await foreach (var item in Client.ListObjectsEnumAsync(new ListObjectsArgs().WithBucket(Options.Bucket).WithRecursive(true), TestContext.Current.CancellationToken))
            keys.Add(item.Key);
        keys.Sort(StringComparer.Ordinal);
        return keys;
    }

    public void Dispose() => connection.Dispose();
}

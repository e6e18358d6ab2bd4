using AwardArchive.Archive;
using AwardArchive.Tests.Fixity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Minio.DataModel.Args;

namespace AwardArchive.Tests.Servers;

/// <summary>On a real PostgreSQL and two buckets of a real S3 server.</summary>
public sealed class SharedFixityTests : FixityContract
{
    private PostgresDatabase database = null!;
    private S3Bucket first = null!;
    private S3Bucket second = null!;

    public override async ValueTask InitializeAsync()
    {
        database = await PostgresDatabase.CreateAsync();
        first = await S3Bucket.CreateAsync();
        second = await S3Bucket.CreateAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        first?.Dispose();
        second?.Dispose();
        if (database is not null) await database.DisposeAsync();
    }

    protected override void AddBackEnds(IServiceCollection services, bool secondStore)
    {
        services.AddSingleton(Options.Create(new CatalogOptions { ConnectionString = database.ConnectionString }));
        services.AddSingleton(Options.Create(first.Options));
        if (secondStore) services.AddSingleton(Options.Create(new SecondStoreOptions { S3 = second.Options }));
    }

    protected override async Task TamperAsync(FindingPlace place, ObjectKey key, byte[]? bytes)
    {
        var bucket = place == FindingPlace.Objects ? first : second;
        var stat = await bucket.Client.StatObjectAsync(new StatObjectArgs().WithBucket(bucket.Options.Bucket).WithObject(key.Value), Stop);
        if (bytes is null)
        {
            await bucket.Client.RemoveObjectAsync(new RemoveObjectArgs().WithBucket(bucket.Options.Bucket).WithObject(key.Value), Stop);
            return;
        }
        // As a disk would alter it: what the store keeps about it stays.
        using var altered = new MemoryStream(bytes);
        await bucket.Client.PutObjectAsync(
            new PutObjectArgs().WithBucket(bucket.Options.Bucket).WithObject(key.Value).WithStreamData(altered).WithObjectSize(bytes.Length)
                .WithHeaders(new Dictionary<string, string> { ["x-amz-meta-sha256"] = stat.MetaData.Single(pair => pair.Key.EndsWith("sha256", StringComparison.OrdinalIgnoreCase)).Value }),
            Stop);
    }
}

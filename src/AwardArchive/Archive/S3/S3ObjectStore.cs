using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Minio.DataModel.Args;
using Minio.DataModel.ObjectLock;
using Minio.Exceptions;

namespace AwardArchive.Archive.S3;

/// <summary>Objects in a bucket of an S3 server. Every object carries its SHA-256, and nobody is given a byte before all of them are checked.</summary>
/// <remarks>
/// A reader gets a scratch file that vanishes when it is closed: it can seek, and no object is ever whole in memory. Reading goes through
/// a signed address, one request with bytes and checksum in one answer; the client would ask twice, and fails on ranges and conditions.
/// </remarks>
internal sealed class S3ObjectStore(S3Connection connection, IOptions<S3Options> options, IOptions<ArchiveOptions> archive, TimeProvider time) : IObjectStore
{
    private const string Sha256Header = "x-amz-meta-sha256";
    private const int PieceBytes = 128 * 1024;
    private const int SignedSeconds = 15 * 60;

    /// <summary>From here on the client sends parts.</summary>
    private const long PartBytes = 5 << 20;

    private readonly S3Options settings = options.Value;

    public async Task PutFileAsync(ObjectKey key, string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, PieceBytes, FileOptions.Asynchronous))
        {
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            if (key.OriginalSha256 is { } named && named != sha256) throw new ObjectDamagedException(key, "the file to be stored has other bytes than its name says.");
            file.Position = 0;
            await S3Failure.TranslateAsync(() => connection.Minio.PutObjectAsync(
                new PutObjectArgs().WithBucket(settings.Bucket).WithObject(key.Value).WithStreamData(file).WithObjectSize(file.Length)
                    .WithContentType("application/octet-stream").WithHeaders(new Dictionary<string, string> { [Sha256Header] = sha256 }),
                cancellationToken), cancellationToken);
            if (file.Length >= PartBytes) await CheckPartsAsync(key, file.Length, cancellationToken);
        }
        if (key.OriginalSha256 is not null && settings.RetentionDays > 0) await LockAsync(key, cancellationToken);
        File.Delete(path);
    }

    public async Task<Stream?> OpenReadAsync(ObjectKey key, CancellationToken cancellationToken) =>
        await FetchAsync(key, cancellationToken) is { } path
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose)
            : null;

    public async Task<LocalObject> GetLocalFileAsync(ObjectKey key, CancellationToken cancellationToken) =>
        await FetchAsync(key, cancellationToken) is { } path ? new LocalObject(path, () => File.Delete(path)) : throw new ObjectMissingException(key);

    public Task<bool> ExistsAsync(ObjectKey key, CancellationToken cancellationToken) => S3Failure.TranslateAsync(async () =>
    {
        try
        {
            await connection.Minio.StatObjectAsync(new StatObjectArgs().WithBucket(settings.Bucket).WithObject(key.Value), cancellationToken);
            return true;
        }
        catch (ObjectNotFoundException)
        {
            return false;
        }
    }, cancellationToken);

    public async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Version 2 of the listing goes on behind 1,000 keys; version 1 of this client does not.
        await using var items = connection.Minio.ListObjectsEnumAsync(
            new ListObjectsArgs().WithBucket(settings.Bucket).WithPrefix(prefix).WithRecursive(true).WithListObjectsV1(false), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await S3Failure.TranslateAsync(async () => await items.MoveNextAsync(), cancellationToken))
        {
            if (ObjectKey.TryParse(items.Current.Key, out var key)) yield return new(key, PutAt(items.Current.LastModifiedDateTime));
        }
    }

    public async Task<ObjectContent?> CopyToAsync(ObjectKey key, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await GetAsync(key, cancellationToken);
            return await IsThereAsync(answer, cancellationToken) ? await CopyAsync(answer, target, cancellationToken) : null;
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException)
        {
            throw S3Failure.Of(new("", e.Message), e);
        }
    }

    public Task<bool> RemoveAsync(ObjectKey key, DateTimeOffset unlessPutSince, CancellationToken cancellationToken) => S3Failure.TranslateAsync(async () =>
    {
        try
        {
            var found = await connection.Minio.StatObjectAsync(new StatObjectArgs().WithBucket(settings.Bucket).WithObject(key.Value), cancellationToken);
            if (PutAt(found.LastModified) >= unlessPutSince) return false;
        }
        catch (ObjectNotFoundException)
        {
            return false;
        }
        await connection.Minio.RemoveObjectAsync(new RemoveObjectArgs().WithBucket(settings.Bucket).WithObject(key.Value), cancellationToken);
        return true;
    }, cancellationToken);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Of an object that never is: only an answer from the bucket itself says that it is missing.
            using var answer = await GetAsync(ObjectKey.Original("check"), cancellationToken);
            var error = await S3Error.ReadAsync(answer.Content, cancellationToken);
            if (error.Code != "NoSuchKey") throw S3Failure.WrongSetting(error, settings.Path) ?? S3Failure.Of(error);
        }
        catch (HttpRequestException e)
        {
            throw S3Failure.WrongCertificate(e, settings.Path) ?? S3Failure.Of(new("", e.Message), e);
        }
        if (settings.RetentionDays > 0) await CheckLockAsync(cancellationToken);
    }

    private async Task CheckLockAsync(CancellationToken cancellationToken)
    {
        var isLocking = await S3Failure.TranslateAsync(async () =>
        {
            try
            {
                var found = await connection.Minio.GetObjectLockConfigurationAsync(
                    new GetObjectLockConfigurationArgs().WithBucket(settings.Bucket), cancellationToken);
                return found?.ObjectLockEnabled == ObjectLockConfiguration.LockEnabled;
            }
            catch (MissingObjectLockConfigurationException)
            {
                return false;
            }
        }, cancellationToken);
        if (!isLocking)
        {
            throw S3Failure.Wrong(
                settings.Path, nameof(S3Options.RetentionDays), "cannot be kept: the bucket was made without object lock. Make one with it, or set 0 and originals are not locked");
        }
    }

    // Object lock in the headers of a put is dropped by this client from 5 MiB on, so it is set on what was put. Killed between the two, there
    // is no row yet; the same file sent again is put and locked again.
    private Task LockAsync(ObjectKey key, CancellationToken cancellationToken) => S3Failure.TranslateAsync(async () =>
    {
        await connection.Minio.SetObjectRetentionAsync(
            new SetObjectRetentionArgs().WithBucket(settings.Bucket).WithObject(key.Value)
                .WithRetentionMode(settings.StrictRetention ? ObjectRetentionMode.COMPLIANCE : ObjectRetentionMode.GOVERNANCE)
                .WithRetentionUntilDate(time.GetUtcNow().UtcDateTime.AddDays(settings.RetentionDays)),
            cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>Each part was checked by the server as it came; whether all are there, it says only when asked.</summary>
    private async Task CheckPartsAsync(ObjectKey key, long byteSize, CancellationToken cancellationToken)
    {
        var stored = await S3Failure.TranslateAsync(
            () => connection.Minio.StatObjectAsync(new StatObjectArgs().WithBucket(settings.Bucket).WithObject(key.Value), cancellationToken), cancellationToken);
        if (stored.Size != byteSize) throw new ObjectStoreUnavailableException($"The object store kept {stored.Size} of {byteSize} bytes of {key}.");
    }

    /// <summary>Brings the object to a scratch file and checks it.</summary>
    /// <returns>Null if there is no such object.</returns>
    private async Task<string?> FetchAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        for (var isLast = false; ; isLast = true)
        {
            Directory.CreateDirectory(archive.Value.ScratchFolder);
            var path = Path.Combine(archive.Value.ScratchFolder, $"{Guid.CreateVersion7():N}.object");
            try
            {
                if (await TryFetchAsync(key, path, cancellationToken)) return path;
                File.Delete(path);
                return null;
            }
            catch (Exception e)
            {
                File.Delete(path);
                // Once more: a connection may be cut, and bytes may be spoiled on their way.
                if (!isLast && e is HttpRequestException { InnerException: not System.Net.Sockets.SocketException } or ObjectDamagedException or HttpIOException) continue;
                if (e is HttpRequestException or HttpIOException) throw S3Failure.Of(new("", e.Message), e);
                if (e is IOException && Posix.IsStorageFull(e)) throw new StorageFullException($"No room to fetch {key}.", e);
                throw;
            }
        }
    }

    private async Task<bool> TryFetchAsync(ObjectKey key, string path, CancellationToken cancellationToken)
    {
        using var answer = await GetAsync(key, cancellationToken);
        if (!await IsThereAsync(answer, cancellationToken)) return false;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var found = await CopyAsync(answer, file, cancellationToken);
        if (found.KeptSha256 is "") throw new ObjectDamagedException(key, "it has no checksum.");
        if (found.Sha256 != found.KeptSha256 || (key.OriginalSha256 is { } named && named != found.Sha256))
            throw new ObjectDamagedException(key, "its checksum is another.");
        return true;
    }

    /// <summary>Only the bucket's own word that there is no such object counts as that.</summary>
    private static async Task<bool> IsThereAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.OK) return true;
        var error = await S3Error.ReadAsync(answer.Content, cancellationToken);
        return error.Code == "NoSuchKey" ? false : throw S3Failure.Of(error with { Message = $"{(int)answer.StatusCode} {error.Message}" });
    }

    private async Task<HttpResponseMessage> GetAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        var address = await connection.Minio.PresignedGetObjectAsync(
            new PresignedGetObjectArgs().WithBucket(settings.Bucket).WithObject(key.Value).WithExpiry(SignedSeconds));
        try
        {
            return await connection.Http.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Silent(e);
        }
    }

    private async Task<ObjectContent> CopyAsync(HttpResponseMessage answer, Stream target, CancellationToken cancellationToken)
    {
        var kept = answer.Headers.TryGetValues(Sha256Header, out var values) ? values.Single() : "";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var piece = new byte[PieceBytes];
        var byteSize = 0L;
        try
        {
            while (true)
            {
                silence.CancelAfter(settings.Timeout);
                var read = await body.ReadAsync(piece, silence.Token);
                if (read == 0) return new(Convert.ToHexStringLower(hash.GetHashAndReset()), byteSize, kept);
                hash.AppendData(piece, 0, read);
                byteSize += read;
                await target.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Silent(e);
        }
    }

    private static DateTimeOffset PutAt(DateTime? modified) =>
        modified is { } time ? new(DateTime.SpecifyKind(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time, DateTimeKind.Utc)) : DateTimeOffset.MaxValue;

    private ObjectStoreUnavailableException Silent(Exception e) => new($"The object store was silent for {settings.Timeout.TotalSeconds:0} seconds.", e);
}

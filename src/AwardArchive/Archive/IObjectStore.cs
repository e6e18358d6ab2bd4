using Microsoft.Extensions.Options;

namespace AwardArchive.Archive;

/// <summary>Keeps immutable bytes under keys. Contract tests run on every back end.</summary>
/// <remarks>All members may be called at the same time from many threads and processes. Where the store is on another machine, each may
/// throw <see cref="ObjectStoreUnavailableException"/>; nothing changed then, or the whole object is there.</remarks>
public interface IObjectStore
{
    /// <summary>Stores a file's bytes; when the task ends they survive a loss of power.</summary>
    /// <param name="key">An object already there is replaced as a whole: readers see the old bytes or the new, never a mixture.</param>
    /// <param name="path">A finished file. Taken: after success it is no longer at this path.</param>
    /// <param name="cancellationToken">Stops before the object is visible, or not at all.</param>
    /// <exception cref="StorageFullException">No room; nothing changed and the file is still at its path.</exception>
    Task PutFileAsync(ObjectKey key, string path, CancellationToken cancellationToken);

    /// <summary>Opens the bytes for reading, seekable, from the start.</summary>
    /// <returns>Null if there is no such object.</returns>
    /// <exception cref="ObjectDamagedException">The bytes are not those that were put, as far as the store keeps checksums.</exception>
    Task<Stream?> OpenReadAsync(ObjectKey key, CancellationToken cancellationToken);

    /// <summary>Gives the object as a local file, for programs that take a path. Read only.</summary>
    /// <exception cref="ObjectMissingException">There is no such object.</exception>
    Task<LocalObject> GetLocalFileAsync(ObjectKey key, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(ObjectKey key, CancellationToken cancellationToken);

    /// <summary>Asks the store for a sign of life.</summary>
    /// <exception cref="ObjectStoreUnavailableException">It does not answer.</exception>
    /// <exception cref="OptionsValidationException">It answers that a setting is wrong; the failure names it.</exception>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>All objects whose keys start with the prefix, in no order; <c>""</c> lists everything. What is no <see cref="ObjectKey"/> was put
    /// by somebody else and is left out.</summary>
    IAsyncEnumerable<StoredObject> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Copies the bytes as they are now, whatever they should be, and says what they are. For whoever judges or saves them.</summary>
    /// <returns>Null if there is no such object.</returns>
    /// <exception cref="IOException">They cannot be read.</exception>
    Task<ObjectContent?> CopyToAsync(ObjectKey key, Stream target, CancellationToken cancellationToken);

    /// <summary>Deletes an object that was not put since; only for what no row of the catalog knows.</summary>
    /// <returns>False when it is newer than that, or not there.</returns>
    Task<bool> RemoveAsync(ObjectKey key, DateTimeOffset unlessPutSince, CancellationToken cancellationToken);
}

/// <summary>An object of a listing.</summary>
/// <param name="PutAt">By the clock of whoever keeps it.</param>
public readonly record struct StoredObject(ObjectKey Key, DateTimeOffset PutAt);

/// <summary>What the bytes of an object are.</summary>
/// <param name="Sha256">Of what was read, 64 lower-case hexadecimal digits.</param>
/// <param name="KeptSha256">What the store itself keeps as their checksum: null where it keeps none of any object, empty where it lacks this one.</param>
public sealed record ObjectContent(string Sha256, long ByteSize, string? KeptSha256);

/// <summary>An object as a file on this machine, until disposed.</summary>
/// <param name="path">Do not write to it.</param>
/// <param name="release">Runs at disposal; null when there is nothing to release.</param>
public sealed class LocalObject(string path, Action? release = null) : IDisposable
{
    public string Path { get; } = path;

    public void Dispose() => release?.Invoke();
}

/// <summary>There is no room for what should be stored. Passing: space may come back.</summary>
public sealed class StorageFullException(string message, Exception? inner = null) : IOException(message, inner);

/// <summary>The catalog names an object that the store does not have.</summary>
public sealed class ObjectMissingException(ObjectKey key) : IOException($"The object {key} is missing from the store.")
{
    public ObjectKey Key { get; } = key;
}

/// <summary>The store holds other bytes under the key than were put there.</summary>
public sealed class ObjectDamagedException(ObjectKey key, string why) : IOException($"The object {key} is damaged: {why}")
{
    public ObjectKey Key { get; } = key;
}

/// <summary>The store is away or refuses its service for now. Passing: the same call may succeed later.</summary>
public sealed class ObjectStoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

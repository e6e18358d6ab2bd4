using System.Security.Cryptography;
using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Capture;

/// <summary>Writes an arriving stream to scratch and hashes it on the way, in constant memory.</summary>
internal sealed class FileReceiver(IOptions<ArchiveOptions> archive, IOptions<CaptureOptions> options)
{
    private const int PieceBytes = 128 * 1024;

    /// <summary>How often the free space is looked at again.</summary>
    private const long SpaceCheckBytes = 16L << 20;

    /// <param name="content">Read to its end.</param>
    /// <param name="expectedBytes">Its exact length where it is known, to refuse at once what cannot fit.</param>
    /// <param name="cancellationToken">Nothing is kept.</param>
    /// <exception cref="CaptureRefusedException">More than <see cref="CaptureOptions.MaxBytes"/>; nothing is kept.</exception>
    /// <exception cref="StorageFullException">No room, or less left than <see cref="ArchiveOptions.MinFreeBytes"/>; nothing is kept.</exception>
    public async Task<ReceivedFile> ReceiveAsync(Stream content, long? expectedBytes, CancellationToken cancellationToken)
    {
        if (expectedBytes > options.Value.MaxBytes) throw TooLarge();
        RequireSpace(expectedBytes ?? 0);
        var path = Path.Combine(archive.Value.ScratchFolder, $"{Guid.CreateVersion7():N}.upload");
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var byteSize = await WriteAsync(content, path, hash, cancellationToken);
            return new(path, byteSize, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private async Task<long> WriteAsync(Stream content, string path, IncrementalHash hash, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var piece = new byte[PieceBytes];
        var written = 0L;
        for (int read; (read = await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken)) > 0;)
        {
            if (written + read > options.Value.MaxBytes) throw TooLarge();
            if (written / SpaceCheckBytes != (written + read) / SpaceCheckBytes) RequireSpace(read);
            hash.AppendData(piece, 0, read);
            try
            {
                await file.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }
            catch (IOException e) when (Posix.IsStorageFull(e))
            {
                throw new StorageFullException("No room for an arriving file.", e);
            }
            written += read;
        }
        return written;
    }

    /// <exception cref="StorageFullException">So many bytes would leave less than <see cref="ArchiveOptions.MinFreeBytes"/>.</exception>
    public void RequireSpace(long bytes)
    {
        Directory.CreateDirectory(archive.Value.ScratchFolder);
        var free = new DriveInfo(archive.Value.ScratchFolder).AvailableFreeSpace;
        if (free < archive.Value.MinFreeBytes + bytes) throw new StorageFullException($"{free} bytes are free, too few for an arriving file.");
    }

    private CaptureRefusedException TooLarge() =>
        new(CaptureProblem.FileTooLarge, $"Tệp lớn hơn giới hạn {options.Value.MaxBytes >> 20} MiB.");
}

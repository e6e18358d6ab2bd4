using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Audit;

/// <summary>What this machine's head says.</summary>
internal enum HeadState
{
    /// <summary>There is none: a new archive, a new machine, or somebody took it away.</summary>
    Missing,

    Sound,

    /// <summary>What lies there was not written with our key.</summary>
    Forged,
}

/// <summary>The last entry that this machine answered for, in a file outside the database: a tail that was cut off or written anew is found by it.</summary>
/// <remarks>Two marks in sectors of their own, written in turn and in place: a kill leaves the one or the other whole, and a full disk does not matter.</remarks>
internal sealed class AuditHead(IOptions<AuditOptions> options, IOptions<ArchiveOptions> archive, AuditKeys keys, TimeProvider time)
{
    private const string FileName = "head";
    private const int Slots = 2, SlotBytes = 4096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Moment = TimeSpan.FromMilliseconds(2);

    private string Folder => options.Value.Folder ?? Path.Combine(Path.GetFullPath(archive.Value.DataFolder), "audit");

    private string FilePath => Path.Combine(Folder, FileName);

    public async Task<(HeadState State, AuditMark? Mark)> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(FilePath)) return (HeadState.Missing, null);
        await using var file = await OpenAsync(cancellationToken);
        var (state, mark, _) = Read(file);
        return (state, mark);
    }

    /// <summary>Moves the head on; never back, and never over what is forged.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task WriteAsync(AuditMark mark, CancellationToken cancellationToken)
    {
        var isNew = !File.Exists(FilePath);
        if (isNew) Directory.CreateDirectory(Folder);
        await using var file = await OpenAsync(cancellationToken);
        if (file.Length < Slots * SlotBytes) file.Write(new byte[Slots * SlotBytes]); // all the room it ever needs
        var (state, last, slot) = Read(file);
        if (state == HeadState.Forged || last?.Number >= mark.Number) return;
        file.Position = slot * SlotBytes;
        file.Write(mark.Write(keys.Current));
        file.Flush(flushToDisk: true);
        if (isNew) Posix.FlushFolder(Folder);
    }

    /// <summary>Puts the head aside, as evidence, so that the next entry begins another.</summary>
    public void SetAside()
    {
        if (File.Exists(FilePath)) File.Move(FilePath, $"{FilePath}-{time.GetUtcNow():yyyyMMddHHmmssfff}");
    }

    /// <returns>The newer mark, and the slot that the next one goes to.</returns>
    private (HeadState State, AuditMark? Mark, int Next) Read(FileStream file)
    {
        var (state, newest, next) = (HeadState.Missing, (AuditMark?)null, 0);
        var bytes = new byte[AuditMark.Bytes];
        for (var slot = 0; slot < Slots && file.Length >= (slot + 1) * SlotBytes; slot++)
        {
            file.Position = slot * SlotBytes;
            file.ReadExactly(bytes);
            if (!bytes.AsSpan().ContainsAnyExcept((byte)0)) continue;
            if (AuditMark.Read(bytes, keys) is not { } mark) return (HeadState.Forged, null, 0);
            state = HeadState.Sound;
            if (newest?.Number >= mark.Number) continue;
            (newest, next) = (mark, 1 - slot);
        }
        return (state, newest, next);
    }

    /// <summary>A server and commands beside it write to one file in turn.</summary>
    private async Task<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        for (var begun = time.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(FilePath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException e) when (!Posix.IsStorageFull(e) && time.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(Moment, TimeProvider.System, cancellationToken);
            }
        }
    }
}

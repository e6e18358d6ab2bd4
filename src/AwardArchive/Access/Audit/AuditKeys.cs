using System.Security.Cryptography;
using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Audit;

/// <summary>The secrets of the chain: outside the database, so that who writes to it cannot write the chain.</summary>
internal sealed class AuditKeys(IOptions<AuditOptions> options, IOptions<ArchiveOptions> archive)
{
    private const string FileName = "audit.key";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lazy<IReadOnlyDictionary<int, AuditKey>> previous = new(
        () => options.Value.PreviousKeys.Concat(Archived(archive.Value.KeyFolder)).Select(secret => new AuditKey(secret)).DistinctBy(key => key.Id).ToDictionary(key => key.Id));

    private readonly Lazy<AuditKey> current = new(() => new AuditKey(options.Value.Key ?? OfFile(archive.Value.KeyFolder)));

    /// <summary>With which entries are written.</summary>
    /// <exception cref="IOException">Its file cannot be read or made.</exception>
    public AuditKey Current => current.Value;

    /// <summary>The key of an entry; null: this machine does not have it.</summary>
    public AuditKey? Find(int id) => id == Current.Id ? Current : previous.Value.GetValueOrDefault(id);

    /// <summary>To change the key: rename <c>audit.key</c> to <c>audit-….key</c>; the next start makes another.</summary>
    private static IEnumerable<string> Archived(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "audit-*.key").Select(File.ReadAllText) : [];

    private static string OfFile(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) Make(folder, path);
        return File.ReadAllText(path);
    }

    /// <summary>Whole or not at all; of two processes at the same moment one makes it.</summary>
    private static void Make(string folder, string path)
    {
        Directory.CreateDirectory(folder);
        var half = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
            using (var file = new FileStream(half, options))
            {
                file.Write(System.Text.Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(64, lowercase: true)));
                file.Flush(flushToDisk: true);
            }
            File.Move(half, path, overwrite: false);
            Posix.FlushFolder(folder);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
        }
        finally
        {
            File.Delete(half);
        }
    }
}

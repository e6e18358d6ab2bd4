using System.ComponentModel;
using System.Runtime.InteropServices;

namespace AwardArchive.Archive;

/// <summary>What the file system must promise and .NET does not offer.</summary>
internal static partial class Posix
{
    private const int NoSpace = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT
    private const int SqliteFull = 13; // SQLITE_FULL

    /// <summary>Makes a rename or a new name in this folder survive a loss of power (fsync(2), on the folder).</summary>
    public static void FlushFolder(string path)
    {
        var descriptor = Open(path, 0);
        if (descriptor < 0) throw new IOException($"Cannot open the folder {path}.", new Win32Exception());
        try
        {
            if (Fsync(descriptor) != 0) throw new IOException($"Cannot flush the folder {path}.", new Win32Exception());
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Whether the cause is a full disk, as the file system or SQLite tells it.</summary>
    public static bool IsStorageFull(Exception? exception) => exception switch
    {
        null => false,
        StorageFullException => true,
        IOException { HResult: NoSpace or QuotaExceeded } => true,
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: SqliteFull } => true,
        _ => IsStorageFull(exception.InnerException),
    };

    /// <summary>Gives a file another name (link(2)).</summary>
    /// <returns>False where that cannot be: another file system, one without links, or a file of somebody else.</returns>
    public static bool TryLink(string path, string name) => Link(path, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string name);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}

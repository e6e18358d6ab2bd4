using System.Runtime.InteropServices;

namespace AwardArchive.Tests.Capture;

/// <summary>Runs file access without the rights of the superuser, so that permissions count even where the tests run as root.</summary>
internal static partial class Unprivileged
{
    private const uint Nobody = 65534;

    public static T Run<T>(Func<T> work)
    {
        var result = default(T);
        // The identity for file access belongs to the thread (setfsuid(2)); for other users than root the call changes nothing.
        var thread = new Thread(() =>
        {
            _ = SetFileUser(Nobody);
            result = work();
        });
        thread.Start();
        thread.Join();
        return result!;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileUser(uint user);
}

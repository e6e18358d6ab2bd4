using System.Collections.Concurrent;
using System.Diagnostics;

namespace AwardArchive.Capture.Sandbox;

/// <summary>Starts child processes from one thread that lives as long as the service.</summary>
/// <remarks>
/// bubblewrap ends with its parent by PR_SET_PDEATHSIG, and for the kernel the parent is the thread that started it (prctl(2)): the thread
/// pool's own come and go.
/// </remarks>
internal static class ChildStarter
{
    private static readonly BlockingCollection<Action> Starts = Begin();

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }

    private static BlockingCollection<Action> Begin()
    {
        var starts = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var start in starts.GetConsumingEnumerable()) start();
        }) { IsBackground = true, Name = "child starter" }.Start();
        return starts;
    }
}

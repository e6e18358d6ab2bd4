namespace AwardArchive.Archive;

/// <summary>Leases are short, so that the work of a machine that died does not wait long; while it lives it holds them anew.</summary>
internal static class LeaseRenewal
{
    /// <summary>Holds a lease anew every third of its time.</summary>
    /// <param name="renewAsync">False: it is somebody else's, and there is nothing left to hold.</param>
    /// <param name="failed">Told why a turn failed; the next one tries again.</param>
    /// <param name="ended">The work is done.</param>
    public static async Task RunAsync(
        TimeSpan lease, TimeProvider time, Func<CancellationToken, Task<bool>> renewAsync, Action<Exception> failed, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(lease / 3, time);
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(ended);
                if (!await renewAsync(ended)) return;
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // The work ended.
            }
            catch (Exception e)
            {
                failed(e);
            }
        }
    }
}

namespace AwardArchive.Capture.Sandbox;

/// <summary>Children that wait for work, each until it has waited for too long.</summary>
internal sealed class IdleChildren<TChild> : IAsyncDisposable
    where TChild : WarmChild
{
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly Func<TChild, ValueTask> _end;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();

    // The one that has waited longest is first.
    private readonly List<(TChild Child, long Since)> _waiting = [];
    private bool _closed;

    /// <param name="patience">So long each of them waits.</param>
    /// <param name="end">Disposes of one.</param>
    public IdleChildren(TimeSpan patience, TimeProvider time, Func<TChild, ValueTask> end)
    {
        (_patience, _time, _end) = (patience, time, end);
        _timer = time.CreateTimer(_ => _ = EndImpatientAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get { lock (_gate) return _waiting.Count; }
    }

    /// <summary>The one used last: its memory is warm, and the others come to their end.</summary>
    /// <returns>Null: none that lives and fits.</returns>
    /// <exception cref="ObjectDisposedException">Nobody is to work any more.</exception>
    public async ValueTask<TChild?> TakeAsync(Predicate<TChild> fits)
    {
        while (true)
        {
            TChild child;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                var last = _waiting.FindLastIndex(waiting => fits(waiting.Child));
                if (last < 0) return null;
                child = _waiting[last].Child;
                _waiting.RemoveAt(last);
            }
            if (!child.HasExited) return child;
            await _end(child);
        }
    }

    /// <returns>False: nobody is to work any more, and the child is still the caller's.</returns>
    public bool TryKeep(TChild child)
    {
        lock (_gate)
        {
            if (_closed) return false;
            _waiting.Add((child, _time.GetTimestamp()));
            if (_waiting.Count == 1) _timer.Change(_patience, Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    /// <summary>Ends those that have waited longest, until no more than so many wait.</summary>
    public async ValueTask EndMoreThanAsync(int count)
    {
        List<TChild> tooMany;
        lock (_gate) tooMany = Take(_waiting.Count - count);
        await EndAsync(tooMany);
    }

    public async ValueTask DisposeAsync()
    {
        List<TChild> all;
        lock (_gate)
        {
            _closed = true;
            all = Take(_waiting.Count);
        }
        await _timer.DisposeAsync();
        await EndAsync(all);
    }

    private async Task EndImpatientAsync()
    {
        List<TChild> ended;
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            ended = Take(_waiting.TakeWhile(waiting => _time.GetElapsedTime(waiting.Since, now) >= _patience).Count());
            if (_waiting.Count > 0) _timer.Change(_patience - _time.GetElapsedTime(_waiting[0].Since, now), Timeout.InfiniteTimeSpan);
        }
        await EndAsync(ended);
    }

    /// <summary>Under the lock.</summary>
    private List<TChild> Take(int count)
    {
        List<TChild> taken = [.. _waiting.Take(count).Select(waiting => waiting.Child)];
        _waiting.RemoveRange(0, taken.Count);
        return taken;
    }

    private async ValueTask EndAsync(List<TChild> children)
    {
        foreach (var child in children) await _end(child);
    }
}

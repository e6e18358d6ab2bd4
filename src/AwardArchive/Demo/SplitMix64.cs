namespace AwardArchive.Demo;

/// <summary>
/// Steele, Lea and Flood's SplitMix64: the same numbers on every runtime, which <see cref="Random"/> does not promise,
/// so that a seed names the same scans for ever.
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A generator for a part of the work, so that what one part draws does not move another.</summary>
    public SplitMix64 Fork() => new(Next());

    /// <summary>From 0 to below 1.</summary>
    public float Unit() => (Next() >> 40) / (float)(1 << 24);

    public float Between(float low, float high) => low + ((high - low) * Unit());

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    public bool Chance(float probability) => Unit() < probability;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[(int)(Next() % (ulong)choices.Length)];

    public DateOnly Date(DateOnly first, DateOnly last) => first.AddDays(Between(0, last.DayNumber - first.DayNumber));
}

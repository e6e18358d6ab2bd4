using static AwardArchive.Recognition.Native.LeptonicaApi;

namespace AwardArchive.Recognition.Workers;

/// <summary>The upright lines of tables and frames, which the engine takes for letters: <c>l</c>, <c>I</c>, <c>|</c>.</summary>
internal static class Rules
{
    // In inches: longer than any upright stroke of a letter.
    private const double ShortestRule = 0.4;

    /// <returns>Whether there were any.</returns>
    public static bool Remove(LevelPage page)
    {
        using var rules = Open(0, page.Ink, 1, (int)(ShortestRule * page.Resolution));
        return !rules.IsInvalid && IsEmpty(rules, out var none) == 0 && none == 0 && page.Erase(rules);
    }
}

using AwardArchive.Recognition;

namespace AwardArchive.Reading;

/// <summary>How sure the words of a value are together.</summary>
internal static class Sureness
{
    /// <summary>One misread word makes a whole value wrong: the least sure one counts as much as all of them.</summary>
    /// <param name="words">At least one.</param>
    /// <returns>0 to 1.</returns>
    public static double Of(IReadOnlyList<Word> words)
    {
        var (sum, least) = (0.0, 1.0);
        foreach (var word in words)
        {
            sum += word.Confidence;
            least = Math.Min(least, word.Confidence);
        }
        return Math.Clamp(((sum / words.Count) + least) / 2, 0, 1);
    }
}

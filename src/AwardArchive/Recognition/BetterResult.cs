using AwardArchive.Archive;

namespace AwardArchive.Recognition;

/// <summary>The rule that says whether a new result of a page takes the place of the one that counts.</summary>
internal static class BetterResult
{
    /// <summary>An engine can be surer by leaving out what it is unsure of: then fewer letters are no gain.</summary>
    private const double MinLetterShare = 0.9;

    public static bool IsChosen(WishedChoice choice, PageRecognition counts, PageRecognition candidate, RecognitionOptions options) => choice switch
    {
        WishedChoice.New => true,
        WishedChoice.None => false,
        _ => IsBetter(counts, candidate, options),
    };

    private static bool IsBetter(PageRecognition counts, PageRecognition candidate, RecognitionOptions options)
    {
        if (candidate.Confidence is not { } confidence) return false;
        // Words where there were none may be dirt that was read: they must stand for themselves.
        if (counts.Confidence is not { } before) return confidence >= options.ReviewBelowConfidence;
        return confidence >= before + options.BetterByConfidence && candidate.LetterCount >= MinLetterShare * counts.LetterCount;
    }
}

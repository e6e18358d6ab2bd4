using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>Whether a page says anything: a page upside down, or in another language, has few syllables of Vietnamese, and what is read there is chance.</summary>
internal static class Legibility
{
    private const int FewestWords = 12;

    /// <summary>Share of words that are possible syllables: faxes have more than the upper, English less than the lower.</summary>
    private const double Lowest = 0.45, Enough = 0.7;

    private const double Least = 0.3;

    /// <returns>1 for a page to be believed; less the less of it is Vietnamese.</returns>
    public static double Of(PageLayout page)
    {
        var (words, possible) = (0, 0);
        foreach (var word in page.Runs.SelectMany(run => run.Words))
        {
            var letters = word.Text.Trim('.', ',', ';', ':', '(', ')', '"', '“', '”', '-', '/');
            if (letters.Length < 2 || !letters.All(char.IsLetter)) continue;
            words++;
            if (Syllable.IsPossible(letters)) possible++;
        }
        return words < FewestWords ? 1 : Math.Clamp(((double)possible / words - Lowest) / (Enough - Lowest), Least, 1);
    }
}

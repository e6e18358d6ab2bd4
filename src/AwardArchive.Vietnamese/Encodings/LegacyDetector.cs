using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>Tells by its syllables whether a text is Vietnamese of before Unicode.</summary>
/// <remarks>
/// Every candidate reads the words that have letters beyond ASCII; the one with most valid syllables wins if it beats the plain reading
/// clearly. So a text is judged as a whole: one word says nothing, since <c>à</c> alone is a letter in most of these encodings.
/// </remarks>
public static class LegacyDetector
{
    // Words that tell; the share of them that must become syllables; how much larger it must be than the share of those that are already.
    private static readonly (int Words, double Share, double Gain) Needed = (4, 0.7, 0.3);

    // With a hint from outside, like the name of a font, less evidence will do.
    private static readonly (int Words, double Share, double Gain) NeededWithHint = (1, 0.5, 0.2);

    // Enough to be sure, and a bound on what a long text costs.
    private const int MaxWords = 2000;

    private static readonly LegacyEncoding[] Encodings = Enum.GetValues<LegacyEncoding>();

    /// <summary>Which encoding the text is in.</summary>
    /// <param name="text">All that is in one encoding: a document, or what a PDF shows in one font. As raw as it was found.</param>
    /// <param name="hint">What something else says it is; the letters still decide.</param>
    /// <returns>Null for Unicode, other languages, and too little to tell.</returns>
    public static LegacyEncoding? Detect(string text, LegacyEncoding? hint = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = TellingWords(text);
        if (words.Count == 0) return null;
        var plain = Share(words, NormalForm.Of);
        LegacyEncoding? best = null;
        var bestShare = 0.0;
        foreach (var encoding in Encodings)
        {
            var needed = encoding == hint ? NeededWithHint : Needed;
            if (words.Count < needed.Words) continue;
            var share = Share(words, word => LegacyText.Decode(HiddenCodes.Restore(word, encoding), encoding) is { Unconverted.Count: 0 } read ? read.Text : "");
            if (share < needed.Share || share - plain < needed.Gain || share < bestShare) continue;
            // Two that read equally well: too little to tell, but for the hint.
            if (share > bestShare || encoding == hint) best = encoding;
            else if (best != hint) best = null;
            bestShare = share;
        }
        return best;
    }

    /// <summary>The encoding that the name of a font promises: <c>.VnTimeH</c>, <c>VNI-Times</c>, <c>VPS Times</c>.</summary>
    /// <param name="fontName">As in a PDF, with or without the prefix of a subset.</param>
    /// <param name="capitals">Whether that font shows small letters as capitals.</param>
    public static LegacyEncoding? HintOf(string? fontName, out bool capitals)
    {
        capitals = false;
        var name = fontName ?? "";
        if (name.Length > 7 && name[6] == '+') name = name[7..];
        if (name.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase))
        {
            var family = name.Split(',', '-')[0].TrimEnd();
            capitals = family[^1] == 'H';
            return LegacyEncoding.Tcvn3;
        }
        if (name.StartsWith("VNI", StringComparison.OrdinalIgnoreCase)) return LegacyEncoding.VniWindows;
        if (name.StartsWith("VPS", StringComparison.OrdinalIgnoreCase)) return LegacyEncoding.Vps;
        return name.StartsWith("VISCII", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VI ", StringComparison.Ordinal) ? LegacyEncoding.Viscii : null;
    }

    private static List<string> TellingWords(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(Tells)).Take(MaxWords)];

    /// <summary>Quotation marks and dashes stand in every language.</summary>
    private static bool Tells(char character) => !char.IsAscii(character) && character is < '\u2010' or > '\u203A';

    private static double Share(List<string> words, Func<string, string> read) => words.Count(word => IsVietnamese(read(word))) / (double)words.Count;

    private static bool IsVietnamese(string read)
    {
        var syllables = 0;
        var run = new StringBuilder();
        foreach (var character in read + ' ')
        {
            // Soft hyphens and what is no letter at all spoil a word; signs only end it.
            if (char.IsLetter(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                run.Append(character);
                continue;
            }
            if (run.Length == 0) continue;
            if (!Syllable.IsPossible(run.ToString())) return false;
            syllables++;
            run.Clear();
        }
        return syllables > 0;
    }
}

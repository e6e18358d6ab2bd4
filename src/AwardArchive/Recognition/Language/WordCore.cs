using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition.Language;

/// <summary>What of a recognized word is letters and digits, and how it is written.</summary>
/// <param name="Text">The word as recognized.</param>
/// <param name="Start">Of the core: from the first letter or digit to the last.</param>
/// <param name="Length">Of the core; 0 when there is none.</param>
internal readonly record struct WordCore(string Text, int Start, int Length)
{
    public static WordCore Of(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        return new(text, start, end - start);
    }

    public string Core => Text.Substring(Start, Length);

    public bool HasOpeningSigns => Start > 0;

    public bool HasClosingSigns => Start + Length < Text.Length;

    /// <summary>Only Vietnamese letters.</summary>
    public bool IsWord => Length > 0 && Core.All(letter => Letter.TryRead(letter, out _));

    public bool IsCapitalized => Length > 0 && char.IsUpper(Text[Start]);

    public bool IsInCapitals => Length > 1 && Core.All(letter => !char.IsLower(letter));

    /// <summary>Another core between the same signs.</summary>
    public string With(string core) => string.Concat(Text.AsSpan(0, Start), core, Text.AsSpan(Start + Length));

    /// <summary>A word of the lexicon, written as this one is: its capitals, and y where both y and i are in use.</summary>
    /// <param name="word">In normal form.</param>
    public string Spell(string word)
    {
        var spelled = Core.Any(letter => Letter.TryRead(letter, out var read) && (read.Base | 0x20) == 'y') ? WithY(word) : word;
        return IsInCapitals ? spelled.ToUpperInvariant() : IsCapitalized ? char.ToUpperInvariant(spelled[0]) + spelled[1..] : spelled;
    }

    private static string WithY(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!Letter.TryRead(word[i], out var letter) || letter.Base != 'i' || !(letter with { Base = 'y' }).TryCompose(out var y)) continue;
            var other = string.Concat(word.AsSpan(0, i), [y], word.AsSpan(i + 1));
            if (NormalForm.OfWord(other) == word) return other;
        }
        return word;
    }
}

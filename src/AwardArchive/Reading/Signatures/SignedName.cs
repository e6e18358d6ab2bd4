using System.Globalization;
using System.Text;
using AwardArchive.Recognition;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Signatures;

/// <summary>The name under a signature, without titles and degrees.</summary>
/// <param name="Words">Those it was read from.</param>
/// <param name="AsWritten">They as they stand there.</param>
/// <param name="Certainty">0 to 1: less where strokes of the signature or the seal were left out, or where a word is no syllable.</param>
internal sealed record SignedName(string Name, IReadOnlyList<Word> Words, string AsWritten, double Certainty)
{
    private const int Fewest = 2;

    private const int Most = 6;

    /// <summary>Letter by letter, too.</summary>
    private const int MostWords = 40;

    private static readonly ILookup<string, string> FamiliesByLetters =
        FamilyNames.Common.Where(name => !name.Contains(' ', StringComparison.Ordinal)).ToLookup(name => Folding.Fold(name), StringComparer.Ordinal);

    /// <summary>Typists write them small.</summary>
    private static readonly string[] SmallMiddles = ["van", "thi"];

    /// <summary>Reads a line that bears a name and nothing else but strokes and dirt.</summary>
    /// <param name="line">Its words from left to right, wide gaps and all.</param>
    public static SignedName? Read(IReadOnlyList<Word> line)
    {
        var isSpaced = line.Count >= 4 && line.Count(word => word.Text.Length == 1) >= line.Count * 0.7;
        var (first, end) = (0, line.Count);
        while (first < end && IsDirt(line[first].Text)) first++;
        while (end > first && (isSpaced ? !line[end - 1].Text.Any(char.IsLetter) : IsDirt(line[end - 1].Text))) end--;
        if (end == first || end - first > MostWords) return null;
        Word[] words = [.. line.Skip(first).Take(end - first)];
        var parts = isSpaced && words.Length > 1 ? Unspaced(words) : Mended(words);
        if (parts.Count < Fewest || !PersonName.TryParse(string.Join(' ', parts), out var name) || name.Family is null || name.Aliases.Count > 0) return null;
        var syllables = name.Full.Split(' ');
        if (syllables.Length is < Fewest or > Most || !IsName(syllables) || Offices.IsOfficeWithMarks(name.Full)) return null;
        var impossible = syllables.Count(syllable => !Syllable.IsPossible(syllable));
        if (impossible == syllables.Length) return null;

        var certainty = 1.0;
        if (words.Length < line.Count) certainty *= 0.85;
        if (parts.Count < words.Length) certainty *= 0.85;
        if (impossible > 0) certainty *= 0.75;
        if (Repair(syllables)) certainty *= 0.85;
        // A middle name in front: the family name was lost.
        if (!FamilyNames.IsCommon(syllables[0]) || SmallMiddles.Contains(Folding.Fold(syllables[0]))) certainty *= 0.75;
        return new(string.Join(' ', syllables), words, string.Join(' ', words.Select(word => word.Text)), certainty);
    }

    /// <summary>Gives a family name its marks where only one has these letters, and a word its small letters where the others have them.</summary>
    private static bool Repair(string[] syllables)
    {
        var before = string.Join(' ', syllables);
        if (FamiliesByLetters[Folding.Fold(syllables[0])].ToList() is [var only] && NormalForm.OfWord(only) != NormalForm.OfWord(syllables[0]))
            syllables[0] = syllables[0].All(char.IsUpper) ? only.ToUpperInvariant() : only;
        for (var i = 0; i < syllables.Length; i++)
        {
            var word = syllables[i];
            if (word.Length > 1 && word.All(char.IsUpper) && syllables.Any(other => other.Any(char.IsLower))) syllables[i] = word[0] + word[1..].ToLower(CultureInfo.InvariantCulture);
        }
        return before != string.Join(' ', syllables);
    }

    /// <summary>Strokes of the signature and of the seal: no word begins so.</summary>
    private static bool IsDirt(string text) => !char.IsUpper(Letters(text).FirstOrDefault()) || (Letters(text).Length == 1 && text.Length > 2);

    private static bool IsName(string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].All(character => char.IsLetter(character) || character is '.' or '-')) return false;
            if (!char.IsUpper(parts[i][0]) && (i == 0 || i == parts.Length - 1 || !SmallMiddles.Contains(Folding.Fold(parts[i])))) return false;
        }
        return true;
    }

    /// <summary>A name is set apart letter by letter: <c>N g u y ễ n  V ă n  A</c>; a capital, or a wider gap, begins the next word.</summary>
    /// <param name="words">Two at least.</param>
    private static List<string> Unspaced(Word[] words)
    {
        var gaps = words.Zip(words.Skip(1), (one, next) => next.X - one.Box.Right).Order().ToArray();
        var wide = gaps[gaps.Length / 2] * 1.8;
        var allCapitals = words.All(word => char.IsUpper(word.Text[0]));
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < words.Length; i++)
        {
            var begins = i > 0 && (allCapitals ? words[i].X - words[i - 1].Box.Right > wide : char.IsUpper(words[i].Text[0]));
            if (begins)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            part.Append(Letters(words[i].Text));
        }
        parts.Add(part.ToString());
        return [.. parts.Where(text => text.Length > 0)];
    }

    /// <summary>What begins small belongs to the torn word before it, which is no syllable alone: <c>T hế</c>. Titles may begin small: <c>Đại tá</c>.</summary>
    private static List<string> Mended(Word[] words)
    {
        var parts = new List<string>();
        foreach (var part in words.Select(word => Letters(word.Text, signs: true)))
        {
            if (parts.Count > 0 && part.Length > 0 && char.IsLower(part[0]) && !Syllable.IsPossible(parts[^1]) && parts[^1].All(char.IsLetter)) parts[^1] += part;
            else if (part.Length > 0) parts.Add(part);
        }
        return parts;
    }

    /// <summary>Without what stands around it: dots of a leader, brackets.</summary>
    private static string Letters(string text, bool signs = false)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        // "TS." is a title; a dot behind the last word is dirt, and PersonName leaves it out.
        if (signs && end < text.Length && text[end] == '.') end++;
        return text[start..end];
    }
}

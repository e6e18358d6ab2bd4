using System.Text;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>Sets right what recognition does to names and what no name has: two words run together, large letters inside words, a family name's marks.</summary>
internal static class NameSpelling
{
    private const double Parted = 0.85;
    private const double OtherMarks = 0.85;

    /// <summary>By their letters alone; those that differ by marks only (Lương, Lường) are not set right.</summary>
    private static readonly Dictionary<string, string> Families = FamilyNames.Common.Where(name => !name.Contains(' ', StringComparison.Ordinal))
        .GroupBy(Folding.Fold, StringComparer.Ordinal).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    private static readonly HashSet<string> Known = [.. FamilyNames.Common.SelectMany(name => name.Split(' ')).Select(name => NormalForm.OfWord(name))];

    /// <returns>The name, and how sure it still is, 0 to 1.</returns>
    public static (string Name, double Certainty) Mend(string name)
    {
        var certainty = 1.0;
        var isCapitals = !name.Any(char.IsLower);
        var words = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = isCapitals ? [word] : PartsOf(word);
            if (parts.Count > 1) certainty *= Parted;
            words.AddRange(isCapitals ? parts : parts.Select(Cased));
        }
        if (words.Count > 1 && !Known.Contains(NormalForm.OfWord(words[0])) && Families.TryGetValue(Folding.Fold(words[0]), out var family))
        {
            words[0] = isCapitals ? family.ToUpperInvariant() : family;
            certainty *= OtherMarks;
        }
        return (string.Join(' ', words), certainty);
    }

    /// <summary>"Giá đình ông …" is a family.</summary>
    public static string MendFamily(string name)
    {
        var end = 0;
        foreach (var (token, i) in Tokenizer.Tokenize(name).Take(2).Select((token, i) => (token, i)))
        {
            if (Folding.Fold(name[token.Start..token.End]) != (i == 0 ? "gia" : "dinh")) return name;
            end = token.End;
        }
        return $"Gia đình{name[end..]}";
    }

    /// <summary>"ThếTấn": a large letter behind a small one opens a word, if both are syllables.</summary>
    private static List<string> PartsOf(string word)
    {
        for (var i = 2; i + 1 < word.Length; i++)
        {
            if (char.IsLower(word[i - 1]) && char.IsUpper(word[i]) && Syllable.IsPossible(word[..i].ToLowerInvariant()) && Syllable.IsPossible(word[i..].ToLowerInvariant()))
                return [word[..i], word[i..]];
        }
        return [word];
    }

    /// <summary>"HỒ", "phan" among words written as names are.</summary>
    private static string Cased(string word)
    {
        var cased = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++) cased.Append(i == 0 ? char.ToUpperInvariant(word[i]) : char.ToLowerInvariant(word[i]));
        return cased.ToString();
    }
}

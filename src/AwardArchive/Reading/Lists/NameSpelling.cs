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

    private static readonly Dictionary<char, char> Horned = "oóòỏõọơớờởỡợ".Zip("ơớờởỡợơớờởỡợ").ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Behind the family name and before others these are the two commonest middle names with a mark lost or wrong; nobody is called so.</summary>
    private static readonly Dictionary<string, string> Middles = new(StringComparer.Ordinal)
    {
        ["Thi"] = "Thị", ["Thì"] = "Thị", ["Thí"] = "Thị", ["Thỉ"] = "Thị", ["Thĩ"] = "Thị", ["Tbị"] = "Thị", ["Vấn"] = "Văn", ["Vắn"] = "Văn", ["Vãn"] = "Văn", ["Vản"] = "Văn", ["Van"] = "Văn",
    };

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
        for (var i = 1; i < words.Count && !isCapitals; i++)
        {
            var isMiddle = i == 1 && words.Count > 2;
            if ((isMiddle && Middles.TryGetValue(words[i], out var mended)) || WithHorns(words[i]) is { } horned && (mended = horned) is not null)
            {
                words[i] = mended;
                certainty *= OtherMarks;
            }
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

    /// <summary>"Nhuợng": no syllable has u before ơ, or ư before o, unless it ends there.</summary>
    /// <returns>Null where there is nothing to mend.</returns>
    private static string? WithHorns(string word)
    {
        if (Syllable.IsPossible(word.ToLowerInvariant())) return null;
        var at = word.AsSpan().IndexOfAny("uư");
        if (at < 0 || at + 1 >= word.Length || !Horned.TryGetValue(word[at + 1], out var vowel)) return null;
        var mended = $"{word.AsSpan(0, at)}ư{vowel}{word.AsSpan(at + 2)}";
        return Syllable.IsPossible(mended.ToLowerInvariant()) ? mended : null;
    }

    /// <summary>"HỒ", "phan" among words written as names are.</summary>
    private static string Cased(string word)
    {
        var cased = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++) cased.Append(i == 0 ? char.ToUpperInvariant(word[i]) : char.ToLowerInvariant(word[i]));
        return cased.ToString();
    }
}

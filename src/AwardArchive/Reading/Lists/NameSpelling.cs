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

    private static readonly Dictionary<char, char> Hooked = "äëïöüÿÄËÏÖÜŸ".Zip("ảẻỉỏủỷẢẺỈỎỦỶ").ToDictionary(pair => pair.First, pair => pair.Second);

    private static readonly Dictionary<char, char> Horned = "oóòỏõọơớờởỡợ".Zip("ơớờởỡợơớờởỡợ").ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Between family and given name these are the commonest middle names with a mark lost or wrong; nobody is called so.</summary>
    private static readonly Dictionary<string, string> Middles = new(StringComparer.Ordinal)
    {
        ["Thi"] = "Thị", ["Thì"] = "Thị", ["Thí"] = "Thị", ["Thỉ"] = "Thị", ["Thĩ"] = "Thị", ["Tbị"] = "Thị", ["Vấn"] = "Văn", ["Vắn"] = "Văn", ["Vãn"] = "Văn", ["Vản"] = "Văn", ["Van"] = "Văn",
        ["Hông"] = "Hồng", ["Hỗng"] = "Hồng", ["Hổng"] = "Hồng", ["Ngoc"] = "Ngọc", ["Nsọc"] = "Ngọc", ["Dức"] = "Đức", ["Đưc"] = "Đức", ["Khăc"] = "Khắc",
    };

    /// <returns>The name, and how sure it still is, 0 to 1.</returns>
    public static (string Name, double Certainty) Mend(string name)
    {
        var certainty = 1.0;
        var isCapitals = !name.Any(char.IsLower);
        var words = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = isCapitals ? [word] : PartsOf(WithHooks(word));
            if (parts.Count > 1) certainty *= Parted;
            words.AddRange(isCapitals ? parts : parts.Select(Cased));
        }
        for (var i = 1; i < words.Count && !isCapitals; i++)
        {
            var isMiddle = i + 1 < words.Count;
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
        else if (words.Count > 2 && !Known.Contains(NormalForm.OfWord(words[0])) && !Syllable.IsPossible(words[0].ToLowerInvariant()) && NearFamily(words[0]) is { } near)
        {
            words[0] = near;
            certainty *= OtherMarks;
        }
        return (string.Join(' ', words), certainty);
    }

    /// <summary>The one family name that differs by one letter: "Tiần", "Ngnyễn".</summary>
    private static string? NearFamily(string word)
    {
        string[] near = [.. Families.Values.Where(family => family.Length == word.Length && family.Length > 3 && family.Zip(word).Count(pair => pair.First != pair.Second) == 1)];
        return near.Length == 1 ? near[0] : null;
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

    /// <summary>No Vietnamese letter has two dots; recognition takes the hook above for them.</summary>
    private static string WithHooks(string word) => string.Concat(word.Select(letter => Hooked.GetValueOrDefault(letter, letter)));

    /// <summary>"ThếTấn", "LêBíchLiễu": a large letter behind a small one opens a word.</summary>
    private static List<string> PartsOf(string word)
    {
        if (Syllable.IsPossible(word.ToLowerInvariant())) return [word];
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i < word.Length && !(char.IsLower(word[i - 1]) && char.IsUpper(word[i]))) continue;
            parts.AddRange(WithoutSmallWord(word[start..i]));
            start = i;
        }
        return parts;
    }

    /// <summary>Pa Cô men are called A Nung, A Rôi; an upright rule before a name is read as a letter of it: "ÍTrần".</summary>
    private static IEnumerable<string> WithoutSmallWord(string word)
    {
        var rest = word.Length > 2 ? word[1..] : "";
        if (rest.Length == 0 || Syllable.IsPossible(word.ToLowerInvariant()) || !Syllable.IsPossible(rest.ToLowerInvariant())) return [word];
        return word[0] == 'A' ? ["A", rest] : Folding.Fold(word[..1]) is "i" or "l" && char.IsUpper(rest[0]) ? [rest] : [word];
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

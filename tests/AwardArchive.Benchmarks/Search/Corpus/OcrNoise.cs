using System.Globalization;
using System.Text;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Corpus;

/// <summary>
/// Misreads words as Tesseract misreads old Vietnamese paper. The table is its own on purpose, not the one the engine under test learnt:
/// most errors are in marks, some between letters of one shape, a few tear a word.
/// </summary>
internal static class OcrNoise
{
    /// <summary>Around words that must be read right; taken out of the text.</summary>
    public const char Protected = '\uE000';

    private const float Marks = 0.7f;
    private const float Letters = 0.24f;

    // Letters of one base: any of them for any other.
    private static readonly string[] Families =
        ["aàảãáạăằẳẵắặâầẩẫấậ", "eèẻẽéẹêềểễếệ", "iìỉĩíị", "oòỏõóọôồổỗốộơờởỡớợ", "uùủũúụưừửữứự", "yỳỷỹýỵ", "dđ"];

    // The frequent ones; the rest of a family shares what is left.
    private static readonly Dictionary<char, string> LikelyMarks = new()
    {
        ['d'] = "đ", ['đ'] = "d", ['ề'] = "ẻể", ['i'] = "ịíỉì", ['à'] = "aãả", ['ế'] = "ể", ['ê'] = "ế", ['ở'] = "ờ", ['ă'] = "ãâ", ['ầ'] = "ảáẩ",
        ['ồ'] = "ỏó", ['ỉ'] = "i", ['ị'] = "i", ['ậ'] = "ạâ", ['ấ'] = "ẩá", ['ệ'] = "ẹê", ['ộ'] = "ọô", ['ọ'] = "o", ['ố'] = "óổ",
    };

    private static readonly (string From, string To)[] Shapes =
    [
        ("h", "b"), ("n", "u"), ("u", "n"), ("c", "e"), ("e", "c"), ("rn", "m"), ("m", "rn"), ("l", "1"), ("i", "l"), ("t", "l"), ("o", "0"), ("nh", "uh"),
        ("g", "q"), ("y", "v"), ("v", "y"), ("s", "5"), ("b", "h"), ("H", "II"), ("I", "1"), ("Q", "O"), ("B", "8"), ("N", "M"), ("T", "1"), ("D", "O"),
        ("h", "n"), ("k", "h"), ("r", "n"), ("a", "o"), ("o", "a"), ("x", "s"), ("1", "7"), ("0", "O"), ("5", "S"), ("8", "3"), ("L", "1"), ("V", "Y"),
    ];

    /// <param name="text">With <see cref="Protected"/> around what stays.</param>
    /// <param name="rate">Of the words, 0 to 1.</param>
    /// <param name="random">Draws the words and their errors.</param>
    public static string Damage(string text, float rate, SplitMix64 random)
    {
        var read = new StringBuilder(text.Length + 16);
        var isProtected = false;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == Protected) (isProtected, at) = (!isProtected, at + 1);
            else if (!char.IsLetterOrDigit(text[at])) read.Append(text[at++]);
            else
            {
                var end = at + 1;
                while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
                if (isProtected || !random.Chance(rate)) read.Append(text, at, end - at);
                else read.Append(Misread(text[at..end], random));
                at = end;
            }
        }
        return read.ToString();
    }

    public static string Misread(string word, SplitMix64 random)
    {
        var kind = random.Unit();
        var read = kind < Marks ? MisreadMark(word, random) : kind < Marks + Letters ? MisreadLetter(word, random) : Torn(word, random);
        return read ?? MisreadLetter(word, random) ?? Torn(word, random);
    }

    /// <summary>The word with one mark wrong, lost or added; null when none of its letters bears marks.</summary>
    public static string? MisreadMark(string word, SplitMix64 random)
    {
        var places = Enumerable.Range(0, word.Length).Where(at => FamilyOf(word[at]) is not null).ToArray();
        if (places.Length == 0) return null;
        var at = random.Pick(places);
        var letter = char.ToLower(word[at], CultureInfo.InvariantCulture);
        var others = LikelyMarks.TryGetValue(letter, out var likely) && random.Chance(0.75f) ? likely : FamilyOf(word[at])!.Replace(letter.ToString(), "", StringComparison.Ordinal);
        var other = others[random.Between(0, others.Length - 1)];
        return $"{word[..at]}{(char.IsUpper(word[at]) ? char.ToUpper(other, CultureInfo.InvariantCulture) : other)}{word[(at + 1)..]}";
    }

    /// <summary>The word with one letter taken for another of its shape, or lost; null when no letter looks like another.</summary>
    public static string? MisreadLetter(string word, SplitMix64 random)
    {
        if (word.Length > 3 && random.Chance(0.12f)) return word.Remove(random.Between(1, word.Length - 1), 1);
        var shapes = Shapes.Where(shape => word.Contains(shape.From, StringComparison.Ordinal)).ToArray();
        if (shapes.Length == 0) return null;
        var (from, to) = random.Pick(shapes);
        var at = word.IndexOf(from, StringComparison.Ordinal);
        return $"{word[..at]}{to}{word[(at + from.Length)..]}";
    }

    private static string Torn(string word, SplitMix64 random) => random.Between(1, 3) switch
    {
        1 when word.Length > 3 => word.Insert(random.Between(1, word.Length - 1), " "),
        2 => word + random.Pick(".", ",", "'", "-", "l"),
        _ => word.Length > 1 ? word[1..] : "|",
    };

    private static string? FamilyOf(char letter) => Array.Find(Families, family => family.Contains(char.ToLower(letter, CultureInfo.InvariantCulture)));
}

using System.Text.RegularExpressions;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>The number of a paper inside running text.</summary>
/// <param name="Start">In the text.</param>
/// <param name="End">After its symbol.</param>
/// <param name="IsRepaired">OCR had given letters for digits, or marks to the symbol.</param>
internal readonly record struct CitedNumber(DocumentNumber Number, int Start, int End, bool IsRepaired)
{
    /// <summary>No number is longer.</summary>
    private const int Longest = 80;

    /// <summary>The words before it that say that it is one.</summary>
    private static readonly string[] TypeWords =
        ["quyet dinh", "nghi dinh", "nghi quyet", "chi thi", "thong tu", "tich", "to trinh", "cong van", "ke hoach", "huong dan", "phap lenh", "luat", "lenh", "thong tri", "bien ban", "bao cao", "qd", "nd"];

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>"Mẫu số", "Biểu mẫu số", "Mẫu": the number behind it is the form's.</summary>
    private static readonly Regex FormBefore = new("(^|[^a-z])(mau|bieu)( so)?[ :.]*$", Options);

    private static readonly Regex FormNumber = new(@"^[0O]?\d[a-dA-D]?$", Options);

    /// <summary>The first of a text.</summary>
    public static CitedNumber? First(string text)
    {
        foreach (var found in Find(text)) return found;
        return null;
    }

    /// <summary>All of a text, in order. Each is looked for where a word begins with a digit, over a bounded length.</summary>
    public static IEnumerable<CitedNumber> Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!MayBegin(text, at)) continue;
            if (ReadAt(text, at) is not { } found || IsOfForm(text, found) || !IsMeant(text, found)) continue;
            yield return found;
            at = found.End - 1;
        }
    }

    private static CitedNumber? ReadAt(string text, int at)
    {
        var written = text.Substring(at, Math.Min(Longest, text.Length - at));
        var plain = SymbolText.Plain(written);
        if (DocumentNumber.ReadStart(plain) is not { } found) return null;
        var (number, repaired) = SymbolText.Repair(found.Value);
        repaired |= !written.AsSpan(..found.End).SequenceEqual(plain.AsSpan(..found.End)) || !written.StartsWith(found.Value.Number, StringComparison.Ordinal);
        return new(number, at, at + found.End, repaired);
    }

    /// <summary>A digit, or a letter that OCR gives for one before a digit, at the start of a word.</summary>
    private static bool MayBegin(string text, int at)
    {
        if (!char.IsAsciiDigit(text[at]) && !(text[at] is 'I' or 'l' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) return false;
        return at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '-' or '.' or ',');
    }

    /// <summary>
    /// "Mẫu số 01a/BMAH" at the head of a form numbers the form, not a paper: by the word before it, or, where that is lost, by digits and a letter over BMAH
    /// (forms of Decree 56/2013/NĐ-CP).
    /// </summary>
    private static bool IsOfForm(string text, in CitedNumber found)
    {
        if (found.Number.Year is not null) return false;
        var before = Folding.Fold(text[Math.Max(0, found.Start - 24)..found.Start]);
        if (FormBefore.IsMatch(before)) return true;
        return found.Number.Symbol is "BMAH" && FormNumber.IsMatch(found.Number.Number);
    }

    /// <summary>"Số" or the name of a type before it, a year inside it, or a symbol that begins with a type and names a body: 1/Lan is none.</summary>
    private static bool IsMeant(string text, in CitedNumber found)
    {
        if (found.Number.Year is not null || (found.Number.Type is not null && found.Number.Bodies.Count > 0)) return true;
        var before = Folding.Fold(text[Math.Max(0, found.Start - 24)..found.Start]).TrimEnd(' ', ':', '.', '"');
        if (before.EndsWith("so", StringComparison.Ordinal)) return before.Length == 2 || !char.IsLetter(before[^3]);
        return Array.Exists(TypeWords, word => before.EndsWith(word, StringComparison.Ordinal));
    }
}

using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>The symbols of papers as recognition gives them, and as they are.</summary>
internal static class SymbolText
{
    /// <summary>Decree 30/2020/NĐ-CP, Appendix III, and the bodies whose papers lie in award archives.</summary>
    private static readonly string[] Known =
    [
        "QĐ", "NĐ", "CĐ", "QyĐ", "NQ", "CT", "QC", "TB", "CTr", "KH", "PA", "BC", "BB", "TTr", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "TTLT", "VBHN",
        "UBND", "HĐND", "UBHC", "UBMTTQ", "HĐNN", "HĐBT", "CTN", "TTg", "VPCP", "VPCTN", "SNV", "BNV", "BQP", "BCA", "LĐTBXH", "SLĐTBXH", "BLĐTBXH", "TBXH",
        "TĐKT", "BTĐKT", "HĐTĐKT", "UBTVQH", "BCHQS", "QĐND", "GBT", "GCN", "TBLS",
    ];

    private const int MostDigits = 6;

    /// <summary>For each digit those that OCR takes it for; the digit itself stands first, blanks fill up.</summary>
    private const string LikeDigits = "0OÔQ     1Il!|][TÌ2Z       3        4A       5SŠ      6b       7?       8§       9g       ";

    private const int PerDigit = 9;

    /// <summary>Two that fold to one are not told apart.</summary>
    private static readonly Dictionary<string, string> ByLetters = Known
        .GroupBy(LettersOf, StringComparer.Ordinal).Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);

    /// <summary>Takes off tones, which no symbol has; each character stays in its place.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = Letter.TryRead(text[i], out var letter) && letter.Tone != Tone.Level && char.IsUpper(text[i])
                && (letter with { Tone = Tone.Level }).TryCompose(out var toneless) ? toneless : text[i];
        }
    });

    /// <summary>The digits that a line of number begins with, where OCR gave letters and strokes for them, and QĐ where it gave 0B; each in its place.</summary>
    public static string Digits(string text)
    {
        var plain = Plain(text).ToCharArray();
        var end = Array.FindIndex(plain, character => character is '/' or '-' or ';' or '~' or ' ');
        if (end is > 0 and <= MostDigits && plain.AsSpan(..end).ContainsAnyInRange('0', '9') && Array.TrueForAll(plain[..end], character => character != ' ' && LikeDigits.Contains(character, StringComparison.Ordinal)))
        {
            for (var i = 0; i < end; i++) plain[i] = "0123456789"[LikeDigits.IndexOf(plain[i], StringComparison.Ordinal) / PerDigit];
        }
        for (var i = 1; i + 2 < plain.Length && i < MostDigits + 2; i++)
        {
            if (plain[i - 1] is '-' or '/' or '~' && plain[i] is '0' or 'O' or 'Q' && plain[i + 1] is 'B' or 'D' or 'Đ' or '\u00D0' && plain[i + 2] is '-' or '/') "QĐ".CopyTo(0, plain, i, 2);
        }
        return new(plain);
    }

    /// <summary>Gives a symbol's groups the letters of the known ones that they are but for marks, or a naught for an O.</summary>
    public static (DocumentNumber Number, bool IsRepaired) Repair(DocumentNumber number)
    {
        var from = number.Year is null ? 0 : 5;
        var symbol = number.Symbol.ToCharArray();
        for (var start = from; start < symbol.Length;)
        {
            var end = start;
            while (end < symbol.Length && symbol[end] is not ('-' or '/')) end++;
            var group = new string(symbol[start..end]);
            if (!Array.Exists(Known, known => known == group) && ByLetters.TryGetValue(LettersOf(group), out var known) && known.Length == group.Length)
                known.CopyTo(0, symbol, start, known.Length);
            start = end + 1;
        }
        var repaired = new string(symbol);
        return repaired == number.Symbol ? (number, false) : (number with { Symbol = repaired }, true);
    }

    private static string LettersOf(string group) => Folding.Fold(group).Replace('0', 'o').Replace('1', 'i');
}

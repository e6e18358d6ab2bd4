using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AwardArchive.Vietnamese;

/// <summary>The number of an administrative paper: <c>26/KH-UBND</c>, <c>26-CT/TU</c>, <c>145/2013/NĐ-CP</c>, <c>352 KT/HĐNN</c>.</summary>
/// <param name="Number">Digits and suffix as written: <c>26</c>, <c>07</c>, <c>345a</c>.</param>
/// <param name="Symbol">The rest without blanks: <c>KH-UBND</c>, <c>2013/NĐ-CP</c>, <c>KT/HĐNN</c>.</param>
/// <remarks>Forms by Decree 30/2020/NĐ-CP, Instruction 36-HD/VPTW of the party, and older papers. A number without its year and its body is no key.</remarks>
public sealed record DocumentNumber(string Number, string Symbol)
{
    /// <summary>Capitals of symbols; after them small letters may follow (<c>TTr</c>, <c>QyĐ</c>) and digits (<c>QH13</c>).</summary>
    private const string Capital = "[A-ZĐÂĂÊÔƠƯ]";

    private const string Group = Capital + "[A-ZĐÂĂÊÔƠƯa-zđ0-9]{0,19}";

    private const string More = @"(?:\s{0,3}[-/]\s{0,3}" + Group + "){0,6}";

    /// <summary>OCR reads a one as I or l, and a naught as O: letters that no number has.</summary>
    private const string Digits = @"[Il]?\d[\dIO]{0,4}";

    /// <summary>OCR reads the slash after the number as a semicolon now and then, and dirt as a tilde.</summary>
    private const string Separated =
        "(?<number>" + Digits + @"[a-zđ]?)\s{0,3}~?[-/;~]\s{0,3}(?<symbol>(?:(?:19|20)\d{2}\s{0,3}[-/]\s{0,3})?" + Group + More + ")";

    /// <summary>With a blank or nothing between: then a second group must show that it is a symbol and not a name.</summary>
    private const string Joined = "(?<number>" + Digits + @")\s{0,3}(?<symbol>" + Capital + @"{2,5}\s{0,3}[-/]\s{0,3}" + Group + More + ")";

    private const string AnyForm = "(?:" + Separated + "|" + Joined + ")";

    private static readonly FrozenSet<string> Types = new[]
    {
        "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT",
        "GNP", "PG", "PC", "PB", "SY", "TrS", "SL", "VBHN", "L", "LCT", "TT", "TTLT", "NĐ", "PL", "GCN", "CV",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Regex Whole = new("^" + AnyForm + "$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Start = new(
        "^" + AnyForm + @"(?<end>[^\p{L}\p{Nd}]|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Of normative papers, where it is a part of the number: 2013 of <c>145/2013/NĐ-CP</c>; else null.</summary>
    public int? Year =>
        Symbol.Length > 4 && Symbol[4] is '-' or '/' && int.TryParse(Symbol.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : null;

    /// <summary>The symbol of the type of paper: <c>QĐ</c> of <c>QĐ-UBND</c>; null of a letter and where the symbol is that of a body.</summary>
    /// <remarks>Decree 30/2020/NĐ-CP, Appendix III, and older forms; <see cref="Abbreviations.Expand"/> spells it out.</remarks>
    public string? Type => Groups is [var first, ..] && Types.Contains(first) ? first : null;

    /// <summary>The symbols of the bodies and units in order: <c>BNV</c>, <c>BQP</c> of <c>2014/TTLT-BNV-BQP</c>; may be empty (<c>43-SL</c>).</summary>
    public IReadOnlyList<string> Bodies => Type is null ? Groups : Groups[1..];

    /// <summary>Between the signs of the symbol, the year aside.</summary>
    private string[] Groups => (Year is null ? Symbol : Symbol[5..]).Split('-', '/');

    /// <summary>What two ways to write the number have in common: <c>26khubnd</c>. Digits without leading zeros, no marks, no separators.</summary>
    public string Key
    {
        get
        {
            var key = new StringBuilder();
            foreach (var character in Folding.Fold(Number.TrimStart('0') + Symbol))
            {
                if (char.IsLetterOrDigit(character)) key.Append(character);
            }
            return key.ToString();
        }
    }

    /// <summary>Number and symbol with a slash between: how it is cited today.</summary>
    public override string ToString() => $"{Number}/{Symbol}";

    /// <summary>Reads a text that is a number and nothing else; blanks, other dashes, eth for Đ and marks of emphasis are allowed.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DocumentNumber? number) =>
        TryRead(Whole.Match(Plain(text ?? "").Trim()), out number);

    /// <summary>Reads the number that a text begins with.</summary>
    /// <param name="text">What stands behind "Số:".</param>
    /// <returns>The number, where its digits end, where its symbol begins, and where all of it ends; null when there is none.</returns>
    public static (DocumentNumber Value, int DigitsEnd, int SymbolStart, int End)? ReadStart(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Start.Match(Plain(text));
        if (!TryRead(match, out var number)) return null;
        return (number, match.Groups["number"].Index + match.Groups["number"].Length, match.Groups["symbol"].Index, match.Groups["end"].Index);
    }

    private static bool TryRead(Match match, [NotNullWhen(true)] out DocumentNumber? number)
    {
        number = match.Success
            ? new(
                match.Groups["number"].Value.Replace('I', '1').Replace('O', '0').Replace('l', '1'),
                string.Concat(match.Groups["symbol"].Value.Where(character => !char.IsWhiteSpace(character))))
            : null;
        return number is not null;
    }

    /// <summary>One kind of dash, one kind of Đ, no emphasis; each character stays in its place.</summary>
    private static string Plain(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = text[i] switch
            {
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                '\u2215' or '\u2044' => '/',
                '\u00D0' => 'Đ',
                '*' or '_' => ' ',
                var other => other,
            };
        }
    });
}

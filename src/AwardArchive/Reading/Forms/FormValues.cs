using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Forms;

/// <summary>
/// Reads what was filled in, one function a kind of value. Null where it is empty or no such value; what had to be repaired, or is unusual, is said with less certainty.
/// </summary>
internal static class FormValues
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>A value does not begin farther behind its label: "khoảng năm 1945".</summary>
    private const int MostBefore = 24;

    private const double Unusual = 0.8;
    private const double Repaired = 0.6;

    /// <summary>Of the Bằng "Tổ quốc ghi công" and of war invalids: <c>AB 123b</c>, <c>QT 12345</c>, <c>4567</c>.</summary>
    private static readonly Regex CertificatePattern = new(
        @"^[^\p{L}\p{Nd}]{0,4}(?:(?<series>\p{Lu}{1,3})[\s.\-]{0,3})?(?<digits>[\dOIil|]{1,7}(?:\s\d{1,5})?)(?<suffix>\s?(?:b|m|t|k|bm|bt))?(?<end>[\s,;.:)]|$)", Options);

    private static readonly Regex PercentPattern = new(@"^[^\p{L}\p{Nd}]{0,4}(?<number>\d{1,3})\s?(?<sign>%|phần trăm)?", Options);

    private static readonly Regex MonthPattern = new(@"(?:^|[^\d/.\-])(?<month>0?[1-9]|1[0-2])\s?[/\-.]\s?(?<year>1[89]\d\d|20\d\d)(?:\D|$)", Options);

    private static readonly Regex YearPattern = new(@"(?:^|\D)(?<year>1[89]\d\d|20\d\d)(?:\D|$)", Options);

    private static readonly string[] PlaceWords = ["xa", "thon", "huyen", "tinh", "phuong", "quan", "thi", "tp", "lang", "ban", "ap", "khu", "thanh", "xom", "to", "doi", "pho", "dan"];

    /// <summary>Who grants certificates by a decision.</summary>
    private static readonly string[] KnownSymbols = ["TTg", "QĐ-TTg", "CP", "QĐ-LĐTBXH", "QĐ-BQP", "QĐ-UBND", "QĐ-UB"];

    /// <summary>With their marks: a family name read without them is not sure.</summary>
    private static readonly FrozenSet<string> CommonFamilies =
        FamilyNames.Common.Select(name => NormalForm.OfWord(name)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A person's name at the start of the words, without title.</summary>
    public static Fact? Name(IReadOnlyList<FormWord> words, double certainty, string source)
    {
        var (taken, isCut) = NameWords(words);
        var text = FormText.TextOf(taken).TrimEnd(' ', ',', ';', '.', ')');
        if (!PersonName.TryParse(text, out var name) || name.Full.Length < 2) return null;
        var syllables = name.Full.Split(' ');
        if (isCut || syllables.Length is < 2 or > 4 || !Array.TrueForAll(syllables, syllable => Syllable.IsPossible(syllable))) certainty *= Unusual;
        if (name.Family is null || !CommonFamilies.Contains(NormalForm.OfWord(name.Family))) certainty *= Unusual;
        return FormText.FactAt(taken, name.Start, name.End - name.Start, name.Full, certainty, source);
    }

    /// <summary>The year; the day where the paper gives it.</summary>
    public static Fact? BirthYear(IReadOnlyList<FormWord> words, double certainty, string source) =>
        Date(words, certainty, source, date => date.Day is null ? $"{date.Year}" : $"{date}");

    /// <summary>ISO 8601, partial where the paper is.</summary>
    public static Fact? DeathDate(IReadOnlyList<FormWord> words, double certainty, string source) => Date(words, certainty, source, date => $"{date}");

    public static Fact? Place(IReadOnlyList<FormWord> words, double certainty, string source)
    {
        var taken = PlaceOf(words).ToArray();
        var length = FormText.TextOf(taken).TrimEnd(' ', ',', ';', ':', '.', '-', '–').Length;
        // A comma read as a dot or a semicolon parts units all the same.
        var parted = string.Join(' ', taken.Select((word, i) => i + 1 < taken.Length && EndsPlace(word) ? word.Text[..^1] + "," : word.Text));
        var value = NormalForm.Of(parted[..length]);
        if (value.Count(char.IsLetter) < 4 || !value.Any(char.IsUpper)) return null;
        var isUsual = taken.Any(word => PlaceWords.Contains(word.Letters));
        return FormText.FactAt(taken, 0, length, value, isUsual ? certainty : certainty * Unusual, source);
    }

    /// <summary>"1920, thôn Tân Trà, xã Hải Lộc": sentences say it without a label.</summary>
    public static Fact? PlaceBehindYear(IReadOnlyList<FormWord> words, double certainty, string source)
    {
        FormWord[] behind = [.. words.SkipWhile(word => !word.HasDigit).Skip(1)];
        return behind is [{ Letters: var first }, ..] && PlaceWords.Contains(first) ? Place(behind, certainty, source) : null;
    }

    public static Fact? CertificateNo(IReadOnlyList<FormWord> words, double certainty, string source)
    {
        var text = FormText.TextOf(words);
        if (CertificatePattern.Match(text) is not { Success: true } match) return null;
        var (series, digits) = (match.Groups["series"], match.Groups["digits"]);
        // A blank inside is torn ink.
        var number = AsDigits(digits.Value).Replace(" ", "", StringComparison.Ordinal);
        if (!digits.Value.Any(char.IsAsciiDigit)) return null;
        if (number != digits.Value) certainty *= Repaired;
        if (!series.Success) certainty *= Unusual;
        var value = $"{series.Value}{(series.Success ? " " : "")}{number}{match.Groups["suffix"].Value.Trim()}";
        var start = series.Success ? series.Index : digits.Index;
        return FormText.FactAt(words, start, match.Groups["end"].Index - start, value, certainty, source);
    }

    /// <summary>Number and symbol: <c>345/TTg</c>.</summary>
    public static Fact? DecisionNo(IReadOnlyList<FormWord> words, double certainty, string source)
    {
        var text = FormText.TextOf(words);
        if (DocumentNumber.ReadStart(text) is not { } found) return null;
        if (!text.StartsWith(found.Value.Number, StringComparison.Ordinal)) certainty *= Repaired;
        if (!KnownSymbols.Contains(found.Value.Symbol)) certainty *= Unusual;
        return FormText.FactAt(words, 0, found.End, found.Value.ToString(), certainty, source);
    }

    public static Fact? Percent(IReadOnlyList<FormWord> words, double certainty, string source)
    {
        if (PercentPattern.Match(FormText.TextOf(words)) is not { Success: true } match) return null;
        var number = match.Groups["number"];
        var value = int.Parse(number.ValueSpan, CultureInfo.InvariantCulture);
        if (value is < 5 or > 100) return null;
        return FormText.FactAt(words, number.Index, number.Length, $"{value}", match.Groups["sign"].Success ? certainty : certainty * Unusual, source);
    }

    /// <summary>Words that may be a name's, from its title on, and whether it was cut off where nothing on the paper ends it.</summary>
    private static (IReadOnlyList<FormWord> Words, bool IsCut) NameWords(IReadOnlyList<FormWord> words)
    {
        const int Most = 7;
        var taken = new List<FormWord>();
        foreach (var word in words)
        {
            if (taken.Count == Most || word.HasDigit) return (taken, true);
            if (word.Letters.Length == 0 || word.Text[0] == '(' || (taken.Count > 1 && word.AfterGap && word.Line == taken[^1].Line)) return (taken, false);
            var isSmall = !char.IsUpper(word.Text.FirstOrDefault(char.IsLetter));
            if (isSmall && taken.Any(other => char.IsUpper(other.Text.FirstOrDefault(char.IsLetter)))) return (taken, true);
            taken.Add(word);
            if (word.Text[^1] is ',' or ';' or '.' or ':' or ')') break;
        }
        // "ông Nguyễn Văn A": titles are small, names are not.
        return (taken.Any(word => char.IsUpper(word.Text.FirstOrDefault(char.IsLetter))) ? taken : [], false);
    }

    private static Fact? Date(IReadOnlyList<FormWord> words, double certainty, string source, Func<VietnameseDate, string> valueOf)
    {
        var text = FormText.TextOf(words);
        var figures = FiguresOf(text);
        if (figures != text) certainty *= Repaired;
        if (DateIn(figures) is not { } found || found.Start > MostBefore) return null;
        // Half a date that was misread is still a year, but nobody may rely on it.
        if (figures.AsSpan(0, found.Start).IndexOfAnyInRange('0', '9') >= 0) certainty *= Repaired;
        return FormText.FactAt(words, found.Start, found.Length, valueOf(found.Date), certainty, source);
    }

    private static (VietnameseDate Date, int Start, int Length)? DateIn(string text)
    {
        // The label has taken the word: "Hy sinh ngày" 12 tháng 3 năm 1968.
        const string Day = "ngày ";
        var before = text.Length > 0 && char.IsAsciiDigit(text[0]) ? Day.Length : 0;
        foreach (var mention in DateMention.FindAll(before > 0 ? Day + text : text))
        {
            var start = Math.Max(0, mention.Start - before);
            if (mention.Date is { } date) return (date, start, mention.End - before - start);
        }
        foreach (var pattern in new[] { MonthPattern, YearPattern })
        {
            if (pattern.Match(text) is not { Success: true } match) continue;
            var (month, year) = (match.Groups["month"], match.Groups["year"]);
            var start = month.Success ? month.Index : year.Index;
            var date = VietnameseDate.Of(
                int.Parse(year.ValueSpan, CultureInfo.InvariantCulture), month.Success ? int.Parse(month.ValueSpan, CultureInfo.InvariantCulture) : null);
            if (date is { } read) return (read, start, year.Index + year.Length - start);
        }
        return null;
    }

    /// <summary>Letters that stand between digits are digits: <c>l2/O3/1968</c>.</summary>
    private static string FiguresOf(string text) => string.Join(' ', text.Split(' ').Select(word =>
        word.Any(char.IsAsciiDigit) && word.All(letter => char.IsAsciiDigit(letter) || letter is 'O' or 'o' or 'I' or 'i' or 'l' or '|' or '/' or '-' or '.' or ',' or ';')
            ? AsDigits(word)
            : word));

    private static string AsDigits(string word) =>
        word.Replace('O', '0').Replace('o', '0').Replace('I', '1').Replace('i', '1').Replace('l', '1').Replace('|', '1');

    private static IEnumerable<FormWord> PlaceOf(IReadOnlyList<FormWord> words)
    {
        for (var i = 0; i < words.Count && words[i].Text[0] != '('; i++)
        {
            if (i > 0 && IsSentence(words, i)) yield break;
            yield return words[i];
            var goesOn = i + 1 < words.Count && PlaceWords.Contains(words[i + 1].Letters) && !char.IsUpper(words[i + 1].Text[0]);
            if (EndsPlace(words[i]) && !goesOn) yield break;
        }
    }

    /// <summary>Two small words that no place has: the colon before them is lost.</summary>
    private static bool IsSentence(IReadOnlyList<FormWord> words, int at) =>
        char.IsLower(words[at].Text[0]) && !PlaceWords.Contains(words[at].Letters) && at + 1 < words.Count && !char.IsUpper(words[at + 1].Text[0])
        && !PlaceWords.Contains(words[at + 1].Letters);

    private static bool EndsPlace(FormWord word) => word.Text[^1] is ';' or ':' || (word.Text[^1] == '.' && word.Letters.Length > 2);
}

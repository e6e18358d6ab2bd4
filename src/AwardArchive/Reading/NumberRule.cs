using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <param name="Other">Another number that the head bears too, which contradicts it; null where there is none.</param>
internal readonly record struct NumberFound(Fact? Number, Fact? Symbol, Fact? Other);

/// <summary>Number and symbol: the first "Số …" that opens a line above the title; on certificates it may stand at the foot.</summary>
internal static class NumberRule
{
    private const string Source = "number-line/2";

    /// <summary>"Số", with the marks OCR leaves it. Certificates name the decision: "Quyết định số: …".</summary>
    private static readonly Regex Mark = new(
        @"^['’.,\-_\s]{0,3}(?<decision>Quyết\sđịnh\s)?[Ss§][oóòỏõọôốồổỗộơớờởỡợöOÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞ60]\s{0,2}(?<colon>[:.;])?[\s'’*_]{0,3}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The number was left open or written by hand: only the symbol is there to be read.</summary>
    private static readonly Regex OpenNumber = new(
        @"^[\s._…]{0,40}[/\-]\s{0,3}(?<symbol>[A-ZĐ][A-ZĐÂĂÊÔƠƯa-z0-9]{0,9}(?:\s{0,2}[-/]\s{0,2}[A-ZĐ][A-ZĐÂĂÊÔƠƯa-z0-9]{0,14}){1,5})(?:\s|$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Of copies: certified copy, extract, and copy of a copy (Decree 30/2020/NĐ-CP, article 25).</summary>
    private static readonly string[] CopySeries = ["SY", "TrS", "SL"];

    /// <param name="page">The page with the head.</param>
    /// <param name="headRuns">How many runs stand above the title.</param>
    /// <param name="isCertificate">Below the head numbers of other papers are cited, except on certificates.</param>
    public static NumberFound Read(PageLayout page, int headRuns, bool isCertificate)
    {
        NumberFound first = default;
        for (var i = 0; i < page.Runs.Count; i++)
        {
            var run = page.Runs[i];
            var mark = Mark.Match(run.Text);
            if (!mark.Success || (i >= headRuns && (!isCertificate || !mark.Groups["colon"].Success))) continue;
            if (mark.Groups["decision"].Success && !isCertificate) continue;
            if (ReadBehind(run, mark.Length, i < headRuns ? 1 : 0.8, i < headRuns) is not { } found) continue;
            if (first.Symbol is null) first = found;
            else if (i < headRuns && Contradicts(first, found)) return first with { Other = found.Number ?? found.Symbol };
            if (i >= headRuns) break;
        }
        return first.Symbol is null ? WithoutMark(page, headRuns) : first;
    }

    private static NumberFound? ReadBehind(TextRun run, int at, double certainty, bool mayBeOpen)
    {
        var rest = run.Text[at..];
        var plain = SymbolText.Digits(rest);
        if (DocumentNumber.ReadStart(plain) is { } found)
        {
            var (number, symbolRepaired) = SymbolText.Repair(found.Value);
            symbolRepaired |= !rest.AsSpan(found.SymbolStart..found.End).SequenceEqual(plain.AsSpan(found.SymbolStart..found.End));
            var digitsRepaired = !rest.StartsWith(number.Number, StringComparison.Ordinal);
            return new(
                run.FactAt(at, found.DigitsEnd, number.Number, digitsRepaired ? certainty * 0.6 : certainty, Source),
                run.FactAt(at + found.SymbolStart, found.End - found.SymbolStart, number.Symbol, symbolRepaired ? certainty * 0.85 : certainty, Source),
                null);
        }
        if (!mayBeOpen || OpenNumber.Match(plain) is not { Success: true } open) return null;
        var symbol = open.Groups["symbol"];
        var value = string.Concat(symbol.Value.Where(character => !char.IsWhiteSpace(character)));
        return new(null, run.FactAt(at + symbol.Index, symbol.Length, value, certainty * 0.8, Source), null);
    }

    /// <summary>"Số" was not read, or not as such: a line of the left column that begins with a number of a known type, dirt before it or not.</summary>
    private static NumberFound WithoutMark(PageLayout page, int headRuns)
    {
        foreach (var run in page.Runs.Take(headRuns))
        {
            if (run.Center > page.Width / 2.0) continue;
            foreach (var cited in CitedNumber.Find(run.Text[..Math.Min(run.Text.Length, 40)]))
            {
                if (cited.Number.Type is null || run.Text[..cited.Start].Count(char.IsLetterOrDigit) > 4) break;
                return ReadBehind(run, cited.Start, 0.7, mayBeOpen: false) ?? default;
            }
        }
        return default;
    }

    private static bool Contradicts(in NumberFound one, in NumberFound other) =>
        one.Number is not null && other.Number is not null && !IsCopySeries(one.Symbol!.Value) && !IsCopySeries(other.Symbol!.Value)
        && (one.Number.Value.TrimStart('0') != other.Number.Value.TrimStart('0') || one.Symbol.Value != other.Symbol.Value);

    private static bool IsCopySeries(string symbol) => Array.Exists(CopySeries, series => symbol.StartsWith(series + "-", StringComparison.Ordinal));
}

using System.Text.RegularExpressions;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>Number and symbol: the first "Số …" that opens a line above the title; on certificates it may stand at the foot.</summary>
internal static class NumberRule
{
    private const string Source = "number-line/1";

    /// <summary>"Số", with the marks OCR leaves it. Certificates name the decision: "Quyết định số: …".</summary>
    private static readonly Regex Mark = new(
        @"^(?<decision>Quyết\sđịnh\s)?[Ss][ốôồổỗộoóòỏõọỐÔ6]\s{0,2}(?<colon>[:.;])?[\s'’*_]{0,3}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The number was left open or written by hand: only the symbol is there to be read.</summary>
    private static readonly Regex OpenNumber = new(
        @"^[\s._…]{0,40}[/\-]\s{0,3}(?<symbol>[A-ZĐ][A-ZĐÂĂÊÔƠƯa-z0-9]{0,9}(?:\s{0,2}[-/]\s{0,2}[A-ZĐ][A-ZĐÂĂÊÔƠƯa-z0-9]{0,14}){1,5})(?:\s|$)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <param name="page">The page with the head.</param>
    /// <param name="headRuns">How many runs stand above the title.</param>
    /// <param name="isCertificate">Below the head numbers of other papers are cited, except on certificates.</param>
    public static (Fact? Number, Fact? Symbol) Read(PageLayout page, int headRuns, bool isCertificate)
    {
        for (var i = 0; i < page.Runs.Count; i++)
        {
            var run = page.Runs[i];
            var mark = Mark.Match(run.Text);
            if (!mark.Success || (i >= headRuns && (!isCertificate || !mark.Groups["colon"].Success))) continue;
            if (mark.Groups["decision"].Success && !isCertificate) continue;
            var rest = run.Text[mark.Length..];
            var certainty = i < headRuns ? 1 : 0.8;
            if (DocumentNumber.ReadStart(rest) is { } found)
            {
                var repaired = !rest.StartsWith(found.Value.Number, StringComparison.Ordinal);
                return (
                    run.FactAt(mark.Length, found.DigitsEnd, found.Value.Number, repaired ? certainty * 0.6 : certainty, Source),
                    run.FactAt(mark.Length + found.SymbolStart, found.End - found.SymbolStart, found.Value.Symbol, certainty, Source));
            }
            if (i < headRuns && OpenNumber.Match(rest) is { Success: true } open)
            {
                var symbol = open.Groups["symbol"];
                var value = string.Concat(symbol.Value.Where(character => !char.IsWhiteSpace(character)));
                return (null, run.FactAt(mark.Length + symbol.Index, symbol.Length, value, 0.8, Source));
            }
        }
        return (null, null);
    }
}

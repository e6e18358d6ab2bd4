using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>A paper named in the line that ties a list to it: "(Kèm theo Quyết định số 458/QĐ-CTN ngày …)".</summary>
/// <param name="Number">The fact: its value is the number as cited.</param>
/// <param name="Parsed">Its parts.</param>
/// <param name="Date">Of that paper, where the line gives it.</param>
internal sealed record AnnexedTo(Fact Number, DocumentNumber Parsed, VietnameseDate? Date);

/// <summary>Finds the annex lines of a document.</summary>
internal static class AnnexRule
{
    private const string Source = "annex-line/1";

    /// <summary>The line goes on in the next ones; no further than this.</summary>
    private const int MostWords = 40;

    private static readonly string[] Openings = ["kem theo", "(kem theo", "ban hanh kem theo", "(ban hanh", "dinh kem", "(dinh kem", "(kem", "(theo quyet dinh"];

    /// <summary>Whether a line begins one. It stands in brackets, or not.</summary>
    public static bool IsAnnexLine(string text)
    {
        var folded = Folding.Fold(text[..Math.Min(text.Length, 40)]).Replace('[', '(').Replace('{', '(').TrimStart('-', '*', ' ', '"', '“', '.', '_');
        return Array.Exists(Openings, opening => folded.StartsWith(opening, StringComparison.Ordinal));
    }

    /// <summary>The annex lines of a page, in order.</summary>
    public static IEnumerable<AnnexedTo> Read(PageLayout page)
    {
        if (page.Flow is not { } flow) yield break;
        var at = 0;
        foreach (var run in page.Runs)
        {
            var first = at;
            at += run.Words.Count;
            if (!IsAnnexLine(run.Text)) continue;
            var start = flow.StartOf(first);
            var end = Math.Min(first + MostWords, flow.Words.Count);
            var length = flow.StartOf(end - 1) + flow.Words[end - 1].Text.Length - start;
            var line = flow.Text.Substring(start, length);
            if (CitedNumber.First(line) is not { } cited) continue;
            var close = line.IndexOf(')', cited.End);
            var rest = close < 0 ? line[cited.End..] : line[cited.End..close];
            var date = DateMention.FindAll(rest) is [var mention, ..] ? mention.Date : null;
            yield return new(
                flow.FactAt(start + cited.Start, cited.End - cited.Start, cited.Number.ToString(), cited.IsRepaired ? 0.7 : 1, Source), cited.Number, date);
        }
    }
}

using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>The kind of a paper: the first line of capitals that is a type word, or a letter's "V/v" below its number.</summary>
internal static class KindRule
{
    private const string TypeWord = "type-word/2";
    private const string Subject = "letter-subject/1";
    private const string Address = "letter-address/1";

    /// <summary>A mark of what was done with the paper, not its kind, where it bears another type too.</summary>
    private const string Copy = "Bản sao";

    /// <summary>Old decisions bear their type only below their legal bases; other headings there are the body's own.</summary>
    private static readonly string[] BelowLegalBases = ["Quyết định", "Nghị quyết", "Nghị định", "Lệnh"];

    /// <returns>The fact, the index of the run it stands in, and how many of its words it takes; null where the page bears no type.</returns>
    public static (Fact Fact, int Run, int Words)? Read(PageLayout page)
    {
        var body = page.Runs.TakeWhile(run => !BodyStart.IsCue(run)).Count();
        (Fact, int, int)? copy = null;
        for (var i = 0; i < page.Runs.Count; i++)
        {
            var run = page.Runs[i];
            if (i < body && SubjectMark.LengthIn(run.Text) is { } length)
                return (run.FactAt(0, length, DocumentTypes.Letter, 0.97, Subject), i, 0);
            if (!run.IsCapitals || DocumentTypes.Match(run.Text) is not { } match) continue;
            if (i > body && !BelowLegalBases.Contains(match.Type)) continue;
            var found = (FactOf(run, match.Type, match.Words, match.Exact ? 1 : 0.85), i, match.Words);
            if (match.Type != Copy) return found;
            copy ??= found;
        }
        return copy ?? InSmallLetters(page, body);
    }

    /// <summary>A paper with a number but without a type that is addressed to somebody is a letter whose subject was left out.</summary>
    public static (Fact Fact, int Run, int Words)? OfAddress(PageLayout page)
    {
        for (var i = 0; i < page.Runs.Count; i++)
        {
            var run = page.Runs[i];
            if (!BodyStart.IsCue(run)) continue;
            return BodyStart.IsAddress(run) ? (run.FactAt(0, run.Text.Length, DocumentTypes.Letter, 0.7, Address), i, run.Words.Count) : null;
        }
        return null;
    }

    /// <summary>Some old papers have their type in small letters: then it stands in the middle, and nothing else in its line.</summary>
    private static (Fact, int, int)? InSmallLetters(PageLayout page, int body)
    {
        for (var i = 0; i < Math.Min(body, page.Runs.Count); i++)
        {
            var run = page.Runs[i];
            if (run.Words.Count > 6 || Math.Abs(run.Center - (page.Width / 2.0)) > page.Width * 0.12) continue;
            if (DocumentTypes.Match(run.Text) is { Exact: true } match && match.Words == run.Words.Count) return (FactOf(run, match.Type, match.Words, 0.8), i, match.Words);
        }
        return null;
    }

    private static Fact FactOf(TextRun run, string type, int words, double certainty)
    {
        var last = Math.Min(words, run.Words.Count) - 1;
        return run.FactAt(0, run.StartOf(last) + run.Words[last].Text.Length, type, certainty, TypeWord);
    }
}

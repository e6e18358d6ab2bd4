using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>The kind of a paper: the first line of capitals that is a type word, or a letter's "V/v" below its number.</summary>
internal static class KindRule
{
    private const string TypeWord = "type-word/1";
    private const string Subject = "letter-subject/1";

    /// <summary>Old decisions bear their type only below their legal bases; other headings there are the body's own.</summary>
    private static readonly string[] BelowLegalBases = ["Quyết định", "Nghị quyết", "Nghị định", "Lệnh"];

    /// <returns>The fact, and the index of the run it stands in; null where the page bears no type.</returns>
    public static (Fact Fact, int Run, int Words)? Read(PageLayout page)
    {
        var body = page.Runs.TakeWhile(run => !BodyStart.IsCue(run)).Count();
        for (var i = 0; i < page.Runs.Count; i++)
        {
            var run = page.Runs[i];
            if (i < body && SubjectMark.LengthIn(run.Text) is { } length)
                return (run.FactAt(0, length, DocumentTypes.Letter, 0.9, Subject), i, 0);
            if (!run.IsCapitals || DocumentTypes.Match(run.Text) is not { } match) continue;
            if (i > body && !BelowLegalBases.Contains(match.Type)) continue;
            var words = string.Join(' ', run.Words.Take(match.Words).Select(word => word.Text));
            return (run.FactAt(0, words.Length, match.Type, match.Exact ? 1 : 0.8, TypeWord), i, match.Words);
        }
        return null;
    }
}

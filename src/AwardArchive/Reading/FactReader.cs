using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>Reads a paper's head: a pure function of its words, in linear time, that never throws.</summary>
internal static class FactReader
{
    /// <param name="pages">All pages, in order; a cover sheet may come before the page with the head.</param>
    /// <param name="headPages">How many of them may have the head.</param>
    public static DocumentFacts Read(IReadOnlyList<PageLayout> pages, int headPages)
    {
        var found = pages.Take(headPages).Select(page => Read(page, pages)).ToArray();
        // The first page that has a number or a type is the head; a certificate may have neither.
        return found.FirstOrDefault(facts => facts.Kind is not null || facts.Number is not null) ?? found.FirstOrDefault() ?? DocumentFacts.None;
    }

    private static DocumentFacts Read(PageLayout page, IReadOnlyList<PageLayout> all)
    {
        var kind = KindRule.Read(page);
        var headRuns = HeadRuns(page, kind?.Run);
        var (number, symbol) = NumberRule.Read(page, headRuns, kind is null || DocumentTypes.IsCertificate(kind.Value.Fact.Value));
        var (date, place) = DateRule.Read(page, headRuns, all);
        var title = kind is { } found ? TitleRule.Read(page, found.Fact.Value, found.Run, found.Words) : null;
        var (award, awardClass) = AwardRule.Read(page, title);
        return new(kind?.Fact, number, symbol, date, title)
        {
            Place = place,
            Issuer = IssuerRule.Read(page, headRuns, number ?? symbol),
            Award = award,
            AwardClass = awardClass,
        };
    }

    /// <summary>What stands above the title and the body. A letter's subject stands inside the head: its body begins with "Kính gửi".</summary>
    private static int HeadRuns(PageLayout page, int? kindRun)
    {
        var body = page.Runs.TakeWhile(run => !BodyStart.IsCue(run)).Count();
        var isLetter = kindRun is { } run && SubjectMark.LengthIn(page.Runs[run].Text) is not null;
        return kindRun is { } kind && !isLetter ? Math.Min(kind, body) : body;
    }
}

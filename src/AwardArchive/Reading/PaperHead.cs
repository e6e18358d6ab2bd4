using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>What the head of a paper says, if a page bears one.</summary>
/// <param name="BodyRun">Index of the first run below head and title type: signatures stand behind it.</param>
/// <param name="OtherNumber">A second number that contradicts the first.</param>
internal sealed record PaperHead(PageLayout Page, DocumentFacts Facts, int BodyRun, Fact? OtherNumber)
{
    /// <param name="page">The page.</param>
    /// <param name="all">All pages of the document: a declaration bears its date at its end.</param>
    public static PaperHead Read(PageLayout page, IReadOnlyList<PageLayout> all)
    {
        var kind = KindRule.Read(page);
        var headRuns = HeadRuns(page, kind?.Run);
        var (number, symbol, other) = NumberRule.Read(page, headRuns, kind is null || DocumentTypes.IsCertificate(kind.Value.Fact.Value));
        if (kind is null && symbol is not null) kind = KindRule.OfAddress(page);
        var (date, place) = DateRule.Read(page, headRuns, all);
        var title = kind is { } found ? TitleRule.Read(page, found.Fact.Value, found.Run, found.Words) : null;
        var (award, awardClass) = AwardRule.Read(page, title);
        var (issuer, parent) = IssuerRule.Read(page, headRuns, number ?? symbol);
        var facts = new DocumentFacts(kind?.Fact, number, symbol, IssueYear.Check(date, page.Runs.Take(headRuns)), title)
        {
            Place = place,
            Issuer = issuer,
            Parent = parent,
            Award = award,
            AwardClass = awardClass,
        };
        return new(page, facts, kind is { } type ? type.Run + 1 : headRuns, other);
    }

    /// <summary>What stands above the title and the body. A letter's subject stands inside the head: its body begins with "Kính gửi".</summary>
    private static int HeadRuns(PageLayout page, int? kindRun)
    {
        var body = page.Runs.TakeWhile(run => !BodyStart.IsCue(run)).Count();
        var isLetter = kindRun is { } run && SubjectMark.LengthIn(page.Runs[run].Text) is not null;
        return kindRun is { } kind && !isLetter ? Math.Min(kind, body) : body;
    }
}

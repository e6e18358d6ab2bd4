using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// The award that a paper is about: the one in its title, else the first that it says is given ("tặng", "truy tặng", "phong tặng"), else the
/// first it names. A decision on certificates may speak of heroic mothers whom somebody cared for: that is not its award.
/// </summary>
internal static class AwardRule
{
    private const string Source = "award-name/1";

    /// <summary>Characters between "tặng" and what is given: "Tặng thưởng cho 25 cá nhân Huân chương …".</summary>
    private const int MostBetween = 80;

    private const string Gives = "tang";

    public static (Fact? Award, Fact? Class) Read(PageLayout page, Fact? title)
    {
        if (page.Flow is not { } text) return (null, null);
        var mentions = AwardNames.Find(text.Text);
        if (mentions.Count == 0) return (null, null);

        var ofTitle = title is null ? [] : AwardNames.Find(title.Value);
        var (chosen, certainty) = ofTitle.Count > 0
            ? (mentions.Where(mention => mention.Name == ofTitle[0].Name).DefaultIfEmpty(mentions[0]).First(), 1)
            : mentions.Where(mention => IsGiven(text.Text, mention)).Select(mention => (mention, 0.9)).DefaultIfEmpty((mentions[0], 0.6)).First();
        return (
            text.FactAt(chosen.Start, chosen.Length, chosen.Name, certainty, Source),
            chosen.Class is { } rank ? text.FactAt(chosen.Start, chosen.Length, rank, certainty, Source) : null);
    }

    private static bool IsGiven(string text, AwardMention mention)
    {
        var from = Math.Max(0, mention.Start - MostBetween);
        return Tokenizer.Tokenize(text[from..mention.Start]).Any(token => Folding.Fold(token.Normal()) == Gives);
    }
}

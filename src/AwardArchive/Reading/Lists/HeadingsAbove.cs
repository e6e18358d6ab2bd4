using AwardArchive.Archive;

namespace AwardArchive.Reading.Lists;

/// <summary>What the headings above a row say of it, all together.</summary>
/// <param name="Places">By level: province, district, commune.</param>
internal sealed record HeadingsAbove(Fact? Award, Fact? Class, bool IsPosthumous, IReadOnlyList<Fact?> Places, RecipientKind? Who)
{
    private const string Source = "list-heading/1";

    public static HeadingsAbove None { get; } = new(null, null, false, [null, null, null], null);

    /// <summary>The places from the smallest on, as an address is written.</summary>
    public Fact? Place
    {
        get
        {
            Fact[] known = [.. Places.Reverse().OfType<Fact>()];
            return known.Length == 0 ? null : known[0] with
            {
                Value = string.Join(", ", known.Select(place => place.Value)),
                Confidence = known.Min(place => place.Confidence),
                Source = Source,
            };
        }
    }

    public HeadingsAbove With(GroupHeading heading)
    {
        var above = this;
        // Another award has classes of its own.
        if (heading.Award is not null) above = above with { Award = heading.Award, Class = heading.Class, IsPosthumous = false };
        else if (heading.Class is not null) above = above with { Class = heading.Class };
        if (heading.Posthumous is { } posthumous) above = above with { IsPosthumous = posthumous };
        if (heading.Who is not null) above = above with { Who = heading.Who };
        if (heading.PlaceLevel > 0)
            above = above with { Places = [.. above.Places.Select((place, level) => level + 1 < heading.PlaceLevel ? place : level + 1 == heading.PlaceLevel ? heading.Place : null)] };
        return above;
    }
}

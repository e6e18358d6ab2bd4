using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>From whom it is counted what is usual: built once, asked by many matchers. Not safe for several threads.</summary>
public sealed class KnownPeople
{
    public KnownPeople(IEnumerable<PersonMention> mentions, PlaceHistory history)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        ArgumentNullException.ThrowIfNull(history);
        Places = new(history);
        Mentions = [.. mentions.OrderBy(mention => mention.Id).Select(mention => ReadMention.Of(mention, Places))];
        Population = Population.Of(Mentions);
    }

    /// <summary>In the order of their ids.</summary>
    internal IReadOnlyList<ReadMention> Mentions { get; }

    internal Population Population { get; }

    /// <summary>Units of places are the same objects only from one reader.</summary>
    internal HomePlaceReader Places { get; }
}

using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>Finds the award entries of one known person: what somebody was given before.</summary>
/// <remarks>Built once over all mentions; a look-up compares only those that share a key with the person. Not safe for several threads.</remarks>
public sealed class PersonLookup
{
    /// <summary>Lower than for proposals: who looks for one person can read some rows too many, but not one that is missing.</summary>
    public const double Threshold = 0.05;

    private readonly HomePlaceReader places;
    private readonly PairScorer scorer;
    private readonly ILookup<string, ReadMention> byKey;

    public PersonLookup(IEnumerable<PersonMention> mentions, PlaceHistory history)
    {
        var people = new KnownPeople(mentions, history);
        (places, scorer) = (people.Places, new(people.Population, ConfusionModel.Learnt));
        byKey = people.Mentions.SelectMany(mention => BlockingKeys.Of(mention).Distinct(StringComparer.Ordinal), (mention, key) => (key, mention))
            .ToLookup(entry => entry.key, entry => entry.mention, StringComparer.Ordinal);
    }

    /// <summary>The entries that may be hers, the most probable first, then by their ids.</summary>
    /// <param name="person">Her name, and what else is known of her.</param>
    /// <param name="threshold">The least probability.</param>
    public IReadOnlyList<MatchProposal> Find(PersonMention person, double threshold = Threshold)
    {
        ArgumentNullException.ThrowIfNull(person);
        var read = ReadMention.Of(person, places);
        return
        [
            .. BlockingKeys.Of(read).Distinct(StringComparer.Ordinal).SelectMany(key => byKey[key])
                .Where(mention => mention.Id != person.Id).DistinctBy(mention => mention.Id)
                .Select(mention => Proposal(read, mention))
                .Where(proposal => proposal.Probability >= threshold)
                .OrderByDescending(proposal => proposal.Probability).ThenBy(proposal => proposal.Other),
        ];
    }

    private MatchProposal Proposal(ReadMention person, ReadMention mention)
    {
        var reasons = scorer.Weigh(person, mention);
        return MatchProposal.Of(person.Id, mention.Id, scorer.Probability(reasons), reasons);
    }
}

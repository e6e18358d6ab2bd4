using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>Proposes which mentions are of one person. It joins nothing.</summary>
/// <remarks>
/// Candidates share a key (<see cref="BlockingKeys"/>); each pair is weighed (<see cref="PairScorer"/>); of persons who both fit a mention
/// and cannot be one, each takes its share, for a mention is of one person (<see cref="Rivals"/>). The result depends on the mentions
/// alone, not on their order. Some seconds for 20,000 mentions; memory and time grow about linearly.
/// </remarks>
public sealed class PersonMatcher
{
    /// <summary>What is less probable is not proposed. Chosen on generated people: decision 46.</summary>
    public const double Threshold = 0.8;

    /// <summary>Odds of a rival that the reasons name.</summary>
    private const double WorthTelling = 0.05;

    private readonly IReadOnlyList<ReadMention> mentions;
    private readonly PairScorer scorer;

    /// <param name="mentions">All persons of the archive's papers, each id once.</param>
    /// <param name="history">The places that the archive knows.</param>
    public PersonMatcher(IEnumerable<PersonMention> mentions, PlaceHistory history)
        : this(new KnownPeople(mentions, history))
    {
    }

    /// <param name="mentions">Each id once.</param>
    /// <param name="people">From whom it is counted what is usual, instead of from the mentions.</param>
    public PersonMatcher(IEnumerable<PersonMention> mentions, KnownPeople people)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        ArgumentNullException.ThrowIfNull(people);
        this.mentions = [.. mentions.OrderBy(mention => mention.Id).Select(mention => ReadMention.Of(mention, people.Places))];
        scorer = new(people.Population, ConfusionModel.Learnt);
    }

    private PersonMatcher(KnownPeople people) => (mentions, scorer) = (people.Mentions, new(people.Population, ConfusionModel.Learnt));

    /// <summary>Keys under which too many meet to be compared, after <see cref="Propose"/>.</summary>
    public int SkippedBlocks { get; private set; }

    /// <summary>Pairs that were weighed, after <see cref="Propose"/>.</summary>
    public int ComparedPairs { get; private set; }

    /// <summary>The proposals, the most probable first, then by their ids.</summary>
    /// <param name="threshold">The least probability; 0 to 1.</param>
    /// <param name="cancellationToken">Ends it between two pairs.</param>
    public IReadOnlyList<MatchProposal> Propose(double threshold = Threshold, CancellationToken cancellationToken = default)
    {
        var pairs = Candidates.Pairs(mentions, out var skipped);
        (SkippedBlocks, ComparedPairs) = (skipped, pairs.Count);
        var likely = new Dictionary<(int One, int Other), double>();
        foreach (var (one, other) in pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var odds = scorer.Odds(scorer.Weigh(mentions[one], mentions[other]));
            if (odds >= Rivals.Least) likely[(one, other)] = odds;
        }
        var rivals = new Rivals(mentions, likely);
        var found = likely.Keys.ToDictionary(pair => pair, rivals.Probability);
        var thirds = ThirdMentions.Of(found);
        foreach (var (pair, both) in ThirdMentions.Of(found))
        {
            if (both > found.GetValueOrDefault(pair) && MayBeOne(pair.One, pair.Other)) found[pair] = both;
        }
        return
        [
            .. found.Where(pair => pair.Value >= threshold).Select(pair => Describe(pair.Key, pair.Value, rivals))
                .OrderByDescending(proposal => proposal.Probability).ThenBy(proposal => proposal.One).ThenBy(proposal => proposal.Other),
        ];
    }

    /// <summary>Weighs one pair by itself, rivals aside.</summary>
    public MatchProposal Compare(Guid one, Guid other)
    {
        var (a, b) = (Find(one), Find(other));
        if (a.Id.CompareTo(b.Id) > 0) (a, b) = (b, a);
        var reasons = scorer.Weigh(a, b);
        return MatchProposal.Of(a.Id, b.Id, scorer.Probability(reasons), reasons);
    }

    /// <summary>They are in the order of their ids.</summary>
    private ReadMention Find(Guid id)
    {
        var (low, high) = (0, mentions.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = mentions[middle].Id.CompareTo(id);
            if (order == 0) return mentions[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        throw new ArgumentException($"There is no mention {id}.", nameof(id));
    }

    private MatchProposal Describe((int One, int Other) pair, double probability, Rivals rivals)
    {
        var (one, other) = (mentions[pair.One], mentions[pair.Other]);
        var reasons = scorer.Weigh(one, other).ToList();
        var (odds, rival, unknown) = rivals.Weigh(pair);
        if (rival > WorthTelling) reasons.Add(new(EvidenceKind.Rival, -Math.Log((unknown + rival) / unknown), null, null));
        else if (unknown < 1) reasons.Add(new(EvidenceKind.NoRival, -Math.Log(unknown + rival), null, null));
        var alone = odds / (unknown + odds + rival);
        if (probability > alone) reasons.Add(new(EvidenceKind.ThirdMention, Math.Log(probability / (1 - probability) * (1 - alone) / alone), null, null));
        return MatchProposal.Of(one.Id, other.Id, probability, reasons);
    }

    /// <summary>Not where they contradict each other themselves: a third that lacks what they differ in joins nobody.</summary>
    private bool MayBeOne(int one, int other) =>
        (mentions[one].Source.DocumentId != mentions[other].Source.DocumentId || mentions[one].Source.Row != mentions[other].Source.Row)
        && !scorer.Weigh(mentions[one], mentions[other]).Any(reason => reason.Kind is EvidenceKind.PlaceDiffers or EvidenceKind.SexDiffers
            or EvidenceKind.BirthYearDiffers or EvidenceKind.BirthYearMisread or EvidenceKind.BirthYearNear or EvidenceKind.BirthDayDiffers
            or EvidenceKind.DeathDateDiffers or EvidenceKind.CertificateDiffers or EvidenceKind.CertificateOfAnother);
}

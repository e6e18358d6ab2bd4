using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>Weighs what two mentions say of each other. The order of the two does not matter.</summary>
internal sealed class PairScorer
{
    /// <summary>How many other mentions of the same person a mention has, on the average of all.</summary>
    private const double OthersOfOnePerson = 2;

    private const double MostSure = 50;

    private const double SamePaper = 0.03;
    private const double OtherSex = 0.02;
    private const double SameKin = 0.6;
    private const double OtherSpouse = 0.15;
    private const double MostOfOneKin = 500;

    private readonly Population population;
    private readonly NameComparer names;
    private readonly PlaceComparer places;

    public PairScorer(Population population, ConfusionModel confusions)
    {
        this.population = population;
        var misreading = new Misreading(confusions);
        (names, places) = (new(misreading, population), new(misreading, population));
    }

    /// <summary>That a pair with these reasons is of one person, to 1.</summary>
    public double Odds(IReadOnlyList<Evidence> reasons) => Math.Exp(Math.Min(MostSure, Beforehand + reasons.Sum(reason => reason.Weight)));

    public double Probability(IReadOnlyList<Evidence> reasons) => Odds(reasons) is var odds ? odds / (1 + odds) : 0;

    /// <summary>Natural logarithm of the odds that a pair taken at random is of one person.</summary>
    private double Beforehand => Math.Log(OthersOfOnePerson / population.Count);

    /// <summary>The reasons: what agrees, what does not, and what is missing, with a weight of 0.</summary>
    public IReadOnlyList<Evidence> Weigh(ReadMention one, ReadMention other)
    {
        List<Evidence> evidence = [];
        var (place, agree) = places.Compare(one.Home, other.Home);
        var name = names.Compare(one, other, agree == PlaceLevel.Commune ? FirstOf(one.Home.Commune, other.Home.Commune) : null);
        // However rare the name: in one commune the coincidence is likelier than the shares say.
        name = name with { Weight = -Math.Log(Math.Exp(-name.Weight) + (population.Namesakes * Reach(agree))) };
        evidence.Add(name);
        evidence.Add(BirthYears.Compare(one.Source.Born, other.Source.Born, population));
        evidence.Add(place);
        AddOthers(evidence, one, other, name.Kind);
        return evidence;
    }

    /// <summary>Of two names of one commune always the same, whichever mention comes first.</summary>
    private static PlaceUnit? FirstOf(PlaceUnit? one, PlaceUnit? other) =>
        one is null || (other is not null && string.CompareOrdinal(other.Key, one.Key) < 0) ? other : one;

    /// <summary>How much of those who bear one name because they come from one commune are met in a larger area, of those met in the commune.</summary>
    private static double Reach(PlaceLevel? agree) => agree switch
    {
        PlaceLevel.Commune => 1,
        PlaceLevel.District => 0.1,
        PlaceLevel.Province => 0.03,
        _ => 0.01,
    };

    private void AddOthers(List<Evidence> evidence, ReadMention one, ReadMention other, EvidenceKind name)
    {
        if (one.Source.Sex is { } sex && other.Source.Sex is { } otherSex && sex != otherSex)
            evidence.Add(new(EvidenceKind.SexDiffers, Math.Log(OtherSex), sex.ToString(), otherSex.ToString()));
        if (one.Source.DocumentId == other.Source.DocumentId && one.Source.Row == other.Source.Row) evidence.Add(new(EvidenceKind.SamePaper, Math.Log(SamePaper), null, null));
        if (Certificates.Compare(one, other, name) is { } certificate) evidence.Add(certificate);
        if (DeathDates.Compare(one.Source.Died, other.Source.Died) is { } death) evidence.Add(death);
        if (KinOf(one, other) is { } kin) evidence.Add(kin);
    }

    /// <summary>The best of the relatives of one kind: children differ among siblings' papers, spouses should not.</summary>
    private Evidence? KinOf(ReadMention one, ReadMention other)
    {
        Evidence? best = null;
        for (var i = 0; i < one.Kin.Count; i++)
        {
            for (var j = 0; j < other.Kin.Count; j++)
            {
                if (one.Kin[i].Relation != other.Kin[j].Relation) continue;
                var evidence = Compare(one, other, i, j);
                if (best is null || evidence.Weight > best.Weight) best = evidence;
            }
        }
        return best;
    }

    private Evidence Compare(ReadMention one, ReadMention other, int i, int j)
    {
        var (relation, name) = one.Kin[i];
        var ratio = names.RatioOf(name, other.Kin[j].Name);
        var (written, others) = (one.Source.Kin[i].Name, other.Source.Kin[j].Name);
        if (ratio > 1) return new(EvidenceKind.KinSame, Math.Log(Math.Min(MostOfOneKin, SameKin * ratio)), written, others);
        return new(EvidenceKind.KinDiffers, relation == Kinship.Child ? 0 : Math.Log(OtherSpouse), written, others);
    }
}

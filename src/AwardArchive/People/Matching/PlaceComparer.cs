using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>Compares two home places through history, from the province down.</summary>
internal sealed class PlaceComparer(Misreading misreading, Population population)
{
    // Shares among two papers about one person.
    private const double Same = 0.9;
    private const double OtherCommune = 0.02; // of birth and of residence; merged communes of which no list tells
    private const double OtherDistrict = 0.02;
    private const double OtherProvince = 0.02;

    /// <summary>The commune agrees, and what stands above it does not: a district that no list knows, or one that was misread.</summary>
    private const double OtherAbove = 0.05;

    /// <summary>Rarer misreadings of a name are other names.</summary>
    private const double LeastMisreading = 1e-4;

    private readonly Dictionary<(int, int), (PlaceLevel? Agree, double Weight, EvidenceKind Kind)> known = [];

    /// <returns>The evidence, and the smallest kind of unit that both name as one; null where there is none.</returns>
    public (Evidence Evidence, PlaceLevel? Agree) Compare(HomePlace one, HomePlace other)
    {
        if (one.IsEmpty || other.IsEmpty)
            return (new(EvidenceKind.PlaceMissing, 0, one.IsEmpty ? null : one.Written, other.IsEmpty ? null : other.Written), null);
        var key = one.Number <= other.Number ? (one.Number, other.Number) : (other.Number, one.Number);
        if (!known.TryGetValue(key, out var answer))
            known[key] = answer = one.Number <= other.Number ? Judge(one, other) : Judge(other, one);
        return (new(answer.Kind, answer.Weight, one.Written, other.Written), answer.Agree);
    }

    private (PlaceLevel? Agree, double Weight, EvidenceKind Kind) Judge(HomePlace one, HomePlace other)
    {
        PlaceLevel? agree = null;
        foreach (var level in Enum.GetValues<PlaceLevel>())
        {
            if (one.At(level) is not { } mine || other.At(level) is not { } theirs) continue;
            if (mine.SharesLand(theirs)) agree = level;
            else if (level == PlaceLevel.Commune)
            {
                if (MayBe(one, other.District) || MayBe(other, one.District)) break;
                if (MisreadCommune(one, other) is var ratio && ratio > OtherCommune) return (level, Math.Log(ratio), EvidenceKind.PlaceMisread);
                return Differs(one, other, agree, OtherCommune);
            }
            else if (!IsMisread(mine, theirs))
            {
                return OneCommune(one, other, mine.IsKnown && theirs.IsKnown) ?? Differs(one, other, agree, level == PlaceLevel.District ? OtherDistrict : OtherProvince);
            }
        }
        if (agree is not { } deepest) return (null, 0, EvidenceKind.PlaceMissing);
        return (agree, Math.Log(Same / ShareOf(one, other, deepest)), deepest == PlaceLevel.Commune ? KindOf(one, other) : EvidenceKind.PlaceWider);
    }

    /// <summary>Null where the communes are not one, or the units above them are known to be two.</summary>
    private (PlaceLevel? Agree, double Weight, EvidenceKind Kind)? OneCommune(HomePlace one, HomePlace other, bool areKnown) =>
        !areKnown && one.Commune is { } mine && other.Commune is { } theirs && mine.SharesLand(theirs)
            ? (PlaceLevel.Commune, Math.Log(OtherAbove / Math.Sqrt(population.UnitShare(mine, PlaceLevel.Commune) * population.UnitShare(theirs, PlaceLevel.Commune))), EvidenceKind.PlaceCommuneOnly)
            : null;

    private (PlaceLevel? Agree, double Weight, EvidenceKind Kind) Differs(HomePlace one, HomePlace other, PlaceLevel? agree, double share) =>
        (agree, Math.Log(share / (agree is { } level ? ShareOf(one, other, level) : 1)), EvidenceKind.PlaceDiffers);

    /// <summary>A misread name says no more than the name that it stands for.</summary>
    private double MisreadCommune(HomePlace one, HomePlace other)
    {
        var (mine, theirs) = (one.Commune!, other.Commune!);
        var ratio = (misreading.Of(mine.Key, theirs.Key).Share / population.UnitShare(theirs, PlaceLevel.Commune))
            + (misreading.Of(theirs.Key, mine.Key).Share / population.UnitShare(mine, PlaceLevel.Commune));
        return Math.Min(ratio, Same / Math.Max(population.PlaceShare(one, PlaceLevel.Commune), population.PlaceShare(other, PlaceLevel.Commune)));
    }

    private bool IsMisread(PlaceUnit mine, PlaceUnit theirs) =>
        Math.Max(misreading.Of(mine.Key, theirs.Key).Share, misreading.Of(theirs.Key, mine.Key).Share) >= LeastMisreading;

    /// <summary>A bare name before the province may be the district that the other place names.</summary>
    private static bool MayBe(HomePlace bare, PlaceUnit? district) => bare.District is null && district is not null && bare.Commune!.Key == district.Key;

    private double ShareOf(HomePlace one, HomePlace other, PlaceLevel level) =>
        Math.Sqrt(population.PlaceShare(one, level) * population.PlaceShare(other, level));

    private static EvidenceKind KindOf(HomePlace one, HomePlace other) =>
        All(one, other, (mine, theirs) => mine.Key == theirs.Key) ? EvidenceKind.PlaceSame
        : All(one, other, (mine, theirs) => Folding.Fold(mine.Key) == Folding.Fold(theirs.Key)) ? EvidenceKind.PlaceMisread
        : EvidenceKind.PlaceThroughHistory;

    private static bool All(HomePlace one, HomePlace other, Func<PlaceUnit, PlaceUnit, bool> alike) => Enum.GetValues<PlaceLevel>().All(level =>
        one.At(level) is not { } mine || other.At(level) is not { } theirs || alike(mine, theirs));
}

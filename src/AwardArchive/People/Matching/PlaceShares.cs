using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>Counts home places, and says how many are compatible with one.</summary>
internal sealed class PlaceShares
{
    /// <summary>In a small archive no place is common.</summary>
    private const double Smoothing = 30;

    /// <summary>The mention that is asked for does not count itself; a place that no other names counts as so many mentions.</summary>
    private const double Unseen = 0.3;

    private readonly Dictionary<HomePlace, int> counts = new(ReferenceEqualityComparer.Instance);

    /// <summary>However seldom a place is named: people of one place are often named together.</summary>
    private const double Least = 1e-3;

    // By level and piece of land: the places that name it.
    private readonly Dictionary<(PlaceLevel, int), List<HomePlace>> ofPiece = [];
    private readonly Dictionary<(PlaceUnit? Commune, PlaceUnit? District, PlaceUnit? Province), double> known = [];
    private readonly Dictionary<PlaceUnit, double> knownUnits = new(ReferenceEqualityComparer.Instance);
    private int total;

    public void Add(HomePlace place)
    {
        total++;
        counts[place] = counts.GetValueOrDefault(place) + 1;
        if (counts[place] > 1) return;
        foreach (var level in Enum.GetValues<PlaceLevel>())
        {
            foreach (var piece in place.At(level)?.Pieces ?? [])
            {
                if (!ofPiece.TryGetValue((level, piece), out var places)) ofPiece[(level, piece)] = places = [];
                places.Add(place);
            }
        }
    }

    /// <summary>Of those that share land with the place at a level, and contradict it at none above. Above 0, at most 1; 1 where it names nothing there.</summary>
    public double Of(HomePlace place, PlaceLevel level)
    {
        if (place.At(level) is not { } unit) return 1;
        var units = (level == PlaceLevel.Commune ? place.Commune : null, level >= PlaceLevel.District ? place.District : null, place.Province);
        if (known.TryGetValue(units, out var share)) return share;
        return known[units] = Math.Max(Least, Share(Sharing(unit, level).Where(other => IsCompatible(place, other, level))));
    }

    /// <summary>Of one unit by itself, wherever it lies.</summary>
    public double Of(PlaceUnit unit, PlaceLevel level)
    {
        if (!knownUnits.TryGetValue(unit, out var share)) knownUnits[unit] = share = Share(Sharing(unit, level));
        return share;
    }

    private IEnumerable<HomePlace> Sharing(PlaceUnit unit, PlaceLevel level) => unit.Pieces is [var only]
        ? ofPiece.GetValueOrDefault((level, only), [])
        : unit.Pieces.SelectMany(piece => ofPiece.GetValueOrDefault((level, piece), [])).Distinct();

    private double Share(IEnumerable<HomePlace> places) => Math.Clamp((Math.Max(0, places.Sum(place => counts[place]) - 1) + Unseen) / (total + Smoothing), 1e-6, 1);

    private static bool IsCompatible(HomePlace one, HomePlace other, PlaceLevel below)
    {
        for (var level = PlaceLevel.Province; level < below; level++)
        {
            if (one.At(level) is { } mine && other.At(level) is { } theirs && !mine.SharesLand(theirs)) return false;
        }
        return true;
    }
}

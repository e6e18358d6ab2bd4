using System.Runtime.CompilerServices;
using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>What readers of home places draw from a history: made once for it, since readers come and go with requests, and shared by all threads.</summary>
internal sealed class PlaceKnowledge
{
    private static readonly ConditionalWeakTable<PlaceHistory, PlaceKnowledge> Known = new();

    private readonly Lazy<LargeUnits> large;

    private PlaceKnowledge(PlaceHistory history)
    {
        Land = new(history);
        Dashed = history.Places.Where(place => place.Name.Contains('-', StringComparison.Ordinal))
            .Select(place => Folding.Fold(PlaceName.Key(place.Name))).ToHashSet(StringComparer.Ordinal);
        large = new(() => new(history));
    }

    public PlaceLand Land { get; }

    /// <summary>Keys, folded, of names in which a dash divides nothing: <c>Quảng Nam - Đà Nẵng</c>.</summary>
    public IReadOnlySet<string> Dashed { get; }

    public LargeUnits Large => large.Value;

    public static PlaceKnowledge Of(PlaceHistory history) => Known.GetValue(history, known => new(known));
}

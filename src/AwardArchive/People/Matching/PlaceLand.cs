using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>
/// Which units share land: each is taken for a set of pieces, those of the units that lie in it. <c>Bình Trị Thiên</c> shares land with
/// <c>Quảng Trị</c>, which was divided from it, and with the Quảng Trị of 2025; <c>Quảng Trị</c> and <c>Quảng Bình</c> of 1990 share none,
/// though both were joined later.
/// </summary>
/// <remarks>
/// Units of one name and level have a piece in common: what is divided again takes its old name (<c>Vĩnh Linh</c> after <c>Bến Hải</c>), and not
/// every such division is in the tables. Changes of all evidence are followed: land that is only said to be shared speaks for a pair, and the pair is judged by a person.
/// </remarks>
internal sealed class PlaceLand
{
    private readonly Dictionary<Place, List<int>> own = [];
    private readonly Dictionary<Place, List<Place>> within = [];
    private int pieces;

    public PlaceLand(PlaceHistory history)
    {
        var named = new Dictionary<(PlaceLevel, string), int>();
        foreach (var place in history.Places)
        {
            var key = (place.Level, PlaceName.Key(place.Name));
            if (!named.TryGetValue(key, out var piece)) named[key] = piece = pieces++;
            own[place] = [piece];
        }
        foreach (var change in history.Changes) Add(change);
    }

    /// <summary>Pieces are numbered from 0 to below this.</summary>
    public int Count => pieces;

    /// <summary>The pieces of a unit, those of smaller and earlier units in it included.</summary>
    public IReadOnlySet<int> PiecesOf(Place place)
    {
        var found = new HashSet<int>();
        var seen = new HashSet<Place> { place };
        var open = new Stack<Place>([place]);
        while (open.TryPop(out var unit))
        {
            found.UnionWith(own[unit]);
            foreach (var part in within.GetValueOrDefault(unit, [])) if (seen.Add(part)) open.Push(part);
        }
        return found;
    }

    private void Add(PlaceChange change)
    {
        foreach (var after in change.After)
        {
            foreach (var before in change.Before)
            {
                if (change.Before.Count == 1) Contains(before.Place, after); // divided, or renamed
                if (change.After.Count > 1 && change.Before.Count == 1) continue;
                if (!before.IsPartial) Contains(after, before.Place);
                else if (change.Before.Count > 1) Share(before.Place, after);
            }
        }
    }

    private void Contains(Place larger, Place smaller)
    {
        if (!within.TryGetValue(larger, out var parts)) within[larger] = parts = [];
        parts.Add(smaller);
    }

    /// <summary>A part of one is a part of the other.</summary>
    private void Share(Place one, Place other)
    {
        own[one].Add(pieces);
        own[other].Add(pieces++);
    }
}

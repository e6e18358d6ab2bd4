using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>A unit that a home place names.</summary>
/// <param name="name">As written, without its type.</param>
/// <param name="key">By <see cref="PlaceName.Key(string)"/>.</param>
/// <param name="pieces">Of its land; units whose pieces meet are compatible. A unit that no list has is a piece of its own.</param>
/// <param name="isKnown">In the history of places.</param>
/// <remarks>One reader gives the same object for the same unit.</remarks>
internal sealed class PlaceUnit(string name, string key, IReadOnlyList<int> pieces, bool isKnown)
{
    private readonly int[] sorted = [.. pieces.Order()];

    public string Name { get; } = name;

    public string Key { get; } = key;

    public IReadOnlyList<int> Pieces { get; } = pieces;

    public bool IsKnown { get; } = isKnown;

    public bool SharesLand(PlaceUnit other)
    {
        if (ReferenceEquals(this, other) || Key == other.Key) return true;
        var (i, j) = (0, 0);
        while (i < sorted.Length && j < other.sorted.Length)
        {
            if (sorted[i] == other.sorted[j]) return true;
            if (sorted[i] < other.sorted[j]) i++;
            else j++;
        }
        return false;
    }
}

/// <summary>A home place as written, by levels; null where it does not name one. Equal ones are the same object.</summary>
/// <param name="Number">From 0, in the order of first sight.</param>
internal sealed record HomePlace(int Number, string Written, PlaceUnit? Commune, PlaceUnit? District, PlaceUnit? Province)
{
    public bool IsEmpty => Commune is null && District is null && Province is null;

    public PlaceUnit? At(PlaceLevel level) => level switch
    {
        PlaceLevel.Commune => Commune,
        PlaceLevel.District => District,
        _ => Province,
    };
}

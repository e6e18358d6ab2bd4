using AwardArchive.Vietnamese;

namespace AwardArchive.Search;

/// <summary>What the places that a query names were called at other times, by the library's own history and the imported lists.</summary>
/// <remarks>
/// Communes and one-word districts only behind their type, for their names are everyday words. One name has many communes: those count that
/// lie in a place which the query names too; where more than a few are left, none does, for it would be a guess.
/// </remarks>
internal sealed class PlaceSynonyms(PlaceHistory history, SearchQuery query)
{
    private const int MostNamesakes = 4;
    private const int LongestName = 6;
    private const float SpellingWeight = 0.9f;
    private const float MadeOfWeight = 0.4f;
    private const float PartOfWeight = 0.6f;
    private const float BecameWeight = 0.4f;

    private List<Place>? around;

    /// <summary>Provinces and districts that the query names.</summary>
    private List<Place> Around => around ??= FindAround();

    /// <param name="words">Running words of the query.</param>
    public IEnumerable<OtherName> Of(IReadOnlyList<SearchWord> words)
    {
        var text = string.Join(' ', words.Select(word => word.Exact));
        if (PlacesOf(text, words.Count) is not { Count: > 0 } places) return [];
        return places.Where(place => place.Level != PlaceLevel.Commune).SelectMany(place => place.Spellings.Prepend(place.Name)).Select(name => Other(name, SpellingWeight))
            .Concat(LandsOf(text, PlaceRelations.MadeOf, MadeOfWeight))
            .Concat(LandsOf(text, PlaceRelations.PartOf, PartOfWeight))
            .Concat(PlaceName.Split(text).Type is null ? [] : CommunesOf(places));
    }

    private static OtherName Other(string name, float weight) => new(name, MatchKind.Place, weight);

    private List<Place> PlacesOf(string text, int words)
    {
        var (type, _) = PlaceName.Split(text);
        return [.. history.Search(text).Where(place => type is not null || (words > 1 && place.Level is PlaceLevel.Province or PlaceLevel.District))];
    }

    private IEnumerable<OtherName> LandsOf(string text, PlaceRelations relation, float weight) =>
        history.Expand(text, relation, PlaceEvidence.Seen).Where(link => link.Place.Level != PlaceLevel.Commune).Select(link => Other(link.Place.Name, weight));

    /// <summary>Of communes and districts both ways: what they were made of and what they became. With their type, as they are printed and typed.</summary>
    private IEnumerable<OtherName> CommunesOf(List<Place> places)
    {
        var units = places.FindAll(place => place.Level != PlaceLevel.Province && history.Related(place, PlaceRelations.MadeOf | PlaceRelations.Became).Count > 0);
        if (units.FindAll(unit => Around.Exists(place => Lies(unit, place))) is { Count: > 0 } near) units = near;
        if (units.Count > MostNamesakes) return [];
        return units.SelectMany(unit => history.Related(unit, PlaceRelations.MadeOf | PlaceRelations.Became)).Where(link => link.Place.Level != PlaceLevel.Province)
            .Select(link => Other($"{link.Place}", link.Relation == PlaceRelations.Became ? BecameWeight : MadeOfWeight));
    }

    /// <summary>Whether a unit lies in a larger one, or did before or after one of them was joined with others.</summary>
    private bool Lies(Place unit, Place place) =>
        unit != place && Above(unit).Concat(history.Related(unit, PlaceRelations.MadeOf | PlaceRelations.Became).SelectMany(link => Above(link.Place))).Any(above => IsSame(above, place));

    private static IEnumerable<Place> Above(Place unit)
    {
        for (var above = unit.Above; above is not null; above = above.Above) yield return above;
    }

    private static bool IsSame(Place one, Place other) => one.Level == other.Level && PlaceName.Key(one.Name) == PlaceName.Key(other.Name);

    private List<Place> FindAround()
    {
        var found = new List<Place>();
        var words = query.Leaves.SelectMany(part => part.Words).ToList();
        for (var first = 0; first < words.Count; first++)
        {
            for (var count = 1; count <= LongestName && first + count <= words.Count; count++)
                found.AddRange(PlacesOf(string.Join(' ', words.Skip(first).Take(count).Select(word => word.Exact)), count).Where(place => place.Level != PlaceLevel.Commune));
        }
        return found;
    }
}

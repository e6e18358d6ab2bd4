using AwardArchive.Vietnamese;

namespace AwardArchive.Places;

/// <summary>Joins the imported lists to the places that the language library knows.</summary>
internal sealed class GazetteerBuilder
{
    private static readonly VietnameseDate LastDayBefore = VietnameseDate.Of(2025, 6, 30)!.Value;
    private static readonly VietnameseDate FirstDayAfter = VietnameseDate.Of(2025, 7, 1)!.Value;

    private readonly PlaceHistory known = PlaceHistory.BuiltIn;
    private readonly List<Place> places;
    private readonly List<PlaceChange> changes;
    private readonly Dictionary<(PlaceLevel, string Code), Place> old = [];
    private readonly Dictionary<(PlaceLevel, string Code), Place> current = [];

    private GazetteerBuilder() => (places, changes) = ([.. known.Places], [.. known.Changes]);

    public static BuiltGazetteer Build(GazetteerData data)
    {
        var builder = new GazetteerBuilder();
        foreach (var import in data.Imports.OrderBy(import => import.Kind))
        {
            foreach (var unit in import.Units) builder.AddUnit(unit, import.Kind == GazetteerKind.UnitsBefore2025);
        }
        var unresolved = data.Imports.Sum(import => builder.AddMerges(import));
        return new(new(builder.places, builder.changes), unresolved);
    }

    private void AddUnit(UnitRow row, bool before)
    {
        var level = (PlaceLevel)row.Level;
        var (type, name) = PlaceName.Split(row.FullName);
        var units = before ? old : current;
        var above = row.AboveCode is not { } code ? null
            : units.GetValueOrDefault((level == PlaceLevel.Commune && before ? PlaceLevel.District : PlaceLevel.Province, code));
        units[(level, row.Code)] = Known(level, row.Code, name, before) ?? Add(new(name, level)
        {
            Type = type,
            Code = row.Code,
            Above = above,
            From = before ? null : FirstDayAfter,
            To = before ? LastDayBefore : null,
        });
    }

    private Place? Known(PlaceLevel level, string code, string name, bool before) =>
        known.ByCode(level, code, before ? LastDayBefore : FirstDayAfter).SingleOrDefault(place => IsNamed(place, name));

    private static bool IsNamed(Place? place, string name) => place is not null && PlaceName.Key(place.Name) == PlaceName.Key(name);

    private Place Add(Place place)
    {
        places.Add(place);
        return place;
    }

    private int AddMerges(GazetteerImport import)
    {
        var byName = old.Values.ToLookup(place => PlaceName.Key(place.Name));
        var unresolved = 0;
        foreach (var merge in import.Merges)
        {
            // Joins of provinces are known, by their law; so are those that the library has from the law.
            if (merge.ProvinceCode is null) continue;
            var target = Target(merge);
            if (known.Changes.Any(change => change.After.Contains(target))) continue;
            var parts = MergeText.IsUnchanged(merge.Text)
                ? [new MergePart(target.Type, target.Name, District: null, IsPartial: false)]
                : MergeText.Parse(merge.Text);
            var resolved = Resolve(parts, Lands(target.Above), byName);
            unresolved += resolved.Count(part => part.Place.Code is null);
            if (resolved.Count > 0) changes.Add(new(FirstDayAfter, PlaceEvidence.Seen, $"{import.Source}: {merge.Text}", resolved, [target]));
        }
        return unresolved;
    }

    private Place Target(MergeRow merge)
    {
        var (type, name) = PlaceName.Split(merge.FullName);
        var coded = current.GetValueOrDefault((PlaceLevel.Commune, merge.Code));
        if (IsNamed(coded, name)) return coded!;
        // A list gives a code wrong now and then (00071 for 07147), or spells a name in another way.
        var named = current.Values.Where(place => place.Type == type && place.Above?.Code == merge.ProvinceCode && IsNamed(place, name)).ToList();
        if (named is [var only]) return only;
        if (coded is not null) return coded;
        var province = current.GetValueOrDefault((PlaceLevel.Province, merge.ProvinceCode!))
            ?? known.ByCode(PlaceLevel.Province, merge.ProvinceCode!, FirstDayAfter).SingleOrDefault();
        return current[(PlaceLevel.Commune, merge.Code)] = Known(PlaceLevel.Commune, merge.Code, name, before: false)
            ?? Add(new(name, PlaceLevel.Commune) { Type = type, Code = merge.Code, Above = province, From = FirstDayAfter });
    }

    /// <summary>The provinces of before 1 July 2025 whose land a province of today has; empty where it is not known.</summary>
    private HashSet<Place> Lands(Place? province) =>
        province is null ? [] : [province, .. known.Related(province).Select(link => link.Place)];

    private List<PlacePart> Resolve(IReadOnlyList<MergePart> parts, HashSet<Place> lands, ILookup<string, Place> byName)
    {
        var candidates = parts.Select(part => Candidates(part, lands, byName[PlaceName.Key(part.Name)])).ToList();
        // Of several of one name the one in the district where the others lie.
        var districts = candidates.Where(found => found.Count == 1).Select(found => found[0].Above).ToHashSet();
        return [.. parts.Zip(candidates, (part, found) =>
        {
            if (found.Count > 1 && found.Where(place => districts.Contains(place.Above)).ToList() is [_] nearest) found = nearest;
            var place = found is [var only] ? only : Unresolved(part);
            return new PlacePart(place, part.IsPartial);
        })];
    }

    private static List<Place> Candidates(MergePart part, HashSet<Place> lands, IEnumerable<Place> named)
    {
        var found = named.Where(place => place.Type == part.Type && (lands.Count == 0 || lands.Contains(ProvinceOf(place)))).ToList();
        return found.Count > 1 && part.District is { } district
            ? [.. found.Where(place => IsNamed(place.Above, district))]
            : found;
    }

    private static Place ProvinceOf(Place place) => place.Above is { } above ? ProvinceOf(above) : place;

    /// <summary>Known by its name only.</summary>
    private Place Unresolved(MergePart part) =>
        Add(new(part.Name, part.Type == "huyện" ? PlaceLevel.District : PlaceLevel.Commune) { Type = part.Type, To = LastDayBefore });
}

/// <param name="History">All places.</param>
/// <param name="Unresolved">Parts of merged units that name a unit which the lists do not have, or have several times.</param>
internal sealed record BuiltGazetteer(PlaceHistory History, int Unresolved);

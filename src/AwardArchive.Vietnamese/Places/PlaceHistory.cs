namespace AwardArchive.Vietnamese;

/// <summary>Units of administration and what became of them. Immutable; safe to share between threads.</summary>
/// <remarks>
/// A name is compared by its letters together, so <c>Đakrông</c>, <c>Đa Krông</c> and <c>ĐaKrông</c> are one; marks count as in
/// <see cref="MarkPattern"/>; a type before it (<c>tỉnh</c>, <c>TP.</c>, <c>H.</c>, <c>thị trấn</c>) says the level.
/// </remarks>
public sealed class PlaceHistory
{
    private static readonly Lazy<PlaceHistory> Embedded = new(EmbeddedPlaces.Read);

    private readonly ILookup<string, (string Key, Place Place)> byName;
    private readonly ILookup<Place, PlaceChange> before;
    private readonly ILookup<Place, PlaceChange> after;

    public PlaceHistory(IReadOnlyList<Place> places, IReadOnlyList<PlaceChange> changes)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(changes);
        (Places, Changes) = (places, changes);
        byName = places
            .SelectMany(place => place.Spellings.Prepend(place.Name), (place, name) => (Key: PlaceName.Key(name), Place: place))
            .ToLookup(entry => Folding.Fold(entry.Key), entry => entry, StringComparer.Ordinal);
        after = changes.SelectMany(change => change.After, (change, place) => (place, change)).ToLookup(entry => entry.place, entry => entry.change);
        before = changes.SelectMany(change => change.Before, (change, part) => (part.Place, change)).ToLookup(entry => entry.Place, entry => entry.change);
    }

    /// <summary>All provinces, their joins and divisions since 1975, and the units of Đakrông; each change with its source.</summary>
    public static PlaceHistory BuiltIn => Embedded.Value;

    public IReadOnlyList<Place> Places { get; }

    public IReadOnlyList<PlaceChange> Changes { get; }

    /// <summary>The units that bore a code.</summary>
    /// <param name="level">Codes of levels are apart.</param>
    /// <param name="code">Of the statistics office, with its zeros.</param>
    /// <param name="on">Without a day the answer may be several units: code 44 was Quảng Bình and is Quảng Trị.</param>
    public IReadOnlyList<Place> ByCode(PlaceLevel level, string code, VietnameseDate? on = null) =>
        [.. Places.Where(place => place.Level == level && place.Code == code && (on is not { } day || place.ExistedOn(day)))];

    /// <summary>The units of a name, of all times and levels, the higher levels first.</summary>
    /// <param name="name">With or without its type and its marks: <c>tỉnh Quảng Trị</c>, <c>dakrong</c>, <c>TP. Huế</c>.</param>
    public IReadOnlyList<Place> Search(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Token[] tokens = [.. Tokenizer.Tokenize(name)];
        if (tokens.Length == 0) return [];
        var found = Named(PlaceName.Key(tokens));
        if (PlaceName.TypeAt(tokens, 0) is { } type)
            found = Named(PlaceName.Key(tokens.AsSpan(type.Words..))).Where(place => type.Levels.Contains(place.Level)).Concat(found);
        return [.. found.Distinct().OrderBy(place => place.Level)];
    }

    /// <summary>What a unit has to do with others, over any number of steps of one relation.</summary>
    /// <param name="place">One of <see cref="Places"/>.</param>
    /// <param name="relations">Those wanted; each is followed by itself.</param>
    /// <param name="atLeast">Weaker evidence is left out. Who asks for unverified links must show that they are.</param>
    public IReadOnlyList<PlaceLink> Related(
        Place place, PlaceRelations relations = PlaceRelations.MadeOf, PlaceEvidence atLeast = PlaceEvidence.Seen)
    {
        ArgumentNullException.ThrowIfNull(place);
        var links = new List<PlaceLink>();
        foreach (var relation in new[] { PlaceRelations.MadeOf, PlaceRelations.PartOf, PlaceRelations.Became })
        {
            if (relations.HasFlag(relation)) links.AddRange(Follow(place, relation, atLeast));
        }
        return links;
    }

    /// <summary>Other names under which the papers of a place may stand.</summary>
    /// <param name="name">As for <see cref="Search"/>; all units of this name are taken.</param>
    /// <param name="relations">By default what the units were made of; the other way only on request.</param>
    /// <param name="atLeast">Weaker evidence is left out. Who asks for unverified links must show that they are.</param>
    /// <returns>A link for each other unit; those of the same name are left out.</returns>
    public IReadOnlyList<PlaceLink> Expand(
        string name, PlaceRelations relations = PlaceRelations.MadeOf, PlaceEvidence atLeast = PlaceEvidence.Seen)
    {
        var found = Search(name);
        var keys = found.Select(place => (place.Level, PlaceName.Key(place.Name))).ToHashSet();
        return
        [
            .. found.SelectMany(place => Related(place, relations, atLeast))
                .Where(link => !keys.Contains((link.Place.Level, PlaceName.Key(link.Place.Name))))
                .DistinctBy(link => link.Place),
        ];
    }

    /// <summary>The places that a text names, in order, not overlapping; see <see cref="PlaceMention"/>.</summary>
    public IReadOnlyList<PlaceMention> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PlaceFinder.Find(this, text);
    }

    /// <param name="key">As by <see cref="PlaceName"/>.</param>
    internal IEnumerable<Place> Named(string key)
    {
        var pattern = MarkPattern.OfNormal(key);
        return byName[pattern.Folded].Where(entry => pattern.Matches(entry.Key)).Select(entry => entry.Place);
    }

    private List<PlaceLink> Follow(Place from, PlaceRelations relation, PlaceEvidence atLeast)
    {
        var links = new List<PlaceLink>();
        var seen = new HashSet<Place> { from };
        var open = new Queue<(Place Place, bool IsPartial, PlaceEvidence Evidence)>([(from, false, PlaceEvidence.Verified)]);
        while (open.TryDequeue(out var step))
        {
            foreach (var (part, change) in Next(step.Place, relation))
            {
                if (change.Evidence < atLeast || !seen.Add(part.Place)) continue;
                var evidence = change.Evidence < step.Evidence ? change.Evidence : step.Evidence;
                var link = new PlaceLink(part.Place, relation, change, step.IsPartial || part.IsPartial, evidence);
                links.Add(link);
                open.Enqueue((link.Place, link.IsPartial, evidence));
            }
        }
        return links;
    }

    private IEnumerable<(PlacePart Part, PlaceChange Change)> Next(Place place, PlaceRelations relation) =>
        relation == PlaceRelations.Became
            ? from change in before[place]
              let partial = change.Before.First(part => part.Place == place).IsPartial
              from target in change.After
              select (new PlacePart(target, partial), change)
            : from change in after[place]
              where IsDivision(change) == (relation == PlaceRelations.PartOf)
              from part in change.Before
              select (part, change);

    private static bool IsDivision(PlaceChange change) => change.Before is [var only] && (only.IsPartial || change.After.Count > 1);
}

using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>Reads home places as lists write them: <c>xã Hải Lâm, H. Triệu Hải</c>, <c>Hải Lâm - Triệu Hải - Bình Trị Thiên</c>.</summary>
/// <remarks>
/// Villages are left out. Where no type is written, the smallest unit comes first. Units that no list has are told apart by
/// their letters alone: marks are misread more often than two such communes of one district differ in them. A province or district that recognition misread is
/// taken for the known one that is nearest. Not safe for several threads.
/// </remarks>
internal sealed class HomePlaceReader(PlaceHistory history)
{
    private const int MaxLength = 300;

    private static readonly HashSet<string> Villages =
        new(["thon", "lang", "ap", "ban", "xom", "khom", "doi", "to", "buon", "so", "duong", "khoi"], StringComparer.Ordinal);

    private readonly PlaceKnowledge knowledge = PlaceKnowledge.Of(history);
    private readonly Dictionary<(string, int?), HomePlace> known = [];
    private readonly Dictionary<(PlaceLevel, string Key, string Pieces), PlaceUnit> units = [];
    private readonly Dictionary<string, int> strangers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> mended = new(StringComparer.Ordinal);

    /// <param name="written">Null or empty gives an empty place.</param>
    /// <param name="year">Of the paper: a name means the units that existed then; null: those of all times.</param>
    public HomePlace Read(string? written, int? year)
    {
        var key = ((written ?? "").Trim(), year);
        if (known.TryGetValue(key, out var place)) return place;
        var text = key.Item1.Length > MaxLength ? key.Item1[..MaxLength] : key.Item1;
        var segments = Segments(text).Where(segment => segment.Type is not null || !IsVillage(segment.Name)).ToList();
        var read = new PlaceUnit?[3];
        var above = 0; // the lowest number that is free: provinces are 0
        for (var i = segments.Count - 1; i >= 0 && above <= 2; i--)
        {
            var (type, name) = segments[i];
            // The first of several may be a commune, of which most are in no list.
            if (i > 0 || segments.Count == 1 || type is "tỉnh" or "huyện" or "quận" or "thị xã") name = Mend(name) ?? name;
            var level = LevelOf(type, name, above, isFirst: i == 0);
            if (level is null || read[(int)level] is not null) continue;
            read[(int)level] = Unit(level.Value, name, year);
            above = (int)level + 1;
        }
        return known[key] = new(known.Count, key.Item1, read[2], read[1], read[0]);
    }

    private IEnumerable<(string? Type, string Name)> Segments(string text)
    {
        foreach (var part in Parts(text))
        {
            var start = 0;
            var within = 0; // types of two words begin once
            foreach (var token in Tokenizer.Tokenize(part))
            {
                if (token.Start < within) continue;
                var rest = part[token.Start..];
                var (type, name) = PlaceName.Split(rest);
                if (type is null) continue;
                within = part.Length - name.Length;
                if (token.Start > start) yield return Cut(part[start..token.Start]);
                start = token.Start;
            }
            if (start < part.Length) yield return Cut(part[start..]);
        }
    }

    /// <summary>Between signs; a dash within a known name, as of <c>Quảng Nam - Đà Nẵng</c>, divides nothing.</summary>
    private IEnumerable<string> Parts(string text)
    {
        foreach (var part in text.Split([",", ";", "\n", "/", "("], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pieces = part.Split([" - ", " – "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (var i = 0; i < pieces.Length; i++)
            {
                var joined = i + 1 < pieces.Length ? $"{pieces[i]} - {pieces[i + 1]}" : "";
                if (joined.Length > 0 && knowledge.Dashed.Contains(Folding.Fold(PlaceName.Key(PlaceName.Split(joined).Name)))) yield return pieces[i++] + " - " + pieces[i];
                else yield return pieces[i];
            }
        }
    }

    private static (string? Type, string Name) Cut(string segment)
    {
        var (type, name) = PlaceName.Split(segment.Trim());
        if (type is null && MisreadType(name) is { } misread) (type, name) = misread;
        return (type, name.Trim(' ', '.', ':', ')', '-'));
    }

    /// <summary><c>lỉnh Quảng Bình</c>, <c>xá Hải Lâm</c>, <c>II. Bố Trạch</c>: a type with wrong marks or a letter off, H read as strokes.</summary>
    private static (string Type, string Name)? MisreadType(string segment)
    {
        var blank = segment.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 1 || blank + 1 >= segment.Length || !char.IsUpper(segment[blank + 1])) return null;
        var (word, name) = (segment[..blank].TrimEnd('.', ','), segment[(blank + 1)..]);
        if (word is "II" or "Il" or "lI" or "ll" or "H" or "IH" or "HH") return ("huyện", name);
        var letters = Folding.Fold(word);
        if (letters is "huyen" || Misreading.IsOneLetterOff(letters, "huyen")) return ("huyện", name);
        if (letters is "xa" || (letters is "sa" && name.Contains(' ', StringComparison.Ordinal))) return ("xã", name);
        return word.Length > 0 && char.IsLower(word[0]) && (letters is "tinh" || Misreading.IsOneLetterOff(letters, "tinh")) ? ("tỉnh", name) : null;
    }

    private static bool IsVillage(string name) =>
        Tokenizer.Tokenize(name).Select(token => Folding.Fold(token.Normal())).FirstOrDefault() is not { } first || (Villages.Contains(first) && name.Contains(' ', StringComparison.Ordinal));

    /// <summary>By its type, else by what is known of the name, else by where it stands.</summary>
    private PlaceLevel? LevelOf(string? type, string name, int above, bool isFirst)
    {
        var levels = type switch
        {
            "tỉnh" => [PlaceLevel.Province],
            "huyện" or "quận" or "thị xã" => [PlaceLevel.District],
            "xã" or "phường" or "thị trấn" => [PlaceLevel.Commune],
            "thành phố" => [PlaceLevel.Province, PlaceLevel.District],
            _ => Enum.GetValues<PlaceLevel>(),
        };
        var possible = levels.Where(level => (int)level >= above).ToArray();
        if (possible.Length < 2) return possible.Length == 0 ? null : possible[0];
        var places = history.Search(name);
        if (isFirst && type is null && above == 1 && places.All(place => place.Level != PlaceLevel.District)) return PlaceLevel.Commune;
        return possible.Cast<PlaceLevel?>().FirstOrDefault(level => places.Any(place => place.Level == level && (level != PlaceLevel.Commune || isFirst)))
            ?? (isFirst ? PlaceLevel.Commune : PlaceLevel.District);
    }

    private PlaceUnit Unit(PlaceLevel level, string name, int? year)
    {
        var key = PlaceName.Key(name);
        var places = Named(level, name, year);
        return places.Count == 0
            ? Unit(level, name, key, [Stranger($"{level} {Folding.Fold(key)}")], isKnown: false)
            : Unit(level, name, PlaceName.Key(places[0].Name), [.. places.SelectMany(knowledge.Land.PiecesOf).Distinct().Order()], isKnown: true);
    }

    private PlaceUnit Unit(PlaceLevel level, string name, string key, int[] pieces, bool isKnown)
    {
        var identity = (level, key, string.Join(',', pieces));
        if (!units.TryGetValue(identity, out var unit)) units[identity] = unit = new(name, key, pieces, isKnown);
        return unit;
    }

    /// <summary>The province or district that a name nobody knows stands for, when one is clearly nearest.</summary>
    private string? Mend(string name)
    {
        if (mended.TryGetValue(name, out var nearest)) return nearest;
        return mended[name] = history.Search(name).Count > 0 ? null : knowledge.Large.Nearest(PlaceName.Key(name));
    }

    private List<Place> Named(PlaceLevel level, string name, int? year)
    {
        var places = history.Search(name).Where(place => place.Level == level).ToList();
        if (year is not { } known || VietnameseDate.Of(known) is not { } when) return places;
        var then = places.Where(place => Existed(place, when.Year)).ToList();
        return then.Count > 0 ? then : places; // papers go on using old names
    }

    private static bool Existed(Place place, int year) => (place.From is not { } from || from.Year <= year) && (place.To is not { } to || to.Year >= year);

    private int Stranger(string key)
    {
        if (!strangers.TryGetValue(key, out var piece)) strangers[key] = piece = knowledge.Land.Count + strangers.Count;
        return piece;
    }
}

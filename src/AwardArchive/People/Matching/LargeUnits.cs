using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>The names of provinces and districts, for those that recognition misread.</summary>
internal sealed class LargeUnits
{
    /// <summary>Of shorter names too many are one letter apart.</summary>
    private const int ShortestMisread = 6;

    private readonly List<(string Key, string Letters)> names;

    public LargeUnits(PlaceHistory history) => names =
    [
        .. history.Places.Where(place => place.Level != PlaceLevel.Commune).SelectMany(place => place.Spellings.Prepend(place.Name))
            .Select(PlaceName.Key).Distinct(StringComparer.Ordinal).Select(key => (key, Folding.Fold(key))),
    ];

    /// <param name="key">As by <see cref="PlaceName.Key(string)"/>, of a name that is not known.</param>
    /// <returns>The key that it stands for: the only one with its letters, or the only one that is one letter off; else null.</returns>
    public string? Nearest(string key)
    {
        var letters = Folding.Fold(key);
        return Only(name => name.Letters == letters)
            ?? (letters.Length >= ShortestMisread ? Only(name => Misreading.IsOneLetterOff(name.Letters, letters)) : null);
    }

    private string? Only(Func<(string Key, string Letters), bool> fits) => names.Where(fits).Take(2).ToList() is [var only] ? only.Key : null;
}

using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>
/// The keys under which a mention meets those it may be one with; two that share none are never compared. Each key leaves out one or two
/// of family, middle, given name, birth year and commune, so that any of them may be misread or missing.
/// </summary>
/// <remarks>
/// All but one key hold a commune or a birth year with a whole name: what meets under them does not grow with the archive but with the
/// commune, so that comparing stays about linear. Names are without marks; of a place, each piece of its land has a key.
/// </remarks>
internal static class BlockingKeys
{
    public static IEnumerable<string> Of(ReadMention mention)
    {
        var keys = mention.Name.Aliases.Prepend(mention.Name).SelectMany(name => OfName(mention, name));
        if (mention.Certificate is { } number) keys = keys.Append($"c {number}");
        // Forms name their persons beside their kin, often without a year or a place.
        return mention.Source.Row is RowKind.Kin ? keys.Concat(OfForm(mention)) : keys;
    }

    private static IEnumerable<string> OfName(ReadMention mention, NameForm name)
    {
        if (name.Joined.Length == 0) yield break;
        var (family, middle, given, year) = (name.FamilyFolded, name.MiddleFolded, name.GivenFolded, mention.Year);
        var initial = family.Length == 0 ? "" : family[..1];
        var whole = Folding.Fold(name.Joined);
        foreach (var place in Land(mention.Home.Commune))
        {
            yield return $"g {initial} {given} {place}";
            yield return $"m {family} {middle} {place} {LastVowel(given)}";
            yield return $"j {whole} {place}";
            if (year is null) continue;
            yield return $"y {given} {year} {place}";
            yield return $"f {family} {year} {place}";
        }
        if (year is not null)
        {
            yield return $"w {whole} {year}";
            yield return $"i {initial} {given} {year} {mention.Home.Province?.Key}";
        }
        foreach (var place in Land(mention.Home.District ?? mention.Home.Province)) yield return $"d {whole} {place}";
    }

    private static IEnumerable<string> OfForm(ReadMention mention)
    {
        var given = mention.Name.GivenFolded;
        foreach (var (relation, name) in mention.Kin)
        {
            yield return $"k {given} {relation} {Folding.Fold(name.Joined)}";
            yield return $"n {Folding.Fold(mention.Name.Joined)} {relation} {name.GivenFolded}";
        }
        if (mention.Source.Died is { } died) yield return $"t {given} {died}";
    }

    private static IEnumerable<int> Land(PlaceUnit? unit) => unit?.Pieces ?? [];

    /// <summary>Enough of a misread given name to keep apart most of those who share family and middle name.</summary>
    private static char LastVowel(string word)
    {
        for (var i = word.Length - 1; i >= 0; i--)
        {
            if (word[i] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y') return word[i];
        }
        return '-';
    }
}

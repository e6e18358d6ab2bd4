using System.Buffers;

namespace AwardArchive.Vietnamese;

/// <summary>A place where a text names it.</summary>
/// <param name="Start">In the text as given, UTF-16 units; the type before the name included.</param>
/// <param name="End">After the name's last character.</param>
/// <param name="NameStart">Of the name without its type.</param>
/// <param name="Places">At least one: units of this name of different times, levels and lands. The places around it have narrowed them.</param>
/// <remarks>
/// A name begins with a capital. Communes are found only behind their type (<c>xã Ba Lòng</c>), for their names are everyday words and
/// names of persons; so are districts of one word.
/// </remarks>
public sealed record PlaceMention(int Start, int End, int NameStart, IReadOnlyList<Place> Places);

internal static class PlaceFinder
{
    private const int MaxWords = 6;

    private static readonly SearchValues<char> WithinName = SearchValues.Create(" .-–\u00A0\r\n\t");

    private static readonly SearchValues<char> BetweenNames = SearchValues.Create(" ,-–;\u00A0\r\n\t");

    public static IReadOnlyList<PlaceMention> Find(PlaceHistory history, string text)
    {
        Token[] tokens = [.. Tokenizer.Tokenize(text)];
        var mentions = new List<PlaceMention>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (MentionAt(history, text, tokens, i) is not { } found) continue;
            mentions.Add(found.Mention);
            i = found.Last;
        }
        for (var i = mentions.Count - 2; i >= 0; i--) mentions[i] = Narrow(text, mentions[i], mentions[i + 1]);
        return mentions;
    }

    private static (PlaceMention Mention, int Last)? MentionAt(PlaceHistory history, string text, Token[] tokens, int at)
    {
        if (PlaceName.TypeAt(tokens, at) is { } type && IsClose(text, tokens[at + type.Words - 1], tokens[at + type.Words])
            && NameAt(history, text, tokens, at + type.Words, (place, _) => type.Levels.Contains(place.Level)) is { } typed)
        {
            return (new(tokens[at].Start, tokens[typed.Last].End, tokens[at + type.Words].Start, typed.Places), typed.Last);
        }
        return NameAt(history, text, tokens, at, StandsAlone) is { } bare
            ? (new(tokens[at].Start, tokens[bare.Last].End, tokens[at].Start, bare.Places), bare.Last)
            : null;
    }

    private static bool StandsAlone(Place place, int words) =>
        place.Level == PlaceLevel.Province || (place.Level == PlaceLevel.District && words > 1);

    /// <summary>The longest name that begins at a token.</summary>
    private static (int Last, Place[] Places)? NameAt(
        PlaceHistory history, string text, Token[] tokens, int first, Func<Place, int, bool> accepts)
    {
        if (char.IsLower(text[tokens[first].Start])) return null;
        (int, Place[])? longest = null;
        var key = "";
        for (var last = first; last < tokens.Length && last < first + MaxWords; last++)
        {
            if (last > first && !IsClose(text, tokens[last - 1], tokens[last])) break;
            key += tokens[last].Normal();
            Place[] places = [.. history.Named(key).Where(place => accepts(place, last - first + 1))];
            if (places.Length > 0) longest = (last, places);
        }
        return longest;
    }

    /// <summary>Blanks, a line's end, a dash: not a comma.</summary>
    private static bool IsClose(string text, Token one, Token next)
    {
        var between = text.AsSpan(one.End, next.Start - one.End);
        return between.Length <= 3 && !between.ContainsAnyExcept(WithinName);
    }

    /// <summary><c>xã Tân Thành, huyện Hướng Hóa</c>: of the many Tân Thành the one that lies there.</summary>
    private static PlaceMention Narrow(string text, PlaceMention mention, PlaceMention next)
    {
        var between = text.AsSpan(mention.End, next.Start - mention.End);
        if (between.Length > 3 || between.ContainsAnyExcept(BetweenNames)) return mention;
        Place[] within = [.. mention.Places.Where(place => Lies(place, next.Places))];
        return within.Length == 0 ? mention : mention with { Places = within };
    }

    private static bool Lies(Place place, IReadOnlyList<Place> above)
    {
        for (var unit = place.Above; unit is not null; unit = unit.Above)
        {
            if (above.Contains(unit)) return true;
        }
        return false;
    }
}

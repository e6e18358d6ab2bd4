using AwardArchive.Vietnamese;

namespace AwardArchive.Places;

/// <summary>One unit in the words of a list: <c>Phường Mễ Trì (phần còn lại sau khi …)</c>, <c>Phường Minh Khai (quận Hai Bà Trưng)</c>.</summary>
/// <param name="District">As named in parentheses; null where none is.</param>
internal sealed record MergePart(string? Type, string Name, string? District, bool IsPartial);

/// <summary>Reads what a unit was made of from the prose of the list.</summary>
internal static class MergeText
{
    private const string Unchanged = "giữ nguyên";

    public static bool IsUnchanged(string text) => string.Equals(text.Trim(), Unchanged, StringComparison.OrdinalIgnoreCase);

    /// <summary>The units named, in order. From the first words that speak of a part on, all that follow count as parts.</summary>
    /// <param name="text">Names divided by commas and "và", remarks in parentheses.</param>
    public static IReadOnlyList<MergePart> Parse(string text)
    {
        var parts = new List<MergePart>();
        string? type = null;
        var partial = false;
        foreach (var (words, remark) in Split(text))
        {
            partial |= SpeaksOfPart(words);
            if (NameOf(words) is not { } named) continue;
            type = named.Type ?? type;
            parts.Add(new(type, named.Name, DistrictOf(remark), partial || SpeaksOfPart(remark)));
        }
        return parts;
    }

    /// <summary>Stretches between commas and "và", each with its last parentheses.</summary>
    private static IEnumerable<(string Words, string Remark)> Split(string text)
    {
        var words = "";
        var remark = "";
        var depth = 0;
        // The lists hold blanks of several kinds.
        var plain = string.Join(' ', NormalForm.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var character in plain.Replace(" và ", ", ", StringComparison.Ordinal) + ",")
        {
            if (character == '(') remark = depth++ == 0 ? "" : remark;
            else if (character == ')') depth = Math.Max(0, depth - 1);
            else if (depth > 0) remark += character;
            else if (character is not (',' or ';')) words += character;
            else
            {
                if (words.Trim().Length > 0) yield return (words.Trim(), remark.Trim());
                (words, remark) = ("", "");
            }
        }
    }

    /// <summary>What stands behind the type; without a type, a name that begins with a capital.</summary>
    private static (string? Type, string Name)? NameOf(string words)
    {
        var pieces = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < pieces.Length; i++)
        {
            var (type, name) = PlaceName.Split(string.Join(' ', pieces[i..]));
            if (type is null) continue;
            // "của các phường Phường Cửa Nam"
            if (char.IsLower(pieces[i][0]) && PlaceName.Split(name) is { Type: { } again } doubled) (type, name) = (again, doubled.Name);
            return IsName(name) ? (type, Cut(name)) : null;
        }
        return IsName(words) && !SpeaksOfAll(words) ? (null, Cut(words)) : null;
    }

    private static bool IsName(string words) => words.Length > 0 && (char.IsUpper(words[0]) || char.IsDigit(words[0]));

    private static string Cut(string name)
    {
        var at = name.IndexOf(" sau khi", StringComparison.Ordinal);
        return (at < 0 ? name : name[..at]).TrimEnd('.', ' ');
    }

    private static string? DistrictOf(string remark) =>
        PlaceName.Split(remark) is { Type: "huyện" or "quận" or "thị xã" or "thành phố" } named ? named.Name : null;

    private static bool SpeaksOfPart(string words) =>
        words.Contains("một phần", StringComparison.OrdinalIgnoreCase) || words.Contains("phần còn lại", StringComparison.OrdinalIgnoreCase);

    private static bool SpeaksOfAll(string words) =>
        words.StartsWith("Toàn bộ", StringComparison.Ordinal) || words.StartsWith("Sắp xếp", StringComparison.Ordinal) || SpeaksOfPart(words);
}

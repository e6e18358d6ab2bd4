using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>How many the paper says there are: "Tổng số: 25 người", "gồm 25 cá nhân", "cho 25 bà mẹ".</summary>
internal static class StatedTotal
{
    private static readonly string[] Before = ["cho", "gom", "co", "doi"];
    private static readonly string[] Counted = ["ca", "nguoi", "ba", "ong", "dong", "can", "gia", "tap", "truong", "me", "ho", "liet", "vi", "don"];

    /// <returns>Nothing when the entries are as many as the paper says, in one sum or in several.</returns>
    public static ReadingWarning? Check(IReadOnlyList<ListPage> pages, int entries)
    {
        var stated = pages.SelectMany(page => page.Lines).SelectMany(Find).ToArray();
        if (stated.Length == 0 || entries == 0 || stated.Any(total => total.Number == entries) || stated.Sum(total => total.Number) == entries) return null;
        var (number, page, box) = stated[0];
        return new("totalDiffers", $"Văn bản nói có {number}, đọc được {entries}.", page, box);
    }

    private static IEnumerable<(int Number, int Page, Box Box)> Find(ListLine line)
    {
        for (var i = 1; i < line.Words.Count; i++)
        {
            var digits = line.Words[i].Text.Trim('(', ')', '.', ',', ';', ':');
            if (digits.Length is 0 or > 5 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) continue;
            var before = KeyAt(line, i - 1);
            var isSum = before is "so" or "cong" && KeyAt(line, i - 2) is "tong";
            if (isSum || (Before.Contains(before) && Counted.Contains(KeyAt(line, i + 1)))) yield return (number, line.Page, line.Words[i].Box);
        }
    }

    private static string KeyAt(ListLine line, int at) =>
        at >= 0 && at < line.Words.Count ? Folding.Fold(line.Words[at].Text.Trim(':', ',', '(', ')', '.', ';')) : "";
}

using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Lists;

/// <summary>How many the paper says there are: "Tổng số: 25 người", "gồm 25 cá nhân", "cho 25 bà mẹ".</summary>
internal static class StatedTotal
{
    private const string Source = "list-total/1";

    /// <summary>It only warns.</summary>
    private const double Sure = 0.9;

    private static readonly string[] Before = ["cho", "gom", "co", "doi"];
    private static readonly string[] Counted = ["ca", "nguoi", "ba", "ong", "dong", "can", "gia", "tap", "truong", "me", "ho", "liet", "vi", "don"];

    /// <summary>Each place where the paper says it, in order; the value is digits.</summary>
    public static IReadOnlyList<Fact> Read(IReadOnlyList<ListPage> pages) => [.. pages.SelectMany(page => page.Lines).SelectMany(Find)];

    private static IEnumerable<Fact> Find(ListLine line)
    {
        for (var i = 1; i < line.Words.Count; i++)
        {
            var digits = line.Words[i].Text.Trim('(', ')', '.', ',', ';', ':');
            if (digits.Length is 0 or > 5 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) continue;
            var before = KeyAt(line, i - 1);
            var isSum = before is "so" or "cong" && KeyAt(line, i - 2) is "tong";
            if (isSum || (Before.Contains(before) && Counted.Contains(KeyAt(line, i + 1)))) yield return new($"{number}", line.Words[i].Text, line.Page, line.Words[i].Box, Sure, Source);
        }
    }

    private static string KeyAt(ListLine line, int at) =>
        at >= 0 && at < line.Words.Count ? Folding.Fold(line.Words[at].Text.Trim(':', ',', '(', ')', '.', ';')) : "";
}

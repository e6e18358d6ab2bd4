using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading;

/// <summary>
/// Where another paper may begin in a scan of several: a later page with a whole head of its own, the name or motto of the State, or the name of the
/// party, and a kind or a number. Only proposed: a person looks.
/// </summary>
internal static class NewHeadRule
{
    /// <summary>A head has at most so many lines and halves of lines above its title.</summary>
    private const int HeadRuns = 12;

    /// <summary>Folded, letters only, as every paper of the two wars and since bears one of them: National titles of 1945, 1969 and 1976, and the party's.</summary>
    private static readonly string[] Titles =
        ["vietnamdanchuconghoa", "conghoamiennamvietnam", "conghoaxahoichunghiavietnam", "danglaodongvietnam", "dangcongsanvietnam"];

    /// <param name="pages">All pages, in order.</param>
    /// <param name="facts">Of the document's head.</param>
    /// <returns>One for each page with another head.</returns>
    public static IReadOnlyList<ReadingWarning> Read(IReadOnlyList<PageLayout> pages, DocumentFacts facts)
    {
        var first = facts.Kind?.Page ?? facts.Number?.Page ?? 0;
        var found = new List<ReadingWarning>();
        foreach (var page in pages.Where(page => page.Runs.Count > 0 && page.Runs[0].Page > Math.Max(first, 1)))
        {
            if (!page.Runs.Take(HeadRuns).Any(run => Titles.Contains(Folding.Letters(run.Text)) || TwoHeads.IsMotto(run))) continue;
            var head = FactReader.ReadHead(page);
            // A list with a head of its own says which paper it belongs to; a head repeated has the same number.
            if ((head.Kind is null && head.Number is null) || head.AnnexTo is not null || page.Runs.Take(2 * HeadRuns).Any(IsAnnexMark)) continue;
            if (head.Number is { } number && number.Value == facts.Number?.Value && head.Symbol?.Value == facts.Symbol?.Value) continue;
            var box = (head.Kind ?? head.Number)!;
            found.Add(new(ReadingWarning.NewHead, $"Từ trang {box.Page} có thể là một văn bản khác: {NameOf(head)}.", box.Page, box.Box));
        }
        return found;
    }

    private static string NameOf(DocumentFacts head) =>
        string.Join(' ', new[] { head.Kind?.Value, head.Number is { } number ? $"số {number.Value}/{head.Symbol?.Value}".TrimEnd('/') : null }.OfType<string>());

    private static bool IsAnnexMark(TextRun run) => Folding.Letters(run.Text).StartsWith("kemtheo", StringComparison.Ordinal);
}

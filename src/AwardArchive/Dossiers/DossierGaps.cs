using AwardArchive.Archive;

namespace AwardArchive.Dossiers;

/// <summary>What of a dossier is missing or double: pages and sheets that the cover promises against those that are there. A pure function.</summary>
internal static class DossierGaps
{
    private const int Shown = 20;

    /// <param name="documents">Of the dossier.</param>
    /// <returns>For a person, in Vietnamese; empty when all is there.</returns>
    public static IReadOnlyList<string> Of(Dossier dossier, IReadOnlyList<Document> documents)
    {
        var warnings = new List<string>();
        var pages = documents.Sum(document => document.PageCount);
        if (dossier.ExpectedPages is { } expected && expected != pages)
            warnings.Add(pages < expected ? $"Thiếu {expected - pages} trang: hồ sơ ghi {expected} trang, đang có {pages}." : $"Thừa {pages - expected} trang: hồ sơ ghi {expected} trang, đang có {pages}.");
        var stretches = documents.Where(document => document.SheetFrom is not null)
            .Select(document => (From: document.SheetFrom!.Value, To: document.SheetTo ?? document.SheetFrom!.Value)).OrderBy(stretch => stretch.From).ToList();
        if (stretches.Count == 0) return warnings;
        var missing = new List<(int From, int To)>();
        var twice = new List<(int From, int To)>();
        var reached = 0;
        foreach (var (from, to) in stretches)
        {
            if (from > reached + 1) missing.Add((reached + 1, from - 1));
            if (from <= reached) twice.Add((from, Math.Min(to, reached)));
            reached = Math.Max(reached, to);
        }
        if (dossier.ExpectedSheets is { } last && last > reached) missing.Add((reached + 1, last));
        if (missing.Count > 0) warnings.Add($"Thiếu tờ {Show(missing)}.");
        if (twice.Count > 0) warnings.Add($"Tờ {Show(twice)} có ở hơn một văn bản.");
        if (dossier.ExpectedSheets is { } end && reached > end) warnings.Add($"Có tờ số {reached}, nhưng hồ sơ ghi {end} tờ.");
        if (stretches.Count < documents.Count) warnings.Add($"{documents.Count - stretches.Count} văn bản chưa ghi số tờ.");
        return warnings;
    }

    private static string Show(List<(int From, int To)> stretches) =>
        string.Join(", ", stretches.Take(Shown).Select(stretch => stretch.From == stretch.To ? $"{stretch.From}" : $"{stretch.From}–{stretch.To}"))
        + (stretches.Count > Shown ? " …" : "");
}

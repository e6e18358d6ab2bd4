using System.Text;
using AwardArchive.Indexing;

namespace AwardArchive.Search;

/// <summary>A stretch of a page around its hits.</summary>
/// <param name="Text">As on the page, white space made one blank.</param>
/// <param name="Hit">Whether it is what was searched for.</param>
public sealed record SnippetRun(string Text, bool Hit);

/// <summary>Cuts the most telling stretch out of a page.</summary>
internal static class Snippet
{
    /// <summary>Characters of the page in a snippet; a little less or more, so that words stay whole.</summary>
    public const int Length = 200;

    private const string Omission = "…";

    /// <param name="page">The text of the page.</param>
    /// <param name="text">The same text, analyzed.</param>
    /// <param name="matches">What was found in it; without any, the snippet is the beginning of the page.</param>
    public static IReadOnlyList<SnippetRun> Of(string page, AnalyzedText text, IReadOnlyList<PartMatch> matches)
    {
        var hits = matches.Select(match => new Hit(match.Part, text.Words[match.First].Start, text.Words[match.First + match.Count - 1].End)).ToList();
        var (start, end) = Window(page, hits);
        return Runs(page, start, end, hits);
    }

    /// <summary>The window with the most different parts of the query, then with the most hits, then the first.</summary>
    private static (int Start, int End) Window(string page, List<Hit> hits)
    {
        var (best, bestScore) = ((Start: 0, End: 0), -1);
        var counts = new int[hits.Count == 0 ? 0 : hits.Max(hit => hit.Part) - PartMatch.Name + 1];
        var parts = 0;
        for (int first = 0, after = 0; first < hits.Count; first++)
        {
            for (; after <= first || (after < hits.Count && hits[after].End - hits[first].Start <= Length); after++)
            {
                if (counts[hits[after].Part - PartMatch.Name]++ == 0) parts++;
            }
            var score = (parts * 1000) + Math.Min(after - first, 999);
            if (score > bestScore) (best, bestScore) = ((hits[first].Start, hits[first..after].Max(hit => hit.End)), score);
            if (--counts[hits[first].Part - PartMatch.Name] == 0) parts--;
        }
        var spare = Math.Max(0, Length - (best.End - best.Start));
        var start = Math.Max(0, best.Start - (spare / 2));
        var end = Math.Min(page.Length, Math.Max(start + Length, best.End));
        start = Math.Max(0, Math.Min(start, end - Length));
        return (WordStart(page, start, best.Start), WordEnd(page, end, best.End));
    }

    /// <summary>Moves right to the next blank, but not into the first hit; an endless word is cut anywhere.</summary>
    private static int WordStart(string page, int start, int limit)
    {
        if (start == 0) return 0;
        for (var at = start; at < limit; at++)
        {
            if (char.IsWhiteSpace(page[at])) return at;
        }
        return char.IsLowSurrogate(page[start]) ? start - 1 : start;
    }

    /// <summary>Moves left to the last blank, but not into the last hit.</summary>
    private static int WordEnd(string page, int end, int limit)
    {
        if (end == page.Length) return end;
        for (var at = end; at > limit; at--)
        {
            if (char.IsWhiteSpace(page[at])) return at;
        }
        return char.IsLowSurrogate(page[end]) ? end + 1 : end;
    }

    private static List<SnippetRun> Runs(string page, int start, int end, List<Hit> hits)
    {
        var runs = new List<SnippetRun>();
        if (HasText(page, 0, start)) Add(runs, Omission, hit: false);
        var at = start;
        foreach (var hit in hits)
        {
            if (hit.End <= at || hit.Start >= end) continue;
            // Hits that only white space divides are one: a name is marked as a whole.
            var from = Math.Max(at, hit.Start);
            Add(runs, Clean(page[at..from]), hit: runs is [.., { Hit: true }] && string.IsNullOrWhiteSpace(page[at..from]));
            at = Math.Min(end, hit.End);
            Add(runs, Clean(page[from..at]), hit: true);
        }
        Add(runs, Clean(page[at..end]), hit: false);
        if (HasText(page, end, page.Length)) Add(runs, Omission, hit: false);
        return runs;
    }

    private static bool HasText(string page, int start, int end) => !page.AsSpan(start..end).IsWhiteSpace();

    private static void Add(List<SnippetRun> runs, string text, bool hit)
    {
        if (text.Length == 0) return;
        if (runs is [.., var last] && last.Hit == hit) runs[^1] = last with { Text = last.Text + text };
        else runs.Add(new(text, hit));
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character)) clean.Append(character);
            else if (clean.Length == 0 || clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString();
    }

    private readonly record struct Hit(int Part, int Start, int End);
}

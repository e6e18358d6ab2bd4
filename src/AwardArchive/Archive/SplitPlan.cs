namespace AwardArchive.Archive;

/// <summary>A stretch of the pages of a scan: a paper of its own.</summary>
/// <param name="First">In the scan, from 1.</param>
/// <param name="Count">At least 1.</param>
public sealed record PageRange(int First, int Count)
{
    public int Last => First + Count - 1;

    public bool Holds(int page) => page >= First && page <= Last;

    /// <summary>As people write it: <c>3</c>, <c>3–5</c>.</summary>
    public string Text => Count == 1 ? $"{First}" : $"{First}–{Last}";
}

/// <summary>From the pages at which papers begin to the papers: together they are all pages of the scan, each once, in order.</summary>
internal static class SplitPlan
{
    /// <param name="pageCount">Of the scan.</param>
    /// <param name="firstPages">Where papers begin, in any order; the first page begins one whether it is said or not.</param>
    /// <returns>At least two; null when that is no split: a page that the scan does not have, or nothing to cut.</returns>
    public static IReadOnlyList<PageRange>? Of(int pageCount, IEnumerable<int> firstPages)
    {
        var starts = firstPages.Append(1).Distinct().Order().ToList();
        if (starts.Count < 2 || starts[0] < 1 || starts[^1] > pageCount) return null;
        return [.. starts.Zip(starts.Skip(1).Append(pageCount + 1), (first, next) => new PageRange(first, next - first))];
    }

    /// <summary>Where a reading has found heads of other papers, in order; empty where it has found none.</summary>
    public static IReadOnlyList<int> ProposedBy(DocumentFacts facts) =>
        [.. facts.Warnings.Where(warning => warning.Kind == ReadingWarning.NewHead).Select(warning => warning.Page).Distinct().Order()];
}

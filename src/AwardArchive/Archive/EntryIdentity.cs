namespace AwardArchive.Archive;

/// <summary>Which of the rows that are kept a newly read one is: it stands at the same height of the same page.</summary>
internal static class EntryIdentity
{
    /// <summary>Pairs the rows of two readings; both are in reading order, and so is the result. Linear in their number.</summary>
    /// <returns>For each of <paramref name="read"/> the kept entry that it is, or null where it is new.</returns>
    public static IReadOnlyList<Entry?> Match(IReadOnlyList<Entry> kept, IReadOnlyList<AwardEntry> read)
    {
        var byPage = kept.GroupBy(entry => entry.Value.Page).ToDictionary(page => page.Key, page => new Queue<Entry>(page.OrderBy(entry => entry.Value.Box.Y)));
        var matched = new Entry?[read.Count];
        foreach (var i in Enumerable.Range(0, read.Count).OrderBy(i => read[i].Page).ThenBy(i => read[i].Box.Y))
        {
            if (!byPage.TryGetValue(read[i].Page, out var waiting)) continue;
            // What ends above this row's middle will not be met any more.
            while (waiting.TryPeek(out var above) && above.Value.Box.Bottom < Middle(read[i].Box) && Middle(above.Value.Box) < read[i].Box.Y) waiting.Dequeue();
            if (waiting.TryPeek(out var entry) && Meet(entry.Value.Box, read[i].Box)) matched[i] = waiting.Dequeue();
        }
        return matched;
    }

    private static bool Meet(Box one, Box other) => (Middle(one) >= other.Y && Middle(one) <= other.Bottom) || (Middle(other) >= one.Y && Middle(other) <= one.Bottom);

    private static int Middle(Box box) => box.Y + (box.Height / 2);
}

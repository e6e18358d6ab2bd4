namespace AwardArchive.Archive;

/// <summary>
/// Which of the rows that are kept a newly read one is: the one that stands where it stands on the same page. Boxes move a little from reading to
/// reading, and those of rows on a page askew overlap: each must be the nearest of the other. The same name makes a row nearer.
/// </summary>
internal static class EntryIdentity
{
    /// <summary>Rows above and below in which the nearest is looked for: a few may stand side by side.</summary>
    private const int Window = 4;

    /// <summary>What a pixel to the side counts of a pixel down: cells grow and shrink with what is read in them.</summary>
    private const double Sideways = 0.1;

    private const double SameName = 0.5;

    /// <summary>Pairs the rows of two readings. Linear in their number, but for sorting.</summary>
    /// <returns>For each of <paramref name="read"/> the kept row that it is, or null where it is new; none is given twice.</returns>
    public static IReadOnlyList<TRow?> Match<TRow, T>(IReadOnlyList<TRow> kept, IReadOnlyList<T> read)
        where TRow : Mention<T>
        where T : class, IRow<T>
    {
        var matched = new TRow?[read.Count];
        var keptByPage = kept.Select((row, i) => new Place(row.Value.Page, row.Value.Box, row.NameKey, i)).ToLookup(place => place.Page);
        foreach (var page in read.Select((row, i) => new Place(row.Page, row.Box, Mention.KeyOf(row.Name.Value), i)).GroupBy(place => place.Page))
        {
            Place[] before = Sorted(keptByPage[page.Key]), now = Sorted(page);
            int[] nearestBefore = NearestOf(now, before), nearestNow = NearestOf(before, now);
            for (var i = 0; i < now.Length; i++)
            {
                if (nearestBefore[i] is >= 0 and var j && nearestNow[j] == i) matched[now[i].Index] = kept[before[j].Index];
            }
        }
        return matched;
    }

    private static Place[] Sorted(IEnumerable<Place> places) => [.. places.OrderBy(place => place.Middle).ThenBy(place => place.Box.X)];

    /// <summary>For each the index of the nearest of the others that it meets; -1 where there is none.</summary>
    private static int[] NearestOf(Place[] places, Place[] others)
    {
        var nearest = new int[places.Length];
        var beside = 0;
        for (var i = 0; i < places.Length; i++)
        {
            while (beside < others.Length && others[beside].Middle < places[i].Middle) beside++;
            nearest[i] = -1;
            var least = double.MaxValue;
            for (var j = Math.Max(0, beside - Window); j < Math.Min(others.Length, beside + Window); j++)
            {
                if (places[i].Meets(others[j]) && places[i].DistanceTo(others[j]) is var distance && distance < least) (nearest[i], least) = (j, distance);
            }
        }
        return nearest;
    }

    /// <param name="Index">Among the rows of its reading.</param>
    private sealed record Place(int Page, Box Box, string Name, int Index)
    {
        public double Middle => Box.Y + (Box.Height / 2.0);

        /// <summary>At one height, and one above the other: lists may have two columns of names.</summary>
        public bool Meets(Place other) =>
            ((Middle >= other.Box.Y && Middle <= other.Box.Bottom) || (other.Middle >= Box.Y && other.Middle <= Box.Bottom))
            && Box.X <= other.Box.Right && other.Box.X <= Box.Right;

        public double DistanceTo(Place other) =>
            (Math.Abs(Middle - other.Middle) + (Sideways * Math.Abs(Box.X - other.Box.X))) * (Name == other.Name ? SameName : 1);
    }
}

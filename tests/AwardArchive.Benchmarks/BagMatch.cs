namespace AwardArchive.Benchmarks;

/// <summary>
/// Two bags of words put against each other, whatever their order: equal words cancel, of the rest the nearest are paired first, each
/// with its edit distance; what is left over has no partner.
/// </summary>
/// <param name="Missed">Words of the truth without a partner.</param>
/// <param name="Extra">Recognized words without a partner.</param>
internal sealed record BagMatch(IReadOnlyList<(string Truth, string Found, int Distance)> Pairs, IReadOnlyList<string> Missed, IReadOnlyList<string> Extra)
{
    public static BagMatch Of(IReadOnlyList<string> truth, IReadOnlyList<string> recognized)
    {
        var missed = truth.ToList();
        var extra = recognized.Where(word => !missed.Remove(word)).ToList();

        // A pair that shares nothing costs no more than losing the one and adding the other, so every match is worth taking.
        var candidates =
            from m in Enumerable.Range(0, missed.Count)
            from e in Enumerable.Range(0, extra.Count)
            let distance = EditDistance(missed[m], extra[e])
            orderby (double)distance / Math.Max(missed[m].Length, extra[e].Length)
            select (m, e, distance);
        var (missedTaken, extraTaken) = (new bool[missed.Count], new bool[extra.Count]);
        var pairs = new List<(string, string, int)>();
        foreach (var (m, e, distance) in candidates)
        {
            if (missedTaken[m] || extraTaken[e]) continue;
            missedTaken[m] = extraTaken[e] = true;
            pairs.Add((missed[m], extra[e], distance));
        }
        return new(pairs, [.. missed.Where((_, m) => !missedTaken[m])], [.. extra.Where((_, e) => !extraTaken[e])]);
    }

    private static int EditDistance(string a, string b)
    {
        Span<int> row = stackalloc int[Math.Min(b.Length, 256) + 1];
        if (b.Length >= row.Length) return Math.Max(a.Length, b.Length);
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}

namespace AwardArchive.Benchmarks.Search.Judged;

/// <summary>How well ten hits answer a query, each from 0 to 1.</summary>
/// <param name="Ndcg">Järvelin and Kekäläinen's, gain 2^grade - 1, discount log2(rank + 1), against the best order there is.</param>
/// <param name="Recall">Found of the papers of the highest grade, or of ten of them where there are more.</param>
/// <param name="ReciprocalRank">Of the first paper of the highest grade.</param>
internal readonly record struct Measures(double Ndcg, double Recall, double ReciprocalRank)
{
    private const int Depth = 10;

    public static Measures Of(IReadOnlyList<Guid> top, IReadOnlyDictionary<Guid, int> grades)
    {
        var best = grades.Values.Max();
        var wanted = grades.Values.Count(grade => grade == best);
        var found = top.Take(Depth).Select(id => grades.GetValueOrDefault(id)).ToList();
        var first = found.IndexOf(best);
        return new(
            Gain(found) / Gain(grades.Values.OrderDescending().Take(Depth)),
            found.Count(grade => grade == best) / (double)Math.Min(wanted, Depth),
            first < 0 ? 0 : 1.0 / (first + 1));
    }

    public static Measures Mean(IReadOnlyCollection<Measures> all) =>
        new(all.Average(one => one.Ndcg), all.Average(one => one.Recall), all.Average(one => one.ReciprocalRank));

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();
}

using AwardArchive.Vietnamese;

namespace AwardArchive.Benchmarks;

/// <summary>Which letters of a misread word stand for which of the true one.</summary>
internal static class LetterAlignment
{
    /// <summary>The cheapest steps from truth to what was read: letters kept, replaced, lost, added, two read as one, one as two.</summary>
    /// <param name="model">For what a step costs; two for one cost a little more than one for one, where it does not know better.</param>
    public static (IReadOnlyList<(string Truth, string Read)> Steps, double Cost) Align(string truth, string read, ConfusionModel model)
    {
        const double Merge = 1.2;
        var cost = new double[truth.Length + 1, read.Length + 1];
        var step = new (int Truth, int Read)[truth.Length + 1, read.Length + 1];
        for (var i = 0; i <= truth.Length; i++)
        {
            for (var j = 0; j <= read.Length; j++)
            {
                if (i + j == 0) continue;
                cost[i, j] = double.PositiveInfinity;
                foreach (var (t, r) in ((int, int)[])[(1, 1), (1, 0), (0, 1), (2, 1), (1, 2)])
                {
                    if (t > i || r > j) continue;
                    var from = truth.AsSpan(i - t, t);
                    var to = read.AsSpan(j - r, r);
                    // A merge of letters of which one stays is a letter lost.
                    if (t + r == 3 && (from.Contains(to[0]) || to.Contains(from[0]))) continue;
                    var known = model.Distance(to, from, 2);
                    var total = cost[i - t, j - r] + (t + r == 3 ? Math.Min(known, Merge) : known);
                    if (total < cost[i, j]) (cost[i, j], step[i, j]) = (total, (t, r));
                }
            }
        }
        var steps = new List<(string, string)>();
        for (var (i, j) = (truth.Length, read.Length); i + j > 0;)
        {
            var (t, r) = step[i, j];
            steps.Add((truth.Substring(i - t, t), read.Substring(j - r, r)));
            (i, j) = (i - t, j - r);
        }
        steps.Reverse();
        return (steps, cost[truth.Length, read.Length]);
    }

    /// <summary>Two for one as a letter replaced and a letter lost, one for two as a letter replaced and a letter added.</summary>
    public static IEnumerable<(string Truth, string Read)> Apart(string truth, string read) => truth.Length == 2
        ? [(truth[..1], read), (truth[1..], "")]
        : [(truth, read[..1]), ("", read[1..])];
}

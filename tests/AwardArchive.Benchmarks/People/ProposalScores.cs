using AwardArchive.People.Matching;

namespace AwardArchive.Benchmarks.People;

/// <summary>Precision, recall and calibration of proposals, and the ten worst of each kind.</summary>
internal sealed class ProposalScores(PeopleTruth truth, IReadOnlyList<MatchProposal> all)
{
    private const double PrecisionBar = 0.98;
    private const double RecallBar = 0.9;
    private static readonly double[] Thresholds = [0.5, 0.6, 0.7, PersonMatcher.Threshold, 0.85, 0.9, 0.95, 0.98];
    private static readonly double[] Bins = [0.05, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 1.01];

    /// <returns>Whether the bar is met at the threshold of the program.</returns>
    public bool Print()
    {
        foreach (var threshold in Thresholds.Distinct().Order())
        {
            var (precision, recall, count) = At(threshold);
            var mark = threshold == PersonMatcher.Threshold ? "  <- proposed" : "";
            Console.WriteLine($"at {threshold:0.00}   precision {precision:0.0000}  recall {recall:0.0000}  {count} proposals{mark}");
        }
        var sure = all.Where(proposal => proposal.IsSure).ToList();
        Console.WriteLine($"sure      {sure.Count} proposals, of which right {Share(sure):0.0000}");
        var withoutYear = all.Where(proposal => truth.LacksYear(proposal.One, proposal.Other) && proposal.Probability >= PersonMatcher.Threshold).ToList();
        var pairsWithout = truth.Pairs.Count(pair => truth.LacksYear(pair.One, pair.Other));
        Console.WriteLine($"no year   {withoutYear.Count} proposals, of which right {Share(withoutYear):0.0000}; recall {withoutYear.Count(IsRight) / (double)pairsWithout:0.0000} of {pairsWithout} pairs");
        Console.WriteLine("calibration (probability: proposals, of which right, mean probability)");
        for (var i = 0; i + 1 < Bins.Length; i++)
        {
            var bin = all.Where(proposal => proposal.Probability >= Bins[i] && proposal.Probability < Bins[i + 1]).ToList();
            if (bin.Count > 0) Console.WriteLine($"  {Bins[i]:0.000}-{Math.Min(1, Bins[i + 1]):0.000}  {bin.Count,6}  {Share(bin):0.000}  {bin.Average(proposal => proposal.Probability):0.000}");
        }
        PrintWorst();
        var (reached, found, _) = At(PersonMatcher.Threshold);
        return reached >= PrecisionBar && found >= RecallBar;
    }

    private void PrintWorst()
    {
        Console.WriteLine("ten worst proposals (wrong and most probable)");
        foreach (var proposal in all.Where(proposal => !IsRight(proposal)).Take(10)) Print(proposal);
        var found = all.Where(proposal => proposal.Probability >= PersonMatcher.Threshold).Select(proposal => (proposal.One, proposal.Other)).ToHashSet();
        var seen = all.ToDictionary(proposal => (proposal.One, proposal.Other));
        var missed = truth.Pairs.Where(pair => !found.Contains(pair)).ToList();
        Console.WriteLine($"missed: {missed.Count}, of which without a year {missed.Count(pair => truth.LacksYear(pair.One, pair.Other))}, with a namesake {missed.Count(pair => truth.HasNamesake(pair.One))}; "
            + $"not even at 0.05 {missed.Count(pair => !seen.ContainsKey(pair))}");
        Console.WriteLine("ten that were missed (with a year on both sides, no namesake)");
        foreach (var (one, other) in missed.Where(pair => !truth.LacksYear(pair.One, pair.Other) && !truth.HasNamesake(pair.One)).Take(10))
        {
            if (seen.TryGetValue((one, other), out var proposal)) Print(proposal);
            else Console.WriteLine($"  never: {Say(one)} | {Say(other)}");
        }
    }

    private void Print(MatchProposal proposal) => Console.WriteLine(
        $"  {proposal.Probability:0.0000} {Say(proposal.One)} | {Say(proposal.Other)}  [{string.Join("; ", proposal.Reasons.Select(reason => $"{reason.Kind} {reason.Weight:+0.0;-0.0;0}"))}]");

    private string Say(Guid id) => truth[id].Mention is var mention ? $"{mention.Name}, {mention.Born?.ToString() ?? "?"}, {mention.HomePlace ?? "?"} ({mention.PaperYear})" : "";

    private (double Precision, double Recall, int Count) At(double threshold)
    {
        var proposed = all.Where(proposal => proposal.Probability >= threshold).ToList();
        return (Share(proposed), proposed.Count(IsRight) / (double)truth.Pairs.Count, proposed.Count);
    }

    private double Share(List<MatchProposal> proposals) => proposals.Count == 0 ? 1 : proposals.Count(IsRight) / (double)proposals.Count;

    private bool IsRight(MatchProposal proposal) => truth.IsOne(proposal.One, proposal.Other);
}

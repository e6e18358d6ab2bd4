using System.Diagnostics;
using System.Globalization;
using AwardArchive.People.Matching;
using AwardArchive.Vietnamese;

namespace AwardArchive.Benchmarks.People;

/// <summary>How well mentions of one person are found among generated people, and what is found that is not so.</summary>
internal static class PeopleBenchmark
{
    public const string Usage =
        """
        reading people [report|tune|seed=N] [ENTRIES]
          20,000 award entries over 9,000 generated persons: precision, recall and calibration of proposals, time, the ten worst,
          and the entries of 1,000 mothers looked up one by one. The bar: precision 0.98 at recall 0.90; look-up recall 0.98.
        """;

    private const ulong ReportSeed = 1975;
    private const ulong TuneSeed = 7;

    public static async Task<int> RunAsync(string[] args)
    {
        var (seed, count) = (ReportSeed, 20_000);
        foreach (var arg in args)
        {
            if (arg is "report") seed = ReportSeed;
            else if (arg is "tune") seed = TuneSeed;
            else if (arg.StartsWith("seed=", StringComparison.Ordinal) && ulong.TryParse(arg.AsSpan(5), out var given)) seed = given;
            else if (int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var entries) && entries >= 100) count = entries;
            else
            {
                await Console.Error.WriteLineAsync(Usage);
                return 64;
            }
        }
        await Machine.DescribeAsync();
        var people = GeneratedPeople.Of(seed, count);
        var truth = new PeopleTruth(people);
        Console.WriteLine($"people    seed {seed}: {truth.Describe()}");

        var half = GeneratedPeople.Of(seed + 1, count / 2);
        var (secondsOfHalf, _, pairsOfHalf) = Match(half);
        var (seconds, proposals, pairs) = Match(people);
        Console.WriteLine($"time      {seconds:0.0} s for {count} entries ({pairs} pairs compared), {secondsOfHalf:0.0} s for {count / 2} ({pairsOfHalf} pairs)");
        var bar = new ProposalScores(truth, proposals).Print();
        var lookups = LookupScores.Print(people, truth);
        Console.WriteLine(bar && lookups ? "bar       met" : "bar       NOT met");
        return bar && lookups ? 0 : 1;
    }

    private static (double Seconds, IReadOnlyList<MatchProposal> Proposals, int Pairs) Match(GeneratedPeople people)
    {
        var watch = Stopwatch.StartNew();
        var matcher = new PersonMatcher(people.Entries.Select(entry => entry.Mention), PlaceHistory.BuiltIn);
        // All that are worth a look; the bar is of those above the threshold.
        var proposals = matcher.Propose(threshold: 0.05);
        if (matcher.SkippedBlocks > 0) Console.WriteLine($"          {matcher.SkippedBlocks} blocks were too large to compare");
        return (watch.Elapsed.TotalSeconds, proposals, matcher.ComparedPairs);
    }
}

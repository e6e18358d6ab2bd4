namespace AwardArchive.Verification;

/// <param name="Result">What completions are told apart by.</param>
/// <param name="Cases">The cases of the law that hold, a bit each.</param>
internal readonly record struct Outcome<TResult>(TResult Result, int Cases)
    where TResult : struct, Enum;

/// <summary>
/// Every completion of a case under every reading of the law, without listing them: a result rests on counts, so parts are added one after the
/// other to the set of tallies that can be reached. Decision 50 says why nothing is lost by that.
/// </summary>
internal sealed class Completions<TResult>
    where TResult : struct, Enum
{
    private readonly IReadOnlyList<CasePart> parts;
    private readonly int openPoints;
    private readonly Func<Tally, int, Outcome<TResult>> judge;
    private readonly Func<Tally, Tally>? merge;
    private readonly TallySpace space;
    private readonly Dictionary<int, Outcome<TResult>[]> judged = [];
    private readonly List<int> reached;

    /// <summary>What each tally is merged into, plus one; 0 where that is not worked out yet.</summary>
    private readonly int[] sums;

    /// <param name="enough">Of each kind, the count beyond which more make no difference.</param>
    /// <param name="openPoints">How many points the law leaves open; each doubles the readings.</param>
    /// <param name="judge">The result of a tally under a reading, whose bit n is the answer to open point n.</param>
    /// <param name="merge">Gives one tally for all that no further part can tell apart; null where each stands for itself.</param>
    public Completions(
        IReadOnlyList<CasePart> parts, IReadOnlyList<int> enough, int openPoints, Func<Tally, int, Outcome<TResult>> judge, Func<Tally, Tally>? merge = null)
    {
        this.parts = parts;
        this.openPoints = openPoints;
        this.judge = judge;
        this.merge = merge;
        space = new([.. enough.Select((most, kind) => Math.Min(most, parts.Count(part => part.Adds.Contains(kind))))]);
        sums = new int[space.Size];
        reached = Reach(parts);
        var outcomes = reached.SelectMany(Judged).ToList();
        Results = outcomes.Select(outcome => outcome.Result).ToHashSet();
        CasesInAll = outcomes.Aggregate(~0, (cases, outcome) => cases & outcome.Cases);
        CasesInSome = outcomes.Aggregate(0, (cases, outcome) => cases | outcome.Cases);
    }

    /// <summary>All that it can come to.</summary>
    public IReadOnlySet<TResult> Results { get; }

    public int CasesInAll { get; }

    public int CasesInSome { get; }

    /// <summary>The unknown inputs whose value changes the result, all else being equal, in at least one completion. In the order of the case.</summary>
    public IReadOnlyList<string> DecisiveInputs()
    {
        if (Results.Count < 2) return [];
        // Parts that can add the same leave the same rest behind; children alike are asked for once.
        var rests = new Dictionary<string, List<int>>();
        var decisive = new Dictionary<(string Adds, int One, int Other), bool>();
        var inputs = new List<string>();
        foreach (var (at, part) in parts.Index())
        {
            var adds = string.Join(',', part.Adds);
            foreach (var turn in part.Turns)
            {
                var key = (adds, turn.One, turn.Other);
                if (!decisive.TryGetValue(key, out var decides))
                {
                    if (!rests.TryGetValue(adds, out var rest)) rests[adds] = rest = Reach([.. parts.Take(at), .. parts.Skip(at + 1)]);
                    decisive[key] = decides = rest.Exists(tally => Differ(Add(tally, turn.One), Add(tally, turn.Other)));
                }
                if (decides) inputs.Add(turn.Input);
            }
        }
        return [.. inputs.Distinct()];
    }

    /// <summary>The open points of the law whose answer changes the result, all else being equal, in at least one completion. Ascending.</summary>
    public IReadOnlyList<int> DecisivePoints() => Results.Count < 2
        ? []
        : [.. Enumerable.Range(0, openPoints).Where(point => reached.Exists(tally => Judged(tally).Index().Any(outcome =>
            !Same(outcome.Item.Result, Judged(tally)[outcome.Index ^ (1 << point)].Result))))];

    private List<int> Reach(IReadOnlyList<CasePart> some)
    {
        var seen = new int[space.Size];
        List<int> tallies = [0];
        for (var round = 0; round < some.Count; round++)
        {
            var next = new List<int>(tallies.Count);
            foreach (var tally in tallies)
            {
                foreach (var kind in some[round].Adds)
                {
                    var sum = Add(tally, kind);
                    if (seen[sum] > round) continue;
                    seen[sum] = round + 1;
                    next.Add(sum);
                }
            }
            tallies = next;
        }
        return tallies;
    }

    private int Add(int tally, int kind)
    {
        var sum = space.Add(tally, kind);
        if (merge is null) return sum;
        if (sums[sum] == 0) sums[sum] = merge(new(space, sum)).Number + 1;
        return sums[sum] - 1;
    }

    private bool Differ(int one, int other)
    {
        if (one == other) return false;
        var (ones, others) = (Judged(one), Judged(other));
        for (var reading = 0; reading < ones.Length; reading++)
        {
            if (!Same(ones[reading].Result, others[reading].Result)) return true;
        }
        return false;
    }

    private Outcome<TResult>[] Judged(int tally)
    {
        if (judged.TryGetValue(tally, out var outcomes)) return outcomes;
        outcomes = new Outcome<TResult>[1 << openPoints];
        for (var reading = 0; reading < outcomes.Length; reading++) outcomes[reading] = judge(new(space, tally), reading);
        return judged[tally] = outcomes;
    }

    private static bool Same(TResult one, TResult other) => EqualityComparer<TResult>.Default.Equals(one, other);
}

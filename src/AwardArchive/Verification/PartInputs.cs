namespace AwardArchive.Verification;

/// <summary>The inputs of one part of a case: those that are known, and all values of those that are not.</summary>
/// <param name="path">What stands before their names: <c>children[1].</c>, or nothing.</param>
internal sealed class PartInputs(string path)
{
    private readonly List<(string Input, int Values)> unknown = [];

    /// <summary>An input, as a function that gives its value in a completion.</summary>
    /// <param name="known">Null when it is unknown.</param>
    /// <param name="possible">What an unknown one may turn out to be.</param>
    public Func<int[], T> Of<T>(string name, T? known, params T[] possible)
        where T : struct
    {
        if (known is { } value) return _ => value;
        var at = unknown.Count;
        unknown.Add((path + name, possible.Length));
        return completion => possible[completion[at]];
    }

    public Func<int[], bool> Of(string name, bool? known) => Of(name, known, true, false);

    /// <summary>Tries every completion.</summary>
    /// <param name="adds">The kind that a completion adds to the tally, or <see cref="CasePart.Nothing"/>; null for one that contradicts itself.</param>
    public CasePart Complete(Func<int[], int?> adds)
    {
        // A completion is a number whose digits are the values, the first input the lowest.
        var weights = new int[unknown.Count];
        var count = 1;
        foreach (var (at, input) in unknown.Index()) (weights[at], count) = (count, count * input.Values);

        var added = new int?[count];
        var completion = new int[unknown.Count];
        for (var number = 0; number < count; number++)
        {
            for (var at = 0; at < completion.Length; at++) completion[at] = number / weights[at] % unknown[at].Values;
            added[number] = adds(completion);
        }

        var turns = new HashSet<Turn>();
        foreach (var (at, input) in unknown.Index())
        {
            for (var number = 0; number < count; number++)
            {
                for (var other = number + weights[at]; other / weights[at] % input.Values > number / weights[at] % input.Values; other += weights[at])
                {
                    if (added[number] is { } one && added[other] is { } two && one != two) turns.Add(new(input.Input, Math.Min(one, two), Math.Max(one, two)));
                }
            }
        }
        return new([.. added.OfType<int>().Distinct().Order()], [.. turns]);
    }
}

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
        var completions = new List<int[]> { new int[unknown.Count] };
        foreach (var (at, input) in unknown.Index())
            completions = [.. from completion in completions from value in Enumerable.Range(0, input.Values) select With(completion, at, value)];
        var added = completions.ToDictionary(KeyOf, adds);
        var turns =
            from completion in completions
            from input in unknown.Index()
            from value in Enumerable.Range(0, input.Item.Values)
            let one = added[KeyOf(completion)]
            let other = added[KeyOf(With(completion, input.Index, value))]
            where one < other // each once; a contradiction is neither
            select new Turn(input.Item.Input, one.Value, other.Value);
        return new([.. added.Values.OfType<int>().Distinct().Order()], [.. turns.Distinct()]);
    }

    private static int[] With(int[] completion, int at, int value)
    {
        int[] other = [.. completion];
        other[at] = value;
        return other;
    }

    /// <summary>No input has more than four values.</summary>
    private static int KeyOf(int[] completion) => completion.Aggregate(1, (key, value) => (key << 2) | value);
}

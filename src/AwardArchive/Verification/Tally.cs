namespace AwardArchive.Verification;

/// <summary>
/// All tallies that a case can come to, each as one number: of every kind as many as it has, but no more than makes a difference. Adding is
/// commutative and associative, so the order of the parts is of no matter.
/// </summary>
internal sealed class TallySpace
{
    private readonly int[] most;
    private readonly int[] weights;

    /// <param name="most">Of each kind, where counting ends: two children more than enough are as good as one.</param>
    public TallySpace(int[] most)
    {
        this.most = most;
        weights = new int[most.Length];
        var weight = 1;
        for (var kind = 0; kind < most.Length; kind++)
        {
            weights[kind] = weight;
            weight = checked(weight * (most[kind] + 1));
        }
        Size = weight;
    }

    public int Size { get; }

    public int Count(int tally, int kind) => tally / weights[kind] % (most[kind] + 1);

    /// <summary>The tally with none of a kind.</summary>
    public int Without(int tally, int kind) => tally - (Count(tally, kind) * weights[kind]);

    public int Add(int tally, int kind) => kind == CasePart.Nothing || Count(tally, kind) == most[kind] ? tally : tally + weights[kind];
}

/// <summary>How many of each kind one completion of a case has.</summary>
internal readonly record struct Tally(TallySpace Space, int Number)
{
    public int this[int kind] => Space.Count(Number, kind);

    public Tally Without(int kind) => this with { Number = Space.Without(Number, kind) };
}

namespace AwardArchive.Verification;

/// <summary>A part of a case whose unknown inputs concern nothing else of it: one child, one husband, the list of children.</summary>
/// <param name="Adds">What its completions add to the tally, each kind once; <see cref="Nothing"/> for those that add nothing. Ascending.</param>
/// <param name="Turns">What the value of one input alone exchanges, all else of the part being equal.</param>
internal sealed record CasePart(IReadOnlyList<int> Adds, IReadOnlyList<Turn> Turns)
{
    public const int Nothing = -1;

    public static CasePart Known(int adds) => new([adds], []);
}

/// <summary>With one value of the input the part adds one kind, with another value the other.</summary>
/// <param name="Input">Path in the case file: <c>children[1].martyrCertificate</c>.</param>
internal readonly record struct Turn(string Input, int One, int Other);

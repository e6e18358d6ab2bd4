namespace AwardArchive.Verification;

/// <param name="Input">Path in the case file, <c>children[1].invalidPercent</c>; empty for the file as a whole.</param>
/// <param name="Why">Vietnamese, for people.</param>
public sealed record CaseProblem(string Input, string Why)
{
    public override string ToString() => Input.Length == 0 ? Why : $"{Input}: {Why}";
}

/// <summary>A case that no verdict can be given on: not of the form, contradicting itself, or of a day without a law.</summary>
public sealed class BadCaseException(IReadOnlyList<CaseProblem> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public BadCaseException(string input, string why)
        : this([new(input, why)])
    {
    }

    /// <summary>All that were found, in the order of the case; at least one.</summary>
    public IReadOnlyList<CaseProblem> Problems { get; } = problems;
}

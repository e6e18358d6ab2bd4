using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.Papers;

/// <summary>What of a case says which papers its dossier must have.</summary>
/// <param name="IsMotherDead">Null: not known.</param>
/// <param name="Martyrs">Names of those whose death the case counts on.</param>
/// <param name="Invalids">Names of those whose wounds the case counts on.</param>
/// <param name="HasRemarried">A martyr's widow who married again.</param>
internal sealed record PaperQuestion(DateOnly AsOf, bool? IsMotherDead, IReadOnlyList<string> Martyrs, IReadOnlyList<string> Invalids, bool HasRemarried);

/// <summary>A paper that the dossier must have and that was not found in it.</summary>
/// <param name="For">Of whom; null: of the dossier.</param>
/// <param name="IsVerified">Whether an account of the rule was read.</param>
/// <param name="OneOf">Instead of it another may be missing: which one, the case does not say yet.</param>
internal sealed record MissingPaper(PaperKind Kind, string Name, string? For, string Basis, bool IsVerified, bool OneOf = false);

/// <summary>Which papers a dossier must have, by the forms of the day (<c>papers.tsv</c>).</summary>
internal static class PaperList
{
    private static readonly Rule[] Rules = [.. TableFile.Rows("papers.tsv").Select(Rule.Of)];

    /// <summary>Whether the forms of that day are known at all.</summary>
    public static bool IsKnown(DateOnly day) => Array.Exists(Rules, rule => rule.Need == Need.Always && rule.IsInForce(day));

    public static IReadOnlyList<MissingPaper> Missing(PaperQuestion question, IReadOnlyCollection<FoundPaper> found)
    {
        var kinds = found.Select(paper => paper.Kind).ToHashSet();
        var hasDeclaration = kinds.Contains(PaperKind.DeclarationOfMother) || kinds.Contains(PaperKind.DeclarationOfRelative);
        return [.. Rules.Where(rule => rule.IsInForce(question.AsOf)).SelectMany(MissingBy)];

        IEnumerable<MissingPaper> MissingBy(Rule rule) => rule.Need switch
        {
            Need.Martyr => question.Martyrs.Where(name => !IsFoundFor(rule.Kind, name)).Select(name => rule.For(name)),
            Need.Invalid => question.Invalids.Where(name => !IsFoundFor(rule.Kind, name)).Select(name => rule.For(name)),
            Need.Remarried => question.HasRemarried && !kinds.Contains(rule.Kind) ? [rule.For(null)] : [],
            Need.Living or Need.Dead when question.IsMotherDead is null =>
                // Either declaration may be the right one; a power of attorney is asked for only when it is known to be needed.
                !hasDeclaration && rule.Kind != PaperKind.PowerOfAttorney ? [rule.For(null) with { OneOf = true }] : [],
            Need.Living => question.IsMotherDead == false && !kinds.Contains(rule.Kind) ? [rule.For(null)] : [],
            Need.Dead => question.IsMotherDead == true && !kinds.Contains(rule.Kind) ? [rule.For(null)] : [],
            _ => kinds.Contains(rule.Kind) ? [] : [rule.For(null)],
        };

        bool IsFoundFor(PaperKind kind, string name)
        {
            var folded = Folding.LettersAndDigits(name);
            return found.Any(paper => paper.Kind == kind && paper.Names.Contains(folded));
        }
    }

    private enum Need
    {
        Always,
        Living,
        Dead,
        Martyr,
        Invalid,
        Remarried,
    }

    private sealed record Rule(DateOnly From, DateOnly? To, PaperKind Kind, Need Need, bool IsVerified, string Name, string Basis)
    {
        public static Rule Of(string[] row) => new(
            TableFile.Day(row[0])!.Value, TableFile.Day(row[1]), Enum.Parse<PaperKind>(row[2], ignoreCase: true), Enum.Parse<Need>(row[3], ignoreCase: true),
            row[4] == "seen", row[5], row[6]);

        public bool IsInForce(DateOnly day) => From <= day && !(To < day);

        public MissingPaper For(string? person) => new(Kind, Name, person, Basis, IsVerified);
    }
}

using AwardArchive.Verification.Papers;

namespace AwardArchive.Verification.Deadlines;

/// <summary>How far a dossier has come, by the days on its papers: each level has it from the day on which the level below sent it on.</summary>
internal static class DossierSteps
{
    /// <summary>The deadlines of the steps that have begun. A day on a paper stands for the day on which it came: nothing else is known.</summary>
    /// <param name="asOf">The day for which "late" is told.</param>
    public static IReadOnlyList<StepDeadline> Of(IReadOnlyCollection<FoundPaper> papers, DateOnly asOf)
    {
        var steps = new List<StepDeadline>();
        var received = papers.Where(paper => paper.Kind is PaperKind.DeclarationOfMother or PaperKind.DeclarationOfRelative).Max(paper => paper.IssuedOn);
        foreach (var (step, level) in ((DossierStep, IssuerLevel)[])
            [
                (DossierStep.Commune, IssuerLevel.Commune), (DossierStep.District, IssuerLevel.District), (DossierStep.Province, IssuerLevel.Province),
                (DossierStep.Ministry, IssuerLevel.Ministry),
            ])
        {
            var done = papers.Where(paper => paper.Kind == PaperKind.Submission && paper.Level == level).Max(paper => paper.IssuedOn);
            // What went on before it came is about something else, or a day is wrong.
            if (received is not { } came || done < came) break;
            if (DeadlineRules.Of(step, came, done, asOf) is { } deadline)
            {
                steps.Add(deadline);
                received = done;
            }
            // A level that the law of the day does not have is passed over.
            else if (step != DossierStep.District) break;
        }
        return steps;
    }
}

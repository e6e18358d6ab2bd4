using AwardArchive.Verification.Deadlines;
using AwardArchive.Verification.Papers;

namespace AwardArchive.Tests.Verification.Deadlines;

public sealed class DossierStepsTests
{
    [Fact]
    public void Each_level_has_it_from_the_day_on_which_the_level_below_sent_it_on()
    {
        var steps = DossierSteps.Of(
            [Declaration(new(2024, 10, 1)), Submission(IssuerLevel.Commune, new(2024, 10, 14)), Submission(IssuerLevel.District, new(2024, 11, 29))], new(2024, 12, 2));
        Assert.Equal(
            [(DossierStep.Commune, false), (DossierStep.District, true), (DossierStep.Province, (bool?)false)], steps.Select(step => (step.Step, step.IsLate)));
        Assert.Equal((new DateOnly(2024, 10, 14), new DateOnly(2024, 11, 29)), (steps[1].ReceivedOn, steps[1].DoneOn));
        Assert.Null(steps[2].DoneOn);
    }

    [Fact]
    public void What_has_not_left_the_commune_is_with_nobody_else() =>
        Assert.Equal(DossierStep.Commune, Assert.Single(DossierSteps.Of([Declaration(new(2024, 10, 1))], new(2024, 10, 2))).Step);

    [Fact]
    public void The_district_is_passed_over_once_it_is_gone()
    {
        var steps = DossierSteps.Of([Declaration(new(2025, 7, 14)), Submission(IssuerLevel.Commune, new(2025, 7, 25))], new(2025, 8, 1));
        Assert.Equal([DossierStep.Commune, DossierStep.Province], steps.Select(step => step.Step));
    }

    [Fact]
    public void A_submission_before_the_declaration_tells_of_no_step() =>
        Assert.Empty(DossierSteps.Of([Declaration(new(2024, 10, 1)), Submission(IssuerLevel.Commune, new(2024, 9, 1))], new(2024, 10, 2)));

    [Fact]
    public void Without_a_declaration_nothing_has_begun() =>
        Assert.Empty(DossierSteps.Of([Submission(IssuerLevel.Commune, new(2024, 9, 1))], new(2024, 10, 2)));

    private static FoundPaper Declaration(DateOnly day) => new(Guid.Empty, PaperKind.DeclarationOfMother, null, day, []);

    private static FoundPaper Submission(IssuerLevel level, DateOnly day) => new(Guid.Empty, PaperKind.Submission, level, day, []);
}

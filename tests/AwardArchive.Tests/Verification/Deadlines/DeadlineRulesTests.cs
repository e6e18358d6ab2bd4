using AwardArchive.Verification.Deadlines;

namespace AwardArchive.Tests.Verification.Deadlines;

public sealed class DeadlineRulesTests
{
    private static readonly DateOnly Received = new(2024, 10, 1); // a Tuesday, no day off near

    [Theory]
    [InlineData(DossierStep.Commune, 10, 15)]
    [InlineData(DossierStep.District, 15, 22)]
    [InlineData(DossierStep.Province, 15, 22)]
    [InlineData(DossierStep.Ministry, 10, 15)]
    [InlineData(DossierStep.ReturnIncomplete, 5, 8)]
    public void Each_level_has_the_days_of_the_law_of_that_day(DossierStep step, int days, int due)
    {
        var deadline = DeadlineRules.Of(step, Received, null, Received)!;
        Assert.Equal((days, new DateOnly(2024, 10, due), false), (deadline.WorkingDays, deadline.DueOn, deadline.IsLate));
        Assert.Empty(deadline.Unsure);
        Assert.Contains("56/2013", deadline.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_it_is_due_is_in_time_and_the_next_is_late()
    {
        Assert.False(DeadlineRules.Of(DossierStep.Commune, Received, null, new(2024, 10, 15))!.IsLate);
        Assert.True(DeadlineRules.Of(DossierStep.Commune, Received, null, new(2024, 10, 16))!.IsLate);
        Assert.True(DeadlineRules.Of(DossierStep.Commune, Received, new(2024, 10, 16), new(2030, 1, 1))!.IsLate);
        Assert.False(DeadlineRules.Of(DossierStep.Commune, Received, new(2024, 10, 15), new(2030, 1, 1))!.IsLate);
    }

    [Fact]
    public void No_day_is_worked_out_where_the_number_of_the_law_is_not_known()
    {
        var province = DeadlineRules.Of(DossierStep.Province, new(2025, 8, 1), null, new(2026, 8, 1))!;
        Assert.Equal((null, null, null), (province.WorkingDays, province.DueOn, province.IsLate));
        Assert.Contains("câu hỏi 2", Assert.Single(province.Unsure), StringComparison.Ordinal);
        Assert.Equal(10, DeadlineRules.Of(DossierStep.Commune, new(2025, 8, 1), null, new(2025, 8, 1))!.WorkingDays);
    }

    [Fact]
    public void There_is_no_step_that_the_law_of_that_day_does_not_have()
    {
        Assert.Null(DeadlineRules.Of(DossierStep.Commune, new(2013, 7, 14), null, new(2014, 1, 1)));
        Assert.NotNull(DeadlineRules.Of(DossierStep.District, new(2025, 6, 30), null, new(2026, 1, 1)));
        Assert.Null(DeadlineRules.Of(DossierStep.District, new(2025, 7, 1), null, new(2026, 1, 1)));
    }

    [Fact]
    public void In_a_year_without_published_days_late_is_said_only_where_no_day_off_could_undo_it()
    {
        var received = new DateOnly(2015, 3, 2);
        var day = DeadlineRules.Of(DossierStep.Commune, received, null, received)!.DueOn!.Value;
        Assert.False(DeadlineRules.Of(DossierStep.Commune, received, null, day)!.IsLate);
        Assert.Null(DeadlineRules.Of(DossierStep.Commune, received, null, day.AddDays(1))!.IsLate);
        Assert.True(DeadlineRules.Of(DossierStep.Commune, received, null, day.AddDays(60))!.IsLate);
    }
}

using AwardArchive.Verification;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Tests.Verification;

/// <summary>What a verdict says, and where the law turns.</summary>
public sealed class HeroicMotherRulesTests
{
    private static readonly DateOnly Day = new(2015, 2, 10);

    [Fact]
    public void A_verdict_names_law_articles_cases_and_facts()
    {
        var verdict = Judge("2×M 4×o", "H", "–");
        Assert.Equal((MotherResult.Eligible, "a/d"), (verdict.Result, string.Join('/', verdict.Cases)));
        Assert.Contains("05/2012/UBTVQH13", verdict.Law, StringComparison.Ordinal);
        Assert.Contains("Nghị định 56/2013/NĐ-CP, Điều 2 khoản 1 điểm a", verdict.Articles);
        Assert.Contains("Nghị định 56/2013/NĐ-CP, Điều 2 khoản 1 điểm d", verdict.Articles);
        Assert.DoesNotContain(verdict.Articles, article => article.EndsWith("điểm b", StringComparison.Ordinal));
        Assert.Contains("ngày 10-02-2015", verdict.Explanation, StringComparison.Ordinal);
        Assert.Contains("Trường hợp b (chỉ có hai con, một con là liệt sĩ và một con là thương binh từ 81% trở lên): không đáp ứng", verdict.Explanation, StringComparison.Ordinal);
        Assert.Contains("children[0]): con đẻ, quan hệ đã chứng minh, liệt sĩ, đã thấy Bằng Tổ quốc ghi công", verdict.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("M m?", "–", "–", "children[1].martyrCertificate", "")]
    [InlineData("M W81?", "–", "–", "children[1].invalidCertificate", "")]
    [InlineData("M W85 a?:o", "–", "–", "children[2].relationProved", "")]
    [InlineData("M 3×o a?:M", "–", "–", "children[4].relationProved", "")]
    [InlineData("M 5×o", "H/r?", "–", "husbands[0].careConfirmed", "")]
    [InlineData("M", "–", "list?", "listComplete", "")]
    [InlineData("2×M", "–", "prison?", "prison", "")]
    [InlineData("2×M", "–", "enemy?", "enemySideRelative", "")]
    [InlineData("M k? o", "h?", "–", "husbands[0].martyrCertificate", "")] // with a living sibling it no longer matters how k died
    [InlineData("M k?", "–", "–", "children[1].diedMinorBeforeMartyrJoined", "")]
    [InlineData("M ka", "–", "–", "", "1")]
    [InlineData("M W81 k", "–", "–", "", "4")]
    [InlineData("s+:M", "–", "–", "", "1")]
    [InlineData("2×s?:M", "–", "–", "children[0].stepmotherRule children[1].stepmotherRule", "1")]
    [InlineData("M 2×m?", "–", "–", "children[1].martyrCertificate children[2].martyrCertificate", "")]
    public void Exactly_what_changes_the_result_is_missing(string children, string husband, string self, string missing, string questions)
    {
        var verdict = Judge(children, husband, self);
        Assert.Equal(MotherResult.NotEnoughEvidence, verdict.Result);
        Assert.Equal(missing, string.Join(' ', verdict.Missing.Select(input => input.Input)));
        Assert.Equal(questions, string.Join(' ', verdict.Questions.Select(question => question.Number)));
        Assert.All(verdict.Missing, input => Assert.True(input.Why.Length > 10 && verdict.Explanation.Contains(input.Why, StringComparison.Ordinal)));
        Assert.Empty(verdict.Cases);
    }

    [Theory]
    [InlineData("M o", "H", "list?", "d")] // another child would destroy nothing
    [InlineData("2×M m? a?:o", "h?", "list?", "a")]
    [InlineData("M m?", "H", "–", "d")]
    [InlineData("M k?", "–", "S", "d")]
    public void What_changes_nothing_is_not_missing(string children, string husband, string self, string cases)
    {
        var verdict = Judge(children, husband, self);
        Assert.Equal((MotherResult.Eligible, cases), (verdict.Result, string.Join('/', verdict.Cases)));
        Assert.Empty(verdict.Missing);
        Assert.Empty(verdict.Questions);
    }

    [Fact]
    public void Eligible_by_differing_cases_has_the_common_ones_and_says_that_they_differ()
    {
        var verdict = HeroicMotherRules.Judge(CaseNotation.Parse(Day, "M k") with
        {
            Children = [new(Relation.Birth, true, MartyrCertificate.Seen), new(Relation.Birth, true, MartyrCertificate.Claimed, DiedMinorBeforeMartyrJoined: true)],
        });
        Assert.Equal(MotherResult.Eligible, verdict.Result);
        Assert.Empty(verdict.Cases);
        Assert.Contains("mỗi hướng theo một trường hợp khác nhau (a, c)", verdict.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2012-12-31", "M W81", MotherResult.NotEligible)]
    [InlineData("2013-01-01", "M W81", MotherResult.Eligible)]
    [InlineData("2014-11-24", "M ka", MotherResult.NotEligible)]
    [InlineData("2014-11-25", "M ka", MotherResult.NotEnoughEvidence)]
    [InlineData("1994-12-01", "3×M o", MotherResult.Eligible)]
    [InlineData("2015-02-10", "M W80.9", MotherResult.NotEligible)]
    [InlineData("2015-02-10", "M W81", MotherResult.Eligible)]
    [InlineData("2015-02-10", "M W100", MotherResult.Eligible)]
    [InlineData("2015-02-10", "M m- o", MotherResult.NotEligible)]
    [InlineData("2015-02-10", "m-", MotherResult.NotEligible)]
    [InlineData("2005-01-01", "a:M", MotherResult.NotEnoughEvidence)]
    [InlineData("2005-01-01", "2×s+:M", MotherResult.NotEnoughEvidence)]
    public void The_law_turns_on_its_day_and_on_its_percentage(string day, string children, MotherResult expected) =>
        Assert.Equal(expected, HeroicMotherRules.Judge(CaseNotation.Parse(DateOnly.ParseExact(day, "yyyy-MM-dd"), children)).Result);

    [Theory]
    [InlineData("2×M", "prison", "4")]
    [InlineData("2×M", "enemy", "4")]
    public void What_the_text_of_1994_does_not_say_is_never_decided(string children, string self, string question)
    {
        var verdict = HeroicMotherRules.Judge(CaseNotation.Parse(new(2000, 1, 1), children, "–", self));
        Assert.Equal((MotherResult.NotEnoughEvidence, question), (verdict.Result, string.Join(' ', verdict.Questions.Select(one => one.Number))));
    }

    [Theory]
    [InlineData("2014-01-01", "2025")]
    [InlineData("2013-02-01", "56/2013")] // in force on 15-7-2013 only
    public void Nothing_is_cited_before_its_day(string day, string text) => Assert.DoesNotContain(
        HeroicMotherRules.Judge(CaseNotation.Parse(DateOnly.ParseExact(day, "yyyy-MM-dd"), "2×M", "–", "enemy")).Articles,
        article => article.Contains(text, StringComparison.Ordinal));

    [Fact]
    public void Since_the_amendment_of_2025_people_look_at_more_when_a_relative_was_on_the_enemy_side()
    {
        var verdict = HeroicMotherRules.Judge(CaseNotation.Parse(new(2025, 4, 2), "2×M", "–", "enemy"));
        Assert.Equal(MotherResult.Refer, verdict.Result);
        Assert.Contains("Nghị định 83/2025/NĐ-CP", verdict.Articles);
        Assert.Contains("các cấp có thống nhất đề nghị", verdict.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_forgotten_makes_nobody_eligible()
    {
        var whole = CaseNotation.Parse(Day, "2×M", "H", "S");
        Assert.Equal(MotherResult.Eligible, HeroicMotherRules.Judge(whole).Result);
        MotherCase[] forgotten =
        [
            whole with { Betrayal = null }, whole with { Prison = null }, whole with { EnemySideRelative = null },
            whole with { Children = [new(MartyrCertificate: MartyrCertificate.Seen), new(MartyrCertificate: MartyrCertificate.Seen)] },
        ];
        Assert.All(forgotten, mother => Assert.Equal(MotherResult.NotEnoughEvidence, HeroicMotherRules.Judge(mother).Result));
        Assert.Equal(MotherResult.NotEligible, HeroicMotherRules.Judge(new(Day, [])).Result);
    }

    [Fact]
    public void Claims_that_cannot_hold_together_are_refused_by_name()
    {
        var mother = CaseNotation.Parse(Day, "M o");
        Refused("children[1].diedAdult", mother.Children[1] with { DiedMinorBeforeMartyrJoined = true, DiedAdult = true });
        Refused("children[1].stepmotherRule", mother.Children[1] with { StepmotherRule = StepmotherRule.Met });
        Assert.Equal(
            ["children[0].diedMinorBeforeMartyrJoined"],
            Assert.Throws<BadCaseException>(() => HeroicMotherRules.Judge(mother with { Children = [mother.Children[0] with { DiedMinorBeforeMartyrJoined = true }] }))
                .Problems.Select(problem => problem.Input));

        void Refused(string input, ChildClaim second) => Assert.Equal(
            [input],
            Assert.Throws<BadCaseException>(() => HeroicMotherRules.Judge(mother with { Children = [mother.Children[0], second] })).Problems.Select(problem => problem.Input));
    }

    [Fact]
    public void A_day_before_the_first_law_is_refused()
    {
        var problem = Assert.Single(Assert.Throws<BadCaseException>(() => HeroicMotherRules.Judge(CaseNotation.Parse(new(1994, 11, 30), "M"))).Problems);
        Assert.Equal("asOf", problem.Input);
        Assert.Contains("30-11-1994", problem.Why, StringComparison.Ordinal);
    }

    private static MotherVerdict Judge(string children, string husband, string self) => HeroicMotherRules.Judge(CaseNotation.Parse(Day, children, husband, self));
}

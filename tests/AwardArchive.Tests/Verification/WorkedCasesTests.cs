using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Tests.Verification;

/// <summary>
/// Worked cases with their verdicts under both laws, written by hand before the rules were: authorities' published answers, press reports of real
/// cases, and boundaries. Numbers are those of the collection; it has gaps. <c>–</c>: the text of 1994 for that point was not seen.
/// </summary>
public sealed class WorkedCasesTests
{
    [Theory]
    [InlineData(1, "2×M 4×o", "–", "–", "NOT", "a")] // 6 children, 2 martyrs with certificates; mother dead
    [InlineData(2, "o M", "–", "–", "NOT", "NOT")] // 1 child by first husband; martyr by second husband; no martyr husband
    [InlineData(3, "M 2×o", "H", "–", "NOT", "d")] // 3 children by first husband, 1 of them martyr; second husband martyr
    [InlineData(4, "M m?", "–", "–", "NOT ENOUGH", "NOT ENOUGH")] // 2 sons died at the front, certificate seen for one only
    [InlineData(6, "M 3×o a?:M", "–", "–", "–", "NOT ENOUGH")] // birth martyr plus adopted martyr, adoption never proved
    [InlineData(7, "M 5×o", "H/r?", "–", "NOT", "NOT ENOUGH")] // first husband martyr (no common child), remarried, 6 children of whom 1 martyr; care unknown
    [InlineData(9, "M o", "H/r-", "–", "NOT", "NOT")] // husband martyr 1947, child martyr 1968, remarried, care test failed
    [InlineData(10, "M 2×o", "–", "–", "NOT", "NOT")] // 1 birth martyr; daughter-in-law and son-in-law martyrs too (in-laws are not children)
    [InlineData(12, "2×o", "–", "I85", "NOT", "NOT")] // herself invalid 85 %, no martyr child
    [InlineData(13, "2×m?", "–", "–", "NOT ENOUGH", "NOT ENOUGH")] // 2 martyrs, both certificates burnt, files exist at the department, not reissued yet
    [InlineData(14, "M W81", "–", "–", "NOT", "b")] // exactly 2 children: martyr + invalid 81 % (boundary)
    [InlineData(15, "M W80", "–", "–", "NOT", "NOT")] // exactly 2 children: martyr + invalid 80 % (boundary)
    [InlineData(16, "M W92", "–", "–", "NOT", "b")] // martyr + invalid 92 %, the invalid has since died
    [InlineData(18, "M", "–", "–", "2", "c")] // only child is martyr
    [InlineData(19, "M 2×k", "–", "–", "2", "c")] // 3 births, two died as small children before the martyr joined
    [InlineData(20, "M ka", "–", "–", "NOT", "NOT ENOUGH")] // the only other child died grown up, not a martyr
    [InlineData(22, "M o", "–", "S", "NOT", "d")] // 1 martyr child; herself martyr
    [InlineData(24, "M 2×o", "–", "I80", "NOT", "NOT")] // 1 martyr child; herself invalid 80 %
    [InlineData(25, "2×M", "–", "prison", "–", "EXCLUDED")] // 2 martyrs; serving a prison sentence in force
    [InlineData(26, "2×M o", "–", "enemy", "NOT", "REFER a")] // 2 martyrs; a third son served the other side
    [InlineData(27, "2×s+:M", "–", "–", "–", "a")] // stepmother of 2 martyrs: birth mother died while both were minors, she raised both and drew survivor benefit for both
    [InlineData(29, "2×M", "H", "–", "1/2", "a/d")] // 2 martyrs and martyr husband
    [InlineData(30, "M", "–", "list?", "NOT ENOUGH", "NOT ENOUGH")] // 1 martyr; list of children not confirmed complete
    [InlineData(31, "M", "H", "–", "2", "c/d")] // only child martyr and martyr husband
    [InlineData(33, "M W85 a?:o", "–", "–", "–", "NOT ENOUGH")] // martyr + invalid 85 % + a third child whose adoption is unproved (if not a child: case b; if a child: none)
    [InlineData(34, "2×M", "–", "prison?", "NOT ENOUGH", "NOT ENOUGH")] // 2 martyrs; a court case is mentioned but not documented
    [InlineData(36, "M o", "H", "S", "4", "d")] // 1 martyr child, husband martyr, herself martyr
    [InlineData(38, "M o", "–", "–", "NOT", "NOT")] // exactly 2 children, 1 martyr, the other unharmed
    [InlineData(39, "3×o", "–", "–", "NOT", "NOT")] // no martyr at all
    [InlineData(41, "M o", "–", "–", "NOT", "NOT")] // birth mother of a martyr whom another woman adopted; birth mother has another child
    [InlineData(42, "a:M", "–", "–", "–", "c")] // the adoptive mother of that same martyr, her only child
    [InlineData(43, "M", "–", "–", "2", "c")] // mother of a martyr (her only child) who was also a married man
    [InlineData(45, "M o M", "–", "–", "NOT", "a")] // remarried mother: one martyr by the first, one by the second husband
    [InlineData(47, "M o o", "–", "–", "NOT", "NOT")] // second certificate revoked (man found alive)
    [InlineData(49, "M W81?", "–", "–", "NOT", "NOT ENOUGH")] // martyr + người hưởng chính sách như thương binh 81 %: status to be confirmed
    [InlineData(50, "3×M", "H", "betray", "–", "EXCLUDED")] // betrayal documented, 3 martyrs
    [InlineData(52, "M 2×ka o", "–", "–", "NOT", "NOT")] // 2 children dead grown up, 1 living, 1 martyr
    [InlineData(53, "2×M", "H", "–", "1/2", "a/d")] // husband and two daughters martyrs (title granted 30/4/2007)
    public void Each_worked_case_has_its_verdict_under_both_laws(int number, string children, string husband, string self, string until2012, string since2013)
    {
        if (until2012 != "–")
        {
            foreach (var day in new[] { "1994-12-01", "2003-05-01", "2012-12-31" }) Expect(until2012, day);
        }
        foreach (var day in new[] { "2014-11-25", "2015-02-10", "2025-04-01", "2025-04-02", "2026-11-28" }) Expect(since2013, day);
        // Before the joint circular a child dead grown up counted, and no stepmother rule was in any text that was read.
        var beforeCircular = number switch { 20 => "NOT", 27 => "NOT ENOUGH", _ => since2013 };
        foreach (var day in new[] { "2013-01-01", "2014-11-24" }) Expect(beforeCircular, day);

        void Expect(string expected, string day)
        {
            var verdict = HeroicMotherRules.Judge(CaseNotation.Parse(DateOnly.ParseExact(day, "yyyy-MM-dd"), children, husband, self));
            Assert.Equal($"{number} {day}: {expected}", $"{number} {day}: {Written(verdict)}");
        }
    }

    private static string Written(MotherVerdict verdict) => verdict.Result switch
    {
        MotherResult.Eligible => string.Join('/', verdict.Cases),
        MotherResult.Refer => $"REFER {string.Join('/', verdict.Cases)}",
        MotherResult.NotEligible => "NOT",
        MotherResult.Excluded => "EXCLUDED",
        _ => "NOT ENOUGH",
    };
}

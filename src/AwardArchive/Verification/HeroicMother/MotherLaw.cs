namespace AwardArchive.Verification.HeroicMother;

/// <summary>A point that the texts we have read leave open, and the number of the question in <c>docs/law.md</c>.</summary>
/// <param name="Why">In Vietnamese.</param>
internal sealed record OpenPoint(Readings Reading, int Question, string Why);

/// <summary>The law as it stood from a day on. A new version is a new entry of <see cref="MotherLaw.Versions"/>, and a new table if the cases changed.</summary>
/// <param name="Name">In Vietnamese.</param>
/// <param name="Settled">Points whose answer is yes.</param>
/// <param name="Open">Points whose answer is not known; all others are answered no.</param>
/// <param name="Rules">What is cited beside the cases.</param>
internal sealed record LawVersion(
    DateOnly From, string Name, CaseTable Table, Readings Settled, IReadOnlyList<OpenPoint> Open, SideRules Rules) : ILawVersion
{
    /// <summary>The readings whose open points are answered by the bits of a number.</summary>
    public Readings ReadingsOf(int answers) =>
        Open.Index().Where(point => (answers >> point.Index & 1) == 1).Aggregate(Settled, (readings, point) => readings | point.Item.Reading);
}

/// <param name="Exclusions">Null where the text was not seen.</param>
/// <param name="EnemySide">Null where the text was not seen.</param>
/// <param name="EnemySideChecks">What people must look at when a relative was on the enemy side, in Vietnamese.</param>
/// <param name="Remarriage">Null where the text was not seen.</param>
/// <param name="Stepmother">Null where the text was not seen.</param>
internal sealed record SideRules(Article? Exclusions, Article? EnemySide, string EnemySideChecks, Article? Remarriage, Article? Stepmother);

/// <summary>The law on the title as data, by date; what was read, and where, stands in <c>docs/law.md</c>.</summary>
internal static class MotherLaw
{
    private const string Ordinance = "Pháp lệnh “Bà mẹ Việt Nam anh hùng”";

    private static readonly Cases2013 FiveCases = new();

    private static readonly Article Decree = new("Nghị định 56/2013/NĐ-CP (các trường hợp không xét; chấp hành chính sách)", new(2013, 7, 15));
    private static readonly Article Amendment = new("Nghị định 83/2025/NĐ-CP", new(2025, 4, 2));
    private static readonly Article Circular = new("Thông tư liên tịch 03/2014/TTLT-BNV-BQP-BLĐTBXH", new(2014, 11, 25));

    private static readonly OpenPoint MinorsInTwo = new(
        Readings.MinorsLeftOutOfTwo, 4, "Con chết khi chưa thành niên có được loại ra khi xét “chỉ có hai con” (trường hợp b) hay không.");

    private static readonly OpenPoint OneStepMartyr = new(
        Readings.OneStepMartyr, 1, "Quy định đối với mẹ kế được viết cho hai liệt sĩ; chưa rõ có áp dụng cho mẹ kế của một liệt sĩ hay không.");

    private static readonly OpenPoint DeadAdults = new(
        Readings.AdultsLeftOut, 1,
        "Thông tư liên tịch 03/2014: khi các con khác đều đã chết, chưa rõ người con chết lúc đã thành niên có được loại ra khi xét “chỉ có một con”, “chỉ có hai con” hay không.");

    private const Readings SinceDecree = Readings.AdoptedChildren | Readings.Exclusions | Readings.EnemySide | Readings.Remarriage;

    private const string PolicyKept = "bà có chấp hành chính sách hay không";

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<LawVersion> Versions { get; } =
    [
        new(
            new(1994, 12, 1), $"{Ordinance} ngày 29-8-1994, bốn trường hợp, có hiệu lực từ 01-12-1994", new Cases1994(), Readings.None,
            [
                new(Readings.AdoptedChildren, 4, "Luật năm 1994 có tính con nuôi như sau này hay không."),
                new(Readings.StepChildren, 4, "Luật năm 1994 có tính con riêng của chồng như sau này hay không."),
                OneStepMartyr,
                new(Readings.Exclusions, 4, "Luật năm 1994 có cùng các trường hợp không xét (phản bội, đang chấp hành án) hay không."),
                new(Readings.EnemySide, 4, "Luật năm 1994 xét thế nào khi có chồng, con tham gia phía địch."),
                new(Readings.Remarriage, 4, "Luật năm 1994 xét thế nào khi vợ liệt sĩ đã tái giá."),
            ],
            new(null, null, PolicyKept, null, null)),
        new(
            new(2013, 1, 1), $"{Ordinance} sửa đổi theo Pháp lệnh 05/2012/UBTVQH13, năm trường hợp, có hiệu lực từ 01-01-2013", FiveCases, SinceDecree,
            [
                MinorsInTwo,
                new(Readings.StepChildren, 1, "Quy định đối với mẹ kế chỉ thấy trong Thông tư liên tịch 03/2014, có hiệu lực từ 25-11-2014; chưa rõ trước đó có được xét hay không."),
                OneStepMartyr,
            ],
            new(Decree, Decree, PolicyKept, null, null)),
        new(
            new(2014, 11, 25), $"{Ordinance} sửa đổi theo Pháp lệnh 05/2012/UBTVQH13, cùng Thông tư liên tịch 03/2014 có hiệu lực từ 25-11-2014", FiveCases,
            SinceDecree | Readings.StepChildren, [MinorsInTwo, DeadAdults, OneStepMartyr],
            new(Decree, Decree, PolicyKept, Circular, Circular)),
        new(
            new(2025, 4, 2), $"{Ordinance} sửa đổi theo Pháp lệnh 05/2012/UBTVQH13, cùng Nghị định 83/2025/NĐ-CP có hiệu lực từ 02-4-2025", FiveCases,
            SinceDecree | Readings.StepChildren, [MinorsInTwo, DeadAdults, OneStepMartyr],
            new(
                Decree, Amendment, "bà có chấp hành tốt chính sách hay không, các cấp có thống nhất đề nghị hay không, có đơn thư khiếu nại, tố cáo, kiến nghị hay không",
                Circular, Circular)),
    ];
}

namespace AwardArchive.Demo.Papers;

/// <summary>The table of children who are martyrs, as typists make it instead of the form's lines.</summary>
internal static class MartyrTable
{
    /// <returns>The children with what only the table says of them.</returns>
    public static IReadOnlyList<DemoKin> Write(PaperContext paper, IReadOnlyList<DemoKin> children)
    {
        var random = paper.Random;
        IReadOnlyList<DemoKin> written = [.. children.Select(child => child with { DecisionNo = random.Chance(0.85f) ? $"{random.Between(100, 990)}/TTg" : null })];
        paper.Writer.Table(
            [
                new("STT", 0.07f, true), new("Họ và tên liệt sĩ", 0.3f), new("Năm\nsinh", 0.1f, true), new("Ngày\nhy sinh", 0.17f, true),
                new("Số Bằng\nTQGC", 0.17f, true), new("Quyết định\nsố", 0.19f, true),
            ],
            written.Select((child, i) => new[]
            {
                $"{i + 1}", child.Name, $"{child.BirthYear}", MartyrDates.Short(child.DeathDate), child.CertificateNo ?? "", child.DecisionNo ?? "",
            }),
            ruled: random.Chance(0.7f));
        return written;
    }
}

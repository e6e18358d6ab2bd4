namespace AwardArchive.Demo.Papers;

/// <summary>Danh sách of a district whose table is of another make each time, as offices made them before there were forms.</summary>
internal static class VariedList
{
    private static readonly string[] Dittos = ["nt", "-nt-", "\"", "-//-"];

    public static DemoFacts Write(PaperContext paper)
    {
        var (writer, random) = (paper.Writer, paper.Random);
        var province = DemoPlaces.Province(random);
        var district = random.Pick(province.Districts);
        var award = random.Pick(random.Chance(0.5f) ? DemoAwards.Orders : DemoAwards.Medals);
        var date = random.Date(new(1985, 2, 1), new(2004, 12, 20));
        var signer = DemoPeople.Man(random);
        var issuer = $"HUYỆN {district.ToUpperInvariant()}";

        paper.Head(["ỦY BAN NHÂN DÂN", issuer], "", district, date, own: 2);
        string[] summary = [$"Các cá nhân được đề nghị tặng thưởng {award.Printed}", $"huyện {district}, tỉnh {province.Name}"];
        paper.Title("DANH SÁCH", summary);
        var recipients = Table(paper, province, award);
        writer.Paragraph($"Tổng cộng: {recipients.Count} người.", InkStyle.Bold);
        writer.Signature(
            [new("NGƯỜI LẬP BIỂU", InkStyle.Bold), new(DemoPeople.Man(random), InkStyle.Bold, Gap: PaperWriter.SigningSpace + (writer.Size * 1.3f))],
            PaperContext.Authority("TM. ỦY BAN NHÂN DÂN HUYỆN", "CHỦ TỊCH"), signer, $"ỦY BAN NHÂN DÂN {issuer}", random);
        return new(
            "Danh sách", null, null, PaperContext.Iso(date), district, $"ỦY BAN NHÂN DÂN {issuer}", string.Join(' ', summary), signer, "CHỦ TỊCH",
            award.Name, null) { Recipients = recipients };
    }

    private static List<DemoRecipient> Table(PaperContext paper, DemoProvince province, DemoAward award)
    {
        var random = paper.Random;
        var people = Enumerable.Range(0, paper.Rows(14, 45)).Select(_ => Person(province, award, random)).ToList();
        var grouping = random.Between(0, 3);
        if (grouping == 1) people = [.. people.OrderBy(person => Array.IndexOf(award.Classes, person.Class))];
        var repeats = random.Chance(0.4f) ? random.Pick(Dittos) : null;
        if (repeats is not null) people = ByPlace(people);
        var columns = Columns(random, grouping == 1);
        var countsAnew = random.Chance(0.5f);

        var rows = new List<string[]>();
        var number = 0;
        for (var i = 0; i < people.Count; i++)
        {
            if (HeadingAbove(people, i, grouping, award, random) is { } heading)
            {
                rows.Add([heading]);
                if (countsAnew) number = 0;
            }
            number++;
            var isRepeated = repeats is not null && i > 0 && people[i].Hometown == people[i - 1].Hometown && rows[^1].Length > 1;
            rows.Add([.. columns.Select(column => Cell(column.Header, people[i], number, isRepeated ? repeats : null))]);
        }
        var look = new TableStyle(random.Chance(0.5f), HasHeader: random.Chance(0.85f) || columns[1].Header != "Họ và tên", RepeatsHeader: random.Chance(0.5f), IsMiddle: random.Chance(0.4f));
        paper.Writer.Table(columns, rows, look);
        return people;
    }

    private static DemoRecipient Person(DemoProvince province, DemoAward award, SplitMix64 random)
    {
        var name = random.Chance(0.35f) ? DemoPeople.Woman(random) : DemoPeople.Man(random);
        var place = $"xã {DemoPlaces.Commune(random)}, huyện {random.Pick(province.Districts)}";
        var rank = award.Classes[Math.Max(random.Between(0, award.Classes.Length - 1), random.Between(0, award.Classes.Length - 1))];
        return new(name, random.Between(1905, 1952), place, rank) { IsPosthumous = random.Chance(0.1f) };
    }

    /// <summary>Where places are repeated by a mark, some stand below each other.</summary>
    private static List<DemoRecipient> ByPlace(List<DemoRecipient> people)
    {
        var same = new List<DemoRecipient>();
        for (var i = 0; i < people.Count; i++) same.Add(i % 3 == 0 ? people[i] : people[i] with { Hometown = same[^1].Hometown });
        return same;
    }

    private static string? HeadingAbove(List<DemoRecipient> people, int i, int grouping, DemoAward award, SplitMix64 random)
    {
        if (grouping == 1 && (i == 0 || people[i].Class != people[i - 1].Class))
        {
            var ordinal = Array.IndexOf(award.Classes, people[i].Class);
            return $"{people.Take(i).Select(person => person.Class).Distinct().Count() switch { 0 => "I", 1 => "II", _ => "III" }}. {award.Printed.ToUpperInvariant()} HẠNG {award.Classes[ordinal].ToUpperInvariant()}";
        }
        return grouping == 2 && i % 9 == 0 ? $"XÃ {DemoPlaces.Commune(random).ToUpperInvariant()}" : null;
    }

    /// <summary>A cell's header is what it holds.</summary>
    private static string Cell(string header, DemoRecipient person, int number, string? repeated) => header switch
    {
        "STT" or "TT" or "Số\nTT" => $"{number}",
        "Họ và tên" or "Họ tên" => person.Name,
        "Năm\nsinh" or "Năm sinh" => $"{person.BirthYear}",
        "\nNam" => IsWoman(person) ? "" : $"{person.BirthYear}",
        "\nNữ" => IsWoman(person) ? $"{person.BirthYear}" : "",
        "Quê quán" or "Nguyên quán" => repeated ?? person.Hometown!,
        "Hạng" or "Mức\nhạng" => person.Class!,
        "Chức vụ" => person.BirthYear % 3 == 0 ? "Nguyên xã đội trưởng" : person.BirthYear % 3 == 1 ? "Cán bộ xã" : "",
        _ => person.IsPosthumous ? "Truy tặng" : "",
    };

    private static bool IsWoman(DemoRecipient person) => person.Name.Contains(" Thị ", StringComparison.Ordinal);

    /// <param name="isGrouped">The class stands in headings.</param>
    private static TableColumn[] Columns(SplitMix64 random, bool isGrouped) => random.Between(0, 3) switch
    {
        0 => [new("STT", 0.08f, true), new("Họ và tên", 0.22f), new("Năm\nsinh", 0.1f, true), new("Quê quán", 0.32f), isGrouped ? new("Ghi chú", 0.28f) : new("Hạng", 0.12f, true), .. isGrouped ? Array.Empty<TableColumn>() : [new("Ghi chú", 0.16f)]],
        1 => [new("TT", 0.07f, true), new("Họ tên", 0.23f), new("Nguyên quán", 0.26f), new("Năm sinh", 0.14f, true), new("Chức vụ", 0.16f), isGrouped ? new("Ghi chú", 0.14f) : new("Mức\nhạng", 0.14f, true)],
        2 => [new("Số\nTT", 0.08f, true), new("Họ và tên", 0.26f), new("\nNam", 0.09f, true, Group: "Năm sinh"), new("\nNữ", 0.09f, true), new("Quê quán", 0.32f), isGrouped ? new("Ghi chú", 0.16f) : new("Hạng", 0.16f, true)],
        _ => [new("STT", 0.08f, true), isGrouped ? new("Ghi chú", 0.16f) : new("Hạng", 0.12f, true), new("Họ và tên", 0.3f), new("Năm sinh", 0.16f, true), new("Quê quán", 0.3f)],
    };
}

namespace AwardArchive.Demo.Papers;

/// <summary>The table of names in every list.</summary>
internal static class RecipientTable
{
    /// <summary>Number, name, birth year and home place of each; the class too where the award has classes.</summary>
    /// <param name="classes">Empty for an award without; the highest is the rarest.</param>
    public static List<DemoRecipient> Write(
        PaperContext paper, int rows, DemoProvince province, bool women, string[] classes, (int First, int Last) born, bool ruled)
    {
        var random = paper.Random;
        var recipients = new List<DemoRecipient>();
        for (var i = 0; i < rows; i++)
        {
            var name = women || random.Chance(0.3f) ? DemoPeople.Woman(random) : DemoPeople.Man(random);
            var awardClass = classes.Length == 0 ? null : classes[Math.Max(random.Between(0, classes.Length - 1), random.Between(0, classes.Length - 1))];
            recipients.Add(new(name, random.Between(born.First, born.Last), DemoPlaces.Hometown(province, random), awardClass));
        }

        var lastHeader = classes.Length == 0 ? "Ghi chú" : "Hạng";
        var note = classes.Length == 0 && random.Chance(0.5f) ? "Truy tặng" : "";
        paper.Writer.Table(
            // Wide enough that no name wraps: the reading order of wrapped cells is not that of lines.
            [new("STT", 0.08f, true), new("Họ và tên", 0.33f), new("Năm\nsinh", 0.1f, true), new("Quê quán", 0.35f), new(lastHeader, 0.14f, true)],
            recipients.Select((person, i) => new[]
            {
                $"{i + 1}", person.Name, $"{person.BirthYear}", person.Hometown!, person.Class ?? (i % 3 == 1 ? note : ""),
            }),
            ruled);
        return recipients;
    }
}

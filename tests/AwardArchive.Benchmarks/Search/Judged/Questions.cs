using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Judged;

/// <summary>Whole questions in everyday words: what is asked, and how much of an answer a paper is.</summary>
internal static class Questions
{
    public delegate int Grade(PaperSpec spec);

    /// <summary>Written by hand; those that no paper of a set answers are left out of it.</summary>
    public static IReadOnlyList<(string Text, Grade Grade)> ByHand { get; } =
    [
        ("danh sách các mẹ anh hùng của tỉnh Quảng Trị", spec => At(spec, "Quảng Trị") && spec.Award == SpecGenerator.Mother ? spec.IsDecision ? 3 : 1 : 0),
        ("bà mẹ nào ở Quảng Nam được nhà nước phong anh hùng", spec => At(spec, "Quảng Nam") && spec.Award == SpecGenerator.Mother ? spec.IsDecision ? 3 : 1 : 0),
        ("bản khai xin xét tặng mẹ anh hùng ở Nghệ An", spec => At(spec, "Nghệ An") && spec.Kind == PaperKind.Declaration ? 3 : 0),
        ("ai được bằng khen chống Mỹ của tỉnh Hà Tĩnh", spec => At(spec, "Hà Tĩnh") && spec.Kind == PaperKind.WartimeDecision ? 3 : 0),
        ("giấy báo tử của liệt sĩ quê Quảng Bình", spec => At(spec, "Quảng Bình") && spec.Kind == PaperKind.DeathNotice ? 3 : 0),
        ("họp xét huân chương độc lập ở đâu", spec => spec.Award == "Huân chương Độc lập" ? spec.Kind == PaperKind.Minutes ? 3 : 1 : 0),
        ("hội đồng nhà nước thưởng huân chương chiến công cho Nghệ Tĩnh", spec => At(spec, "Nghệ Tĩnh") && spec.Award == "Huân chương Chiến công" ? 3 : 0),
        ("những người được khen vì chăm sóc người có công ở Bến Tre", spec => At(spec, "Bến Tre") && spec.Kind == PaperKind.ProvinceDecision ? 3 : 0),
        ("công văn nào xin thưởng huy chương kháng chiến cho dân Thái Bình", spec => At(spec, "Thái Bình") && spec.Award.StartsWith("Huy chương", StringComparison.Ordinal) ? spec.Kind == PaperKind.Letter ? 3 : 1 : 0),
        ("mẹ nào quê Triệu Phong có con là liệt sĩ", spec => spec.Award == SpecGenerator.Mother && spec.People.Any(person => person.District == "Triệu Phong") ? 3 : 0),
        ("gia đình nào ở Bình Trị Thiên được huân chương kháng chiến hạng nhất", spec => At(spec, "Bình Trị Thiên") && spec.Award.StartsWith("Huân chương Kháng chiến", StringComparison.Ordinal) ? spec.Class == "Nhất" ? 3 : 1 : 0),
        ("biên bản họp xét bà mẹ anh hùng ở Thanh Hóa", spec => At(spec, "Thanh Hóa") && spec.Award == SpecGenerator.Mother ? spec.Kind == PaperKind.Minutes ? 3 : 1 : 0),
        ("huyện Giồng Trôm có những bà mẹ nào được truy tặng", spec => spec.Kind == PaperKind.MotherDecision && spec.People.Any(person => person.District == "Giồng Trôm") ? 3 : 0),
        ("tỉnh nào được tặng huân chương kháng chiến chống Pháp hạng nhì", spec => spec.Award == "Huân chương Kháng chiến chống Pháp" ? spec.Class == "Nhì" ? 3 : 1 : 0),
        ("xin hỏi quyết định khen người chăm lo người có công ở Phú Yên", spec => At(spec, "Phú Yên") && spec.Kind == PaperKind.ProvinceDecision ? 3 : 0),
        ("bộ chỉ huy quân sự báo tin con tôi hy sinh ở Nghĩa Bình", spec => At(spec, "Nghĩa Bình") && spec.Kind == PaperKind.DeathNotice ? 3 : 0),
    ];

    /// <summary>From what a paper says; null when it says too little for that kind of question.</summary>
    public static (string Text, Grade Grade)? About(PaperSpec asked, SplitMix64 random)
    {
        var person = asked.People.Count > 0 ? asked.People[random.Between(0, asked.People.Count - 1)] : null;
        return asked.Kind switch
        {
            PaperKind.MotherDecision when random.Chance(0.5f) =>
                ($"bà mẹ nào ở {asked.Province.Name} được phong tặng năm {asked.Date.Year}",
                spec => At(spec, asked.Province.Name) && spec.Award == asked.Award ? spec.Kind == asked.Kind ? spec.Date.Year == asked.Date.Year ? 3 : 2 : 1 : 0),
            PaperKind.MotherDecision =>
                ($"mẹ {person!.Name} ở huyện {person.District} có mấy con là liệt sĩ", spec => Has(spec, person.Name) ? 3 : 0),
            PaperKind.StateDecision when random.Chance(0.5f) =>
                ($"tỉnh {asked.Province.Name} có bao nhiêu người được {asked.Award.ToLowerInvariant()} hạng {asked.Class!.ToLowerInvariant()}",
                spec => At(spec, asked.Province.Name) && spec.Award == asked.Award ? spec.Class == asked.Class ? 3 : 1 : 0),
            PaperKind.StateDecision =>
                ($"những ai ở xã {person!.Commune} huyện {person.District} được tặng {asked.Award.ToLowerInvariant()}",
                spec => Lives(spec, person) ? spec.Award == asked.Award ? 3 : 1 : 0),
            PaperKind.WartimeDecision or PaperKind.ProvinceDecision =>
                ($"quyết định số {asked.Number} năm {asked.Date.Year} khen thưởng cho ai", spec => spec.WholeNumber == asked.WholeNumber && spec.Date.Year == asked.Date.Year ? 3 : spec.Cited.Contains(asked.WholeNumber) ? 1 : 0),
            PaperKind.DeathNotice => ($"liệt sĩ {person!.Name} quê ở đâu và hy sinh khi nào", spec => Has(spec, person.Name) ? 3 : 0),
            PaperKind.Declaration => ($"bà {person!.Name} sinh năm {person.BirthYear} đã khai đề nghị danh hiệu chưa", spec => Has(spec, person.Name) ? 3 : 0),
            PaperKind.Letter when asked.Class is not null =>
                ($"huyện {asked.District} đề nghị khen thưởng {asked.Award.ToLowerInvariant()} hạng {asked.Class.ToLowerInvariant()} khi nào",
                spec => spec.Kind is PaperKind.Letter or PaperKind.Minutes && spec.District == asked.District && spec.Award == asked.Award ? spec.Class == asked.Class ? 3 : 2 : 0),
            _ => null,
        };
    }

    private static bool At(PaperSpec spec, string province) => spec.Province.Name == province;

    private static bool Has(PaperSpec spec, string name) => spec.People.Any(person => person.Name == name);

    private static bool Lives(PaperSpec spec, PaperPerson person) => spec.People.Any(other => other.Commune == person.Commune && other.District == person.District);
}

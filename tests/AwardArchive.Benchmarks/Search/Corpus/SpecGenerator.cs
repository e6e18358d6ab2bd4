using System.Globalization;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Corpus;

/// <summary>Draws what papers say, in the mixture of an archive: few decisions with long lists, many papers about one person.</summary>
internal sealed class SpecGenerator(SplitMix64 random, Vocabulary vocabulary)
{
    public const string Mother = "Bà mẹ Việt Nam anh hùng";
    public const string Merit = "Tổ quốc ghi công";
    public const string Commendation = "Bằng khen";

    private static readonly (string Name, string[] Classes)[] Orders =
    [
        ("Huân chương Kháng chiến chống Mỹ, cứu nước", ["Nhất", "Nhì", "Ba"]), ("Huân chương Kháng chiến chống Pháp", ["Nhất", "Nhì", "Ba"]),
        ("Huân chương Độc lập", ["Nhất", "Nhì", "Ba"]), ("Huân chương Chiến công", ["Nhất", "Nhì", "Ba"]),
        ("Huy chương Kháng chiến chống Mỹ, cứu nước", ["Nhất", "Nhì"]), ("Huy chương Kháng chiến", ["Nhất", "Nhì"]),
    ];

    private readonly List<string> numbers = [];

    public PaperSpec Next(float noise, int mostPages)
    {
        var kind = random.Between(1, 100) switch
        {
            <= 12 => PaperKind.MotherDecision,
            <= 30 => PaperKind.StateDecision,
            <= 38 => PaperKind.WartimeDecision,
            <= 52 => PaperKind.ProvinceDecision,
            <= 64 => PaperKind.DeathNotice,
            <= 78 => PaperKind.Declaration,
            <= 90 => PaperKind.Letter,
            _ => PaperKind.Minutes,
        };
        var (first, last) = kind switch
        {
            PaperKind.WartimeDecision => (1965, 1974),
            PaperKind.StateDecision => (1977, 1999),
            PaperKind.DeathNotice => (1966, 1988),
            _ => (1990, 2016),
        };
        var date = random.Date(new(first, 1, 5), new(last, 12, 20));
        var province = random.Pick(date.Year is > 1976 and < 1989 ? CorpusPlaces.Merged : CorpusPlaces.Plain);
        var district = random.Pick(province.Districts).Name;
        var (award, @class) = Award(kind);
        var pages = Pages(kind, mostPages);
        var spec = new PaperSpec(
            kind, random.Between(10, 2890).ToString(CultureInfo.InvariantCulture), Symbol(kind), date, province, district, award, @class,
            People(kind, province, district, pages), Cited(), [], noise, pages);
        if (numbers.Count < 500) numbers.Add(spec.WholeNumber);
        else numbers[random.Between(0, 499)] = spec.WholeNumber;
        return spec;
    }

    public PaperPerson Person(CorpusProvince province, string? district = null)
    {
        var name = random.Chance(0.5f) ? DemoPeople.Woman(random) : DemoPeople.Man(random);
        if (random.Chance(0.35f)) name = $"{name[..name.LastIndexOf(' ')]} {random.Pick(vocabulary.Given)}";
        return new(name, random.Between(1893, 1952), CorpusPlaces.Commune(random), district ?? random.Pick(province.Districts).Name, name);
    }

    private (string Name, string? Class) Award(PaperKind kind)
    {
        switch (kind)
        {
            case PaperKind.MotherDecision or PaperKind.Declaration: return (Mother, null);
            case PaperKind.DeathNotice: return (Merit, null);
            case PaperKind.WartimeDecision or PaperKind.ProvinceDecision: return (Commendation, null);
            case PaperKind.Letter or PaperKind.Minutes when random.Chance(0.4f): return (Mother, null);
            default:
                var (name, classes) = random.Pick(Orders);
                return (name, random.Pick(classes));
        }
    }

    private static string Symbol(PaperKind kind) => kind switch
    {
        PaperKind.MotherDecision => "QĐ-CTN",
        PaperKind.StateDecision => "QĐ-HĐNN",
        PaperKind.WartimeDecision => "QĐ-UB",
        PaperKind.ProvinceDecision => "QĐ-UBND",
        PaperKind.DeathNotice => "BT-BCHQS",
        PaperKind.Declaration => "BK-LĐTBXH",
        PaperKind.Letter => "CV-TĐKT",
        _ => "BB-HĐTĐKT",
    };

    /// <summary>1 to 20 pages, most papers few.</summary>
    private int Pages(PaperKind kind, int most)
    {
        if (kind is PaperKind.DeathNotice) return 1;
        if (kind is PaperKind.Declaration or PaperKind.Letter) return Math.Min(most, random.Between(1, 3));
        return Math.Min(most, random.Chance(0.15f) ? random.Between(8, 20) : random.Between(2, 6));
    }

    private List<PaperPerson> People(PaperKind kind, CorpusProvince province, string district, int pages)
    {
        var count = kind switch
        {
            PaperKind.MotherDecision or PaperKind.StateDecision or PaperKind.ProvinceDecision => (pages * 14) + random.Between(-6, 6),
            PaperKind.WartimeDecision or PaperKind.Minutes => random.Between(5, 12),
            PaperKind.Letter => random.Between(0, 2),
            _ => 1,
        };
        var isList = count > 2;
        return [.. Enumerable.Range(0, count).Select(_ => Person(province, isList ? null : district))];
    }

    private List<string> Cited() => [.. Enumerable.Range(0, numbers.Count == 0 ? 0 : random.Between(0, 2)).Select(_ => random.Pick(numbers.ToArray()))];
}

using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Benchmarks.Search.Engines;
using AwardArchive.Benchmarks.Search.Judged;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search;

/// <summary>Queries of one kind, the same for every engine.</summary>
/// <param name="MostOfPlain">Our median may be so many times plain Lucene's.</param>
internal sealed record QueryKind(string Name, double MostOfPlain, IReadOnlyList<EngineQuery> Queries)
{
    private const int OfKind = 20;

    private static readonly string[] Words =
        ["quyết", "thưởng", "huân", "mẹ", "việt", "tỉnh", "liệt", "chiến", "nguyễn", "đồng", "xã", "hồ", "giấy", "pháp", "quân", "bằng", "khai", "đường", "thương", "nhì"];

    private static readonly string[] Common =
    [
        "quyết định", "nguyễn thị", "kháng chiến", "huân chương", "bà mẹ việt nam anh hùng", "kháng chiến chống mỹ cứu nước", "nhân dân tỉnh", "đảng và nhà nước",
        "gia đình liệt sĩ", "xã huyện tỉnh", "hội đồng nhân dân", "có công với cách mạng", "danh hiệu vinh dự nhà nước", "thương binh liệt sĩ", "chủ tịch nước",
        "trần văn", "lê thị", "phạm thị", "hồ văn", "chiến sĩ lực lượng vũ trang",
    ];

    private static readonly string[] Phrases =
    [
        "quyết định", "nguyễn thị", "kháng chiến", "huân chương", "bà mẹ việt nam anh hùng", "kháng chiến chống mỹ", "ủy ban nhân dân", "đảng và nhà nước",
        "con là liệt sĩ", "hội đồng thi đua", "có công với cách mạng", "danh hiệu vinh dự nhà nước", "thương binh liệt sĩ", "chủ tịch nước", "trần thị", "lê văn",
        "xây dựng và bảo vệ tổ quốc", "chịu trách nhiệm thi hành", "giải phóng dân tộc", "lực lượng vũ trang nhân dân",
    ];

    private static readonly string[] Mixed =
    [
        "mẹ viet nam", "quyết dinh", "nguyễn thi", "huan chương khang chiến", "bà me việt nam anh hung", "gia dinh liệt si", "đảng va nha nước", "tinh quảng tri",
        "liet sĩ", "khang chiến chong mỹ", "uy ban nhân dan", "chu tịch nuoc", "thưởng huan chuong", "trần thi", "lê van", "hồ thi", "bang khen tỉnh", "xa hải loc",
        "nghệ tinh", "binh trị thien",
    ];

    /// <summary>Names and numbers are of papers at the corpus's beginning, so that every size has them.</summary>
    public static IReadOnlyList<QueryKind> All(ulong seed)
    {
        var random = new SplitMix64(seed);
        var specs = CorpusGenerator.Specs(seed).Take(400).ToList();
        var lists = specs.Where(spec => spec.People.Count > 5).ToList();
        var names = Enumerable.Range(0, OfKind).Select(_ => random.Pick(random.Pick(lists.ToArray()).People.ToArray()).Name).ToList();
        var numbers = Enumerable.Range(0, OfKind).Select(_ => random.Pick(specs.ToArray()).WholeNumber).ToList();
        var questions = new List<string>();
        while (questions.Count < OfKind)
        {
            if (Questions.About(random.Pick(specs.ToArray()), random) is { } question) questions.Add(question.Text);
        }
        return
        [
            Of("single word", 2, Words),
            Of("common words", 2, Common),
            Of("common phrase", 1.0 / 3, Phrases.Select(phrase => $"\"{phrase}\"")),
            Of("folded words", 2, Common.Select(WordForms.WithoutMarks)),
            Of("folded phrase", 1.0 / 3, Phrases.Select(phrase => $"\"{WordForms.WithoutMarks(phrase)}\"")),
            Of("mixed marks", 2, Mixed),
            Of("name", 2, names),
            Of("fuzzy name", 1, names.Select(name => Mistyped(name, random)), EngineQueryKind.Fuzzy),
            Of("number", 2, numbers),
            Of("question", 2, questions),
            Of("facets", 2, Common, EngineQueryKind.Facets),
            Of("suggestion", 1, Common.Concat(names).Select(text => text[..^1]).Take(OfKind), EngineQueryKind.Suggestion),
        ];
    }

    private static QueryKind Of(string name, double mostOfPlain, IEnumerable<string> texts, EngineQueryKind kind = EngineQueryKind.Words) =>
        new(name, mostOfPlain, [.. texts.Select(text => new EngineQuery(text, kind))]);

    /// <summary>One letter of one word wrong.</summary>
    private static string Mistyped(string name, SplitMix64 random)
    {
        var words = name.Split(' ');
        var word = random.Between(0, words.Length - 1);
        words[word] = OcrNoise.MisreadLetter(words[word], random) ?? words[word] + "h";
        return string.Join(' ', words);
    }
}

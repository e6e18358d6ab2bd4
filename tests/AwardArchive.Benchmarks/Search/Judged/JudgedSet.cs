using System.Text;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Demo;

namespace AwardArchive.Benchmarks.Search.Judged;

/// <summary>
/// Papers, and queries of which it is known how well each paper answers them: the papers are written from what they say (<see cref="PaperSpec"/>),
/// and grades are given by that, never by what some engine finds.
/// </summary>
internal sealed class JudgedSet
{
    /// <summary>The engine is tuned on this one.</summary>
    public const ulong TuningSeed = 7;

    /// <summary>What is told is measured on this one.</summary>
    public const ulong ReportingSeed = 1975;

    private const int OfClass = 24;

    // Typed in several ways that are held to differ by a few hundredths: more of them.
    private const int Topics = 48;

    // Both ways: one is typed, the other printed.
    private static readonly (string Short, string Long)[] Abbreviations =
    [
        ("BMVNAH", "Bà mẹ Việt Nam anh hùng"), ("HĐBT", "Hội đồng Bộ trưởng"), ("HĐNN", "Hội đồng Nhà nước"), ("KCCM", "kháng chiến chống Mỹ"),
        ("KCCP", "kháng chiến chống Pháp"), ("LLVTND", "lực lượng vũ trang nhân dân"), ("UBHC", "Ủy ban hành chính"), ("UBND", "Ủy ban nhân dân"),
        ("TĐKT", "thi đua khen thưởng"), ("BCHQS", "Bộ Chỉ huy quân sự"), ("LĐTBXH", "Lao động - Thương binh và Xã hội"), ("CTN", "Chủ tịch nước"),
        ("TNXP", "thanh niên xung phong"), ("QĐND", "Quân đội nhân dân"), ("HCKC", "Huân chương Kháng chiến"), ("UBKCHC", "Ủy ban kháng chiến hành chính"),
    ];

    private static readonly string[] Sayings =
    [
        "đào hầm nuôi giấu cán bộ", "con độc nhất của gia đình", "chồng và ba con hy sinh", "bị địch đốt nhà nhiều lần", "giữ vững khí tiết cách mạng",
        "vận chuyển thương binh ra vùng sau", "may cờ cho bộ đội", "góp gạo nuôi quân", "đưa thư qua đồn giặc", "không khai báo một lời",
        "trông nom mộ liệt sĩ", "che chở du kích trong làng", "dẫn đường cho đơn vị", "tình thương của mẹ", "thường trực đón tiếp dân",
        "tỉnh đội trưởng ký tên", "tinh thần bất khuất", "tham gia phá đường", "nhường cơm cho chiến sĩ", "chờ con trở về",
        "mất tích ở chiến trường", "được đồng bào tin yêu", "tiễn con lên đường", "nhà tan cửa nát",
    ];

    private readonly SplitMix64 random;
    private readonly JudgedPapers papers;
    private readonly List<(QueryClass Class, string Text, Func<PaperSpec, int, int> Grade)> asked = [];

    private JudgedSet(ulong seed)
    {
        random = new(seed);
        papers = new(random.Fork());
    }

    public IReadOnlyList<CorpusDocument> Papers { get; private set; } = [];

    public IReadOnlyList<JudgedQuery> Queries { get; private set; } = [];

    public static JudgedSet Create(ulong seed)
    {
        var set = new JudgedSet(seed);
        set.AskMisread(QueryClass.MisreadMark, words => set.Misread(words, OcrNoise.MisreadMark, fewestLetters: 2, count: 1));
        set.AskMisread(QueryClass.MisreadLetter, words => set.Misread(words, OcrNoise.MisreadLetter, fewestLetters: 3, count: 1));
        set.AskAbbreviations();
        set.AskPhrases();
        set.AskTopics();
        set.AskNames();
        set.AskNumbers();
        set.AskOldPlaces();
        set.AskQuestions();
        // Added later, so last: the classes above are drawn as they were. Grades are given at the end and see all that is planted.
        set.AskMisread(QueryClass.TwoMisread, words => set.Misread(words, OcrNoise.MisreadLetter, fewestLetters: 3, count: 2));
        set.AskTorn();
        set.Papers = set.papers.Write();
        set.Queries = [.. set.asked.Select(set.Judge).Where(query => query.Grades.Values.Contains(3))];
        return set;
    }

    private JudgedQuery Judge((QueryClass Class, string Text, Func<PaperSpec, int, int> Grade) query)
    {
        var grades = new Dictionary<Guid, int>();
        for (var i = 0; i < Papers.Count; i++)
        {
            if (query.Grade(papers.Specs[i], i) is > 0 and var grade) grades[Papers[i].Id] = grade;
        }
        return new(query.Class, query.Text, grades);
    }

    private void AskMisread(QueryClass @class, Func<string[], string?> misread)
    {
        for (var i = 0; i < 2 * OfClass; i++)
        {
            var (person, where) = papers.PlantMisread(misread, alsoReadWell: i % 2 == 1);
            asked.Add((@class, person.Name, (_, paper) => where.Contains(paper) ? 3 : 0));
        }
    }

    /// <summary>So many words of a name misread; null when one of those drawn cannot be.</summary>
    private string? Misread(string[] words, Func<string, SplitMix64, string?> misread, int fewestLetters, int count)
    {
        var first = random.Between(0, words.Length - 1);
        for (var i = first; i < first + count; i++)
        {
            var word = words[i % words.Length];
            if (word.Length < fewestLetters || misread(word, random) is not { } wrong) return null;
            words[i % words.Length] = wrong;
        }
        return string.Join(' ', words);
    }

    /// <summary>Names with a blank too many or too few, and such words beside a hamlet that two other papers name.</summary>
    private void AskTorn()
    {
        AskMisread(QueryClass.Torn, words => random.Chance(0.7f) ? Torn(words) : RunTogether(words));
        for (var i = 0; i < OfClass; i++)
        {
            var words = random.Pick("khen thưởng", "quyết định", "nuôi giấu", "thương binh", "kháng chiến", "nghĩa trang").Split(' ');
            var hamlet = papers.Hamlet();
            papers.PlantSentence($"Thôn {hamlet} có nhiều đóng góp về lương thực.");
            var wanted = papers.PlantSentence($"Theo lời kể thì việc {(i % 2 == 0 ? Torn(words) : string.Concat(words))} ở thôn {hamlet} có thật.");
            papers.PlantSentence($"Đường về thôn {hamlet} bị bom phá hỏng.");
            asked.Add((QueryClass.Torn, $"{string.Join(' ', words)} thôn {hamlet}", (_, paper) => paper == wanted ? 3 : 0));
        }
    }

    private string Torn(string[] words)
    {
        int word;
        do word = random.Between(0, words.Length - 1);
        while (words[word].Length < 3);
        words[word] = words[word].Insert(random.Between(1, words[word].Length - 1), " ");
        return string.Join(' ', words);
    }

    private string RunTogether(string[] words)
    {
        var first = random.Between(0, words.Length - 2);
        return string.Join(' ', [.. words[..first], words[first] + words[first + 1], .. words[(first + 2)..]]);
    }

    /// <summary>Each beside two papers that name the same hamlet and not the body.</summary>
    private void AskAbbreviations()
    {
        for (var i = 0; i < 2 * Abbreviations.Length; i++)
        {
            var (brief, full) = Abbreviations[i / 2];
            var (typed, printed) = i % 2 == 0 ? (brief, full) : (full, brief);
            var hamlet = papers.Hamlet();
            papers.PlantSentence($"Thôn {hamlet} có nhiều đóng góp về lương thực.");
            var wanted = papers.PlantSentence($"Theo hồ sơ của {printed} thì thôn {hamlet} có công.");
            papers.PlantSentence($"Đường về thôn {hamlet} bị bom phá hỏng.");
            asked.Add((QueryClass.Abbreviations, $"{typed} thôn {hamlet}", (_, paper) => paper == wanted ? 3 : 0));
        }
    }

    /// <summary>Each beside papers that have the same words in another order, and one in which a mark of it is misread.</summary>
    private void AskPhrases()
    {
        for (var i = 0; i < OfClass; i++)
        {
            var saying = Sayings[i];
            var words = saying.Split(' ');
            int[] wanted = [papers.PlantSentence($"Mẹ đã {saying} trong những năm ấy."), papers.PlantSentence($"Xác nhận: {saying}, đúng sự thật.")];
            papers.PlantSentence($"Ghi thêm {string.Join(' ', words.Reverse())} ở địa phương.");
            papers.PlantSentence($"Có {string.Join(", có ", words.Skip(1).Append(words[0]))}.");
            words[0] = OcrNoise.MisreadMark(words[0], random) ?? words[0];
            var misread = papers.PlantSentence($"Mẹ đã {string.Join(' ', words)} trong những năm ấy.");
            var typed = i % 3 == 2 ? WordForms.WithoutMarks(saying) : saying;
            asked.Add((QueryClass.Phrases, $"\"{typed}\"", (_, paper) => wanted.Contains(paper) ? 3 : paper == misread ? 1 : 0));
        }
    }

    /// <summary>What, where, of which class or year; the same topics typed in five ways, then others asked of badly read papers.</summary>
    private void AskTopics()
    {
        for (var i = 0; i < Topics; i++)
        {
            var (text, grade) = Topic(AnySpec(_ => true));
            asked.Add((QueryClass.Marks, text, grade));
            asked.Add((QueryClass.NoMarks, WordForms.WithoutMarks(text), grade));
            asked.Add((QueryClass.MixedMarks, WordForms.MixedMarks(text, random), grade));
            asked.Add((QueryClass.Decomposed, text.Normalize(NormalizationForm.FormD), grade));

            // Topics in which the tone has two places.
            do (text, grade) = Topic(AnySpec(_ => true));
            while (WordForms.OtherTonePlacement(text) == text);
            asked.Add((QueryClass.TonePlacement, WordForms.OtherTonePlacement(text), grade));

            var damaged = AnySpec(spec => JudgedPapers.IsDamaged(spec) && spec.People.Count > 0);
            var person = random.Pick(damaged.People.ToArray());
            asked.Add((QueryClass.Damaged, $"{person.Name} {person.Commune} {person.District}",
                (spec, _) => spec.People.Any(other => other.Name == person.Name && other.Commune == person.Commune) ? 3 : spec.People.Any(other => other.Name == person.Name) ? 1 : 0));
        }
    }

    private (string Text, Func<PaperSpec, int, int> Grade) Topic(PaperSpec about)
    {
        var place = about.Province.Name;
        var person = about.People.Count > 0 ? random.Pick(about.People.ToArray()) : null;
        return random.Between(1, 4) switch
        {
            1 when about.Class is not null => ($"{about.Award} hạng {about.Class} tỉnh {place}",
                (spec, _) => spec.Award == about.Award && spec.Province.Name == place ? spec.Class == about.Class ? 3 : 1 : 0),
            2 when person is not null => ($"{person.Name} xã {person.Commune}",
                (spec, _) => spec.People.Any(other => other.Name == person.Name && other.Commune == person.Commune) ? 3 : spec.People.Any(other => other.Name == person.Name) ? 1 : 0),
            3 when person is not null => ($"xã {person.Commune} huyện {person.District} {about.Award}",
                (spec, _) => spec.People.Any(other => other.Commune == person.Commune && other.District == person.District) ? spec.Award == about.Award ? 3 : 1 : 0),
            _ => ($"{SpecWriter.KindName(about.Kind)} {about.Award} tỉnh {place} năm {about.Date.Year}",
                (spec, _) => spec.Kind == about.Kind && spec.Award == about.Award && spec.Province.Name == place ? spec.Date.Year == about.Date.Year ? 3 : 1 : 0),
        };
    }

    private void AskNames()
    {
        for (var i = 0; i < OfClass; i++)
        {
            var name = AnyName(spec => spec.IsDecision);
            if (i % 4 == 3) asked.Add((QueryClass.ListNames, WordForms.WithoutMarks(name), (spec, _) => spec.People.Any(person => WordForms.WithoutMarks(person.Printed) == WordForms.WithoutMarks(name)) ? 3 : 0));
            else asked.Add((QueryClass.ListNames, name, (spec, _) => spec.People.Any(person => person.Printed == name) ? 3 : 0));

            string brief;
            do brief = WordForms.FirstAndLast(AnyName(_ => true));
            while (papers.Specs.Count(spec => Bears(spec, brief)) > 8);
            var asks = brief;
            asked.Add((QueryClass.NoMiddleName, asks, (spec, _) => Bears(spec, asks) ? 3 : 0));
        }
    }

    private static bool Bears(PaperSpec spec, string brief) => spec.People.Any(person => WordForms.FirstAndLast(person.Printed) == brief);

    private void AskNumbers()
    {
        for (var i = 0; i < OfClass; i++)
        {
            var about = AnySpec(spec => spec.IsDecision);
            var whole = about.WholeNumber;
            var typed = (i % 6) switch
            {
                0 => whole,
                1 => WordForms.WithoutMarks(whole).ToLowerInvariant(),
                2 => $"{about.Number} /{about.Symbol}",
                3 => $"số {whole}",
                4 => $"quyết định {whole} ngày {about.Date.Day} tháng {about.Date.Month} năm {about.Date.Year}",
                _ => $"0{whole}",
            };
            asked.Add((QueryClass.Numbers, typed, (spec, _) => spec.WholeNumber == whole ? 3 : spec.Cited.Contains(whole) ? 1 : 0));
        }
    }

    /// <summary>A province of today for papers of 1976 to 1989, and one spelling for another.</summary>
    private void AskOldPlaces()
    {
        for (var i = 0; i < OfClass; i++)
        {
            if (i % 4 == 3)
            {
                var spellings = random.Pick(CorpusPlaces.Spellings);
                var about = AnySpec(spec => spec.Province.Name == spellings[0] || spec.District == spellings[0]);
                asked.Add((QueryClass.OldPlaces, $"{about.Award} {random.Pick(spellings)}",
                    (spec, _) => spec.Award == about.Award && (spec.Province.Name == spellings[0] || spec.District == spellings[0]) ? 3 : 0));
            }
            else
            {
                var about = AnySpec(spec => spec.Province.IsMerged && spec.Class is not null);
                var later = about.Province.Districts.First(district => district.Name == about.District).Later;
                asked.Add((QueryClass.OldPlaces, $"{about.Award} hạng {about.Class} tỉnh {later}",
                    (spec, _) => spec.Award != about.Award || spec.Class != about.Class ? 0 : spec.Province.Name == later || LiesIn(spec, later) ? 3 : 0));
            }
        }
    }

    /// <summary>Its own district or one of a person in it came to be in that province.</summary>
    private static bool LiesIn(PaperSpec spec, string later) =>
        spec.Province.IsMerged && spec.Province.Districts.Any(district =>
            district.Later == later && (district.Name == spec.District || spec.People.Any(person => person.District == district.Name)));

    private void AskQuestions()
    {
        foreach (var (text, grade) in Questions.ByHand) asked.Add((QueryClass.Questions, text, (spec, _) => grade(spec)));
        for (var more = OfClass; more > 0;)
        {
            if (Questions.About(AnySpec(_ => true), random) is not { } question) continue;
            asked.Add((QueryClass.Questions, question.Text, (spec, _) => question.Grade(spec)));
            more--;
        }
    }

    private PaperSpec AnySpec(Func<PaperSpec, bool> fits)
    {
        while (true)
        {
            var spec = random.Pick(papers.Specs.ToArray());
            if (fits(spec)) return spec;
        }
    }

    /// <summary>Of three words or more, and read as it is.</summary>
    private string AnyName(Func<PaperSpec, bool> fits)
    {
        while (true)
        {
            var spec = AnySpec(spec => fits(spec) && spec.People.Count > 0);
            var person = random.Pick(spec.People.ToArray());
            if (person.Name == person.Printed && person.Name.Count(character => character == ' ') >= 2) return person.Name;
        }
    }
}

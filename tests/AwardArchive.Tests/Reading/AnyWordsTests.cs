using AwardArchive.Reading;
using AwardArchive.Recognition;
using CsCheck;

namespace AwardArchive.Tests.Reading;

/// <summary>Whatever the engine gives, reading ends, and says nothing that is not on the page.</summary>
public sealed class AnyWordsTests
{
    private const int Width = 2480, Height = 3508;

    private static readonly EngineInfo Engine = new("test", "1", null, new Dictionary<string, string>());

    private static readonly string[] Cues =
    [
        "Số:", "Số", "/QĐ-UB", "345", "345/QĐ-UB", "12-CT/TU", "V/v", "QUYẾT", "ĐỊNH", "QUYẾT ĐỊNH", "ngày", "tháng", "năm", "2015", "Căn", "cứ", "___", "TM.", "KT.", "CHỦ", "TỊCH", "CHỦ TỊCH",
        "Nguyễn", "Văn", "An", "Nơi", "nhận:", "- ", "-", "Lưu:", "(Kèm", "theo", "MẬT", "SAO", "Y", "Độc", "lập", "Hạnh", "phúc", "DANH SÁCH", "NGƯỜI", "KHAI", ".", "(", ")",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.String[1, 12], Gen.Int[0, Cues.Length - 1].Select(i => Cues[i]));

    [Fact]
    public void No_words_make_it_fail()
    {
        var word = Gen.Select(Text, Gen.Int[-50, 3000], Gen.Int[-50, 4000], Gen.Int[0, 900], Gen.Int[0, 90], Gen.Int[0, 9])
            .Select((text, x, y, width, height, line) => new Word(text, x, y, width, height, 0.5, line, 0));
        word.Array[0, 60].Array[1, 3].Sample(pages => Check([.. pages.Select((words, i) => new PageWords(i + 1, Width, Height, words, Engine))]));
    }

    [Fact]
    public void No_page_upside_down_makes_it_fail()
    {
        var line = Text.Array[1, 8];
        line.Array[1, 30].Sample(lines => Check([new(1, Width, Height, [.. lines.SelectMany((words, i) => words.Select((text, j) =>
            new Word(text, Width - (300 * j) - 300, Height - (80 * i) - 80, 280, 40, 0.3, i, 0)))], Engine)]));
    }

    [Fact]
    public void Words_without_size_and_pages_without_words_do_not_make_it_fail()
    {
        Check([new(1, 0, 0, [], Engine), new(2, 0, 0, [new("Số:", 0, 0, 0, 0, 0, 0, 0), new("1/QĐ-UB", 0, 0, 0, 0, 0, 0, 0)], Engine)]);
        Check([]);
    }

    /// <summary>Every rule meets the most of what it looks for: were one of them to look at each pair, this would not end.</summary>
    [Theory]
    [InlineData("CHỦ TỊCH")]
    [InlineData("KT. CHỦ TỊCH")]
    [InlineData("Số: 345/QĐ-UB")]
    [InlineData("(Kèm theo Quyết định số 1/QĐ-UB ngày 2/9/1990)")]
    [InlineData("Nơi nhận:")]
    [InlineData("ngày")]
    [InlineData("1111111111")]
    [InlineData("IIIIIIIIII")]
    [InlineData("Độc lập - Tự do - Hạnh phúc")]
    [InlineData("Nguyễn Văn An")]
    [InlineData("QUYẾT ĐỊNH")]
    public void A_page_of_a_hundred_thousand_words_is_read(string line)
    {
        const int Words = 100_000;
        var parts = line.Split(' ');
        var words = Enumerable.Range(0, Words).Select(i => new Word(parts[i % parts.Length], 100 * (i % 20), 30 * (i / 20), 90, 20, 0.9, i / 20, 0)).ToArray();
        Check([new(1, Width, 30 * Words / 20, words, Engine)]);
    }

    private static void Check(IReadOnlyList<PageWords> pages)
    {
        var facts = MachineReader.Read(pages).Facts;
        Assert.All(HeadTests.Facts(facts), fact =>
        {
            Assert.InRange(fact.Confidence, 0, 1);
            Assert.NotEmpty(fact.Value);
            Assert.Contains(pages, page => page.Page == fact.Page);
        });
    }
}

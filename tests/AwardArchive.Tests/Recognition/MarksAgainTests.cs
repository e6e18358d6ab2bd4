using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;

namespace AwardArchive.Tests.Recognition;

/// <summary>Names whose marks are looked at twice.</summary>
public sealed class MarksAgainTests
{
    [Theory]
    [InlineData("Chiếu", 0.97, "Chiểu", 0.95, "Chiểu")]
    [InlineData("Chiếu", 0.97, "Chiểu", 0.86, "Chiếu")]
    [InlineData("Hô", 0.5, "Hồ", 0.6, "Hồ")]
    [InlineData("Chiếu,", 0.9, "Chiểu.", 0.95, "Chiểu,")]
    [InlineData("(Bồ)", 0.9, "BỐ", 0.95, "(Bố)")]
    [InlineData("Bố", 0.5, "BỐ", 0.95, "Bố")]
    [InlineData("Hoà", 0.5, "Hòa", 0.95, "Hoà")]
    [InlineData("Phạn", 0.7, "Phạm", 0.95, "Phạm")]
    [InlineData("Phạn", 0.7, "Phạm", 0.85, "Phạn")]
    [InlineData("Thủy", 0.5, "Thủyq", 0.95, "Thủy")]
    [InlineData("Uẩn", 0.5, "Uẩn8", 0.95, "Uẩn")]
    public void The_surer_look_is_taken_and_signs_and_capitals_stay(string first, double sure, string second, double surer, string taken) =>
        Assert.Equal(taken, MarksAgain.Better(WordOf(first, 0, 0, sure), WordOf(second, 9, 9, surer)).Text);

    [Theory]
    [InlineData("Hiến", 0.97, "Hiển", 0.7, "Hiển", "Hiển")]
    [InlineData("Hiến", 0.97, "Hiển", 0.7, "Hiến", "Hiến")]
    [InlineData("Hiến", 0.97, "Hiển", 0.7, "Hiên", "Hiến")]
    [InlineData("Phạn", 0.97, "Phạm", 0.7, "Phạm", "Phạn")]
    public void A_third_look_decides_between_marks(string first, double sure, string second, double less, string third, string taken) =>
        Assert.Equal(taken, MarksAgain.Better(WordOf(first, 0, 0, sure), WordOf(second, 0, 0, less), WordOf(third, 0, 0, 0.6)).Text);

    [Fact]
    public void What_was_read_first_is_another_reading_and_the_place_stays()
    {
        var word = MarksAgain.Better(WordOf("Chiếu", 40, 3, 0.96), WordOf("Chiểu", 0, 0, 0.96));

        Assert.Equal(("Chiểu", 40, 3, 0.96), (word.Text, word.X, word.Line, word.Confidence));
        Assert.Equal([new AlternativeReading("Chiếu", 0.5)], word.Alternatives);
    }

    [Theory]
    [InlineData("ông Nguyễn Văn Chiểu sinh năm", "Chiểu")]
    [InlineData("Nguyễn Khắc Chiểu", "Khắc Chiểu")]
    [InlineData("Quảng Trị", "Quảng Trị")]
    [InlineData("bà Trần Thị Ỷ", "Ỷ")]
    // Without marks, usual, small, in capitals, alone, or parted from the name by a sign.
    [InlineData("Nguyễn Thanh Minh")]
    [InlineData("Nguyễn Thị Hoa")]
    [InlineData("ông được tặng thưởng")]
    [InlineData("ỦY BAN NHÂN DÂN")]
    [InlineData("Điều khoản")]
    [InlineData("Nguyễn, Đức")]
    public void Words_of_names_that_bear_marks_are_looked_at(string line, params string[] looked)
    {
        var words = Line(line);

        Assert.Equal(looked, MarksAgain.Find(words, []).Select(stretch => string.Join(' ', words[stretch.From..stretch.To].Select(word => word.Text))));
    }

    [Fact]
    public void Where_a_seal_is_nothing_is_looked_at()
    {
        var words = Line("Nguyễn Khắc Chiểu");

        Assert.Empty(MarksAgain.Find(words, [new(PageRegionKind.Seal, words[2].X, 5, 10, 10, 0.9)]));
    }

    [Fact]
    public void Names_far_apart_and_on_other_lines_are_not_one()
    {
        Word[] words = [WordOf("Đức", 0, 0, 0.9), WordOf("Hiển", 300, 0, 0.9), WordOf("Uẩn", 360, 1, 0.9)];

        Assert.Empty(MarksAgain.Find(words, []));
    }

    /// <remarks>The same scan without a second look has several of them wrong.</remarks>
    [Fact]
    public async Task Names_that_differ_in_a_small_mark_are_read_right()
    {
        string[] names = ["Nguyễn Khắc Chiểu", "Hoàng Viết Hiển", "Ngô Quang Uẩn", "Phan Công Thảng", "Trần Công Liễn", "Phạm Văn Hiển", "Lê Đình Chiểu", "Võ Trọng Mẫn"];
        var (looked, once) = (await MissingAsync(names, TimeSpan.FromSeconds(20)), await MissingAsync(names, TimeSpan.Zero));

        Assert.InRange(looked, 0, once);
        Assert.InRange(looked, 0, 1);
    }

    private static async Task<int> MissingAsync(string[] names, TimeSpan budget)
    {
        await using var bench = new RecognitionBench(options => options.RetryBudget = budget);
        using var page = TestPaper.Scan(300, canvas =>
        {
            for (var i = 0; i < names.Length; i++) TestPaper.DrawLine(canvas, $"{i + 1}. {names[i]}, sinh năm 19{20 + i}, quê quán tỉnh Quảng Trị", 60, 100 + (24 * i), 13);
        });
        TestPaper.SavePng(page, bench.PathOf("page.png"));
        var read = string.Join(' ', (await bench.RecognizeAsync(bench.PathOf("page.png"), "image/png")).Words.Words.Select(word => word.Text));
        return names.Count(name => !read.Contains(name, StringComparison.Ordinal));
    }

    private static Word[] Line(string text)
    {
        var x = 0;
        return [.. text.Split(' ').Select(word => WordOf(word, (x += 10 * word.Length + 10) - (10 * word.Length), 0, 0.9))];
    }

    private static Word WordOf(string text, int x, int line, double confidence) => new(text, x, line * 30, 10 * text.Length, 20, confidence, line, 0);
}

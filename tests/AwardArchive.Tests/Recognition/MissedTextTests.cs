using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;
using CsCheck;

namespace AwardArchive.Tests.Recognition;

public sealed class MissedTextTests
{
    private const int Dpi = 200;

    [Fact]
    public async Task The_number_of_a_page_that_stands_alone_at_its_head_is_not_lost()
    {
        await using var bench = new RecognitionBench();
        using var page = TestPaper.Scan(Dpi, canvas =>
        {
            TestPaper.DrawLine(canvas, "2", 297, 40, 13);
            for (var line = 0; line < 12; line++)
                TestPaper.DrawLine(canvas, "Điều 2. Chánh Văn phòng và thủ trưởng các cơ quan chịu trách nhiệm thi hành.", 60, 100 + (22 * line));
        });
        TestPaper.SavePng(page, bench.PathOf("page.png"));

        var words = (await bench.RecognizeAsync(bench.PathOf("page.png"), "image/png")).Words.Words;

        Assert.Equal("2", words[0].Text);
        Assert.NotEqual(words[0].Line, words[1].Line);
    }

    [Fact]
    public void A_row_goes_into_its_line_or_between_two_and_nothing_else_is_moved() => Rows.Sample(example =>
    {
        var (rows, y, count) = example;
        List<PlacedWord> words = [.. rows.SelectMany((columns, line) => Enumerable.Range(0, columns).Select(column => Placed($"{line}-{column}", 50 * column, 30 * line, line)))];
        var before = words.ToList();
        var row = Enumerable.Range(0, count).Select(i => Placed("new", 25 + (50 * i), y, 0)).ToList();

        PlacedWord.Insert(words, row);

        Assert.Equal(before.Select(word => (word.Word.Text, word.Prepared)), words.Where(word => word.Word.Text != "new").Select(word => (word.Word.Text, word.Prepared)));
        Assert.Equal(count, words.Count(word => word.Word.Text == "new"));
        Assert.Equal(words.Select(word => word.Word.Line).Order(), words.Select(word => word.Word.Line));
        foreach (var line in words.GroupBy(word => word.Word.Line))
        {
            Assert.Equal(line.Select(word => word.Prepared.X).Order(), line.Select(word => word.Prepared.X));
            Assert.InRange(line.Max(word => word.Prepared.Y) - line.Min(word => word.Prepared.Y), 0, 10);
        }
        // From top to bottom.
        Assert.Equal(words.Select(word => word.Prepared.Y / 30).Order(), words.Select(word => word.Prepared.Y / 30));
    });

    [Theory]
    [InlineData(0.97, true, "CHỦ", "TỊCH")]
    [InlineData(0.55, true, "3")]
    [InlineData(0.9, true, "2.")]
    [InlineData(0.3, false, "24")]
    [InlineData(0.6, false, "CHỦ", "TỊCH")]
    [InlineData(0.9, false, "l")]
    [InlineData(0.9, false, "wtz", "Hà", "frx", "ghj")]
    [InlineData(0.9, false, "—")]
    [InlineData(0.9, false)]
    public void Only_what_reads_as_text_is_taken(double confidence, bool isText, params string[] words) =>
        Assert.Equal(isText, MissedText.IsText([.. words.Select(word => new Word(word, 0, 0, 1, 1, confidence, 0, 0))]));

    /// <summary>Lines of words every 30 pixels, and where the new row stands: in a line or, at 20 and more below its head, under it.</summary>
    private static readonly Gen<(int[] Rows, int Y, int Count)> Rows =
        Gen.Select(Gen.Int[1, 4].Array[0, 6], Gen.Int[0, 6], Gen.Int[0, 8], Gen.Int[1, 3]).Select((rows, line, down, count) => (rows, (30 * line) + down, count));

    private static PlacedWord Placed(string text, int x, int y, int line) => new(new Word(text, x, y, 20, 20, 0.9, line, line / 3), new Box(x, y, 20, 20));
}

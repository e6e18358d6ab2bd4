using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class ConfusionModelTests
{
    private static readonly Gen<string> Word = Gen.Char["aăâấẩậdđeêinmrtuư1l0oO\uD800#"].Array[0, 7].Select(letters => new string(letters));

    private static readonly ConfusionModel Small = new(
    [
        new("ẩ", "ấ", 100, 1000), new("đ", "d", 20, 1000), new("l", "1", 50, 1000), new("i", "", 10, 1000), new("", "i", 5, 10_000),
        new("rn", "m", 30, 1000), new("m", "rn", 40, 1000),
    ]);

    [Fact]
    public void What_was_seen_often_costs_little()
    {
        var model = ConfusionModel.Learnt;
        Assert.Equal(0, model.Distance("thưởng", "thưởng", 1));
        Assert.Equal(0, model.Distance("THƯỞNG", "thưởng", 1));
        Assert.InRange(model.Distance("thấm", "thẩm", 1), 0.01, 0.4);
        Assert.InRange(model.Distance("dảng", "đảng", 1), 0.01, 0.5);
        Assert.Equal(1, model.Distance("zảng", "đảng", 1));
        Assert.True(model.Distance("thấm", "thẩm", 1) < model.Distance("thâm", "tham", 1));
    }

    [Theory]
    [InlineData("bam", "barn", true)]
    [InlineData("barn", "bam", true)]
    [InlineData("thi", "th", true)] // an i added
    [InlineData("th", "thi", true)] // an i lost
    [InlineData("bán", "ban", false)]
    public void Letters_may_merge_split_and_be_lost(string read, string truth, bool cheap) =>
        Assert.Equal(cheap, Small.Distance(read, truth, 3) < 0.9);

    [Fact]
    public void Reading_hỏi_as_sắc_is_believed_of_letters_that_were_never_seen_so() =>
        Assert.True(Small.Distance("ấ", "ẩ", 1) < 0.3 && Small.Distance("bủn", "bún", 1) == 1);

    [Fact]
    public void Beyond_the_limit_a_distance_is_infinite_and_within_it_the_same() => Gen.Select(Word, Word, Gen.Double[0, 4]).Sample((read, truth, limit) =>
    {
        foreach (var model in new[] { Small, ConfusionModel.Learnt })
        {
            var whole = model.Distance(read, truth, double.PositiveInfinity);
            Assert.InRange(whole, 0, Math.Max(read.Length, truth.Length));
            Assert.Equal(whole <= limit ? whole : double.PositiveInfinity, model.Distance(read, truth, limit));
        }
    });

    [Fact]
    public void The_readings_of_a_word_are_those_whose_distance_is_within() =>
        Gen.Select(Word, Word.Array[0, 30], Gen.Double[0, 2]).Sample((read, words, maxCost) =>
        {
            var expected = words.Distinct().Select(word => new PossibleReading(word, Small.Distance(read, word, maxCost))).Where(reading => reading.Cost <= maxCost)
                .OrderBy(reading => reading.Cost).ThenBy(reading => reading.Word, StringComparer.Ordinal).ToList();
            Assert.Equal(expected, Small.Readings(read, new WordTree(words), maxCost, int.MaxValue));
            Assert.Equal(expected.Take(3), Small.Readings(read, new WordTree(words), maxCost, 3));
        });

    [Fact]
    public void A_tree_has_its_words_and_no_others() => Gen.Select(Word.Array[0, 20], Word).Sample((words, other) =>
    {
        var tree = new WordTree(words);
        Assert.All(words, word => Assert.True(tree.Contains(word)));
        Assert.Equal(words.Contains(other), tree.Contains(other));
    });

    [Fact]
    public void Any_two_texts_have_a_distance() => Gen.Select(Texts.Any, Texts.Any).Sample((read, truth) =>
    {
        var distance = ConfusionModel.Learnt.Distance(read, truth, 10);
        Assert.True(distance is >= 0 and <= 10 || double.IsPositiveInfinity(distance));
        Assert.Equal(0, ConfusionModel.Learnt.Distance(read, read, 0));
    });

    [Fact]
    public void A_table_is_read_as_it_was_written()
    {
        Confusion[] table = [new("ẩ", "ấ", 9, 90), new("", "l", 2, 90), new("rn", "m", 2, 5)];
        var file = new StringWriter();
        file.WriteLine("# a comment");
        ConfusionTable.Write(file, table);
        Assert.Equal(table, ConfusionTable.Read(new StringReader(file.ToString())));
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\tb\tmany\t3")]
    public void A_broken_table_is_refused(string line) => Assert.Throws<FormatException>(() => ConfusionTable.Read(new StringReader(line)).ToList());
}

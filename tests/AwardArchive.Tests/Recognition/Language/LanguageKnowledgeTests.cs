using AwardArchive.Demo;
using AwardArchive.Demo.Papers;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Language;
using AwardArchive.Tests.Vietnamese;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Recognition.Language;

public sealed class LanguageKnowledgeTests
{
    private const int MaxAlternatives = 4;

    [Theory]
    [InlineData("Hội đông nhân dân tỉnh", "đông", "đồng")]
    [InlineData("Uỷ ban nhân đân huyện", "đân", "dân")]
    [InlineData("CỘNG HÒA XÃ HỘI CHÚ NGHĨA VIỆT NAM", "CHÚ", "CHỦ")]
    [InlineData("Quvết định này có hiệu lực", "Quvết", "Quyết")]
    [InlineData("các ông, bà có tên trong đanh sách kèm theo", "đanh", "danh")]
    public void What_a_phrase_of_the_field_makes_sure_is_corrected_and_what_was_read_is_kept(string line, string raw, string corrected)
    {
        var read = Assert.Single(Read(line), word => word.IsCorrected);
        Assert.Equal(corrected, read.Text);
        Assert.Equal(new(raw, 1), read.Alternatives[0]);
    }

    [Theory]
    [InlineData("Ông Nguyễn Văn Chất, sinh năm 1933")]
    [InlineData("Bà Trần Thị Ấn, xã Hải Dương, huyện Triệu Phong")]
    [InlineData("Mẹ Lê Thị Bân; con là liệt sĩ Hồ Văn Đan")]
    [InlineData("1 HỒ THỊ BẠN 1924 Ba Lòng, Đakrông")]
    [InlineData("số 36/QĐ-UB ngày 20 tháng 10 năm 1975")]
    [InlineData("s m c")]
    public void Names_numbers_and_single_letters_are_never_corrected(string line) =>
        Assert.Equal(line, string.Join(' ', Read(line).Select(word => word.Text)));

    [Theory]
    [InlineData("Trần Thị Ấn", "Ấn", "Ẩn")]
    [InlineData("T5", "T5", "15")]
    [InlineData("tháng II", "II", "11")]
    [InlineData("19S8", "19S8", "1988")]
    [InlineData("§", "§", "8")]
    [InlineData("khen th-\nưởng cho", "th-", "thưởng")]
    [InlineData("khen th ưởng, cho", "th", "thưởng,")]
    [InlineData("BÀ MẸ HẠNG NHỈ", "NHỈ", "NHÌ")]
    [InlineData("kỹ niệm", "kỹ", "kỷ")]
    public void What_may_stand_there_instead_is_another_reading(string text, string raw, string other) =>
        Assert.Contains(other, Assert.Single(Read(text), word => word.Text == raw).Alternatives.Select(reading => reading.Text));

    [Fact]
    public void A_stroke_after_Điều_at_the_start_of_a_line_is_a_one()
    {
        var words = Read("Điều l. Tặng thưởng\ntheo điều L. của\nĐiều L. Phong tặng\nĐiều lệ");
        Assert.Equal("Điều 1. Tặng thưởng theo điều L. của Điều 1. Phong tặng Điều lệ", string.Join(' ', words.Select(word => word.Text)));
        Assert.Equal([new("l.", 1)], words[1].Alternatives);
        Assert.True(words[1].IsCorrected);
    }

    [Fact]
    public void Papers_without_errors_stay_as_they_are()
    {
        using var fonts = new DemoFonts();
        foreach (var kind in Enum.GetValues<DemoKind>())
        {
            var paper = DemoPapers.LayOut(DemoSet.One(kind, DemoLevel.Clean, DemoContainer.PdfGray).Documents[0], fonts);
            var words = paper.Sheets.SelectMany(sheet => sheet.Words).Select(word => new Word(word.Text, 0, 0, 1, 1, 0.8, word.Line, word.Block)).ToList();
            Assert.DoesNotContain(LanguageKnowledge.Default.Read(words), word => word.IsCorrected);
        }
    }

    [Fact]
    public void Words_keep_their_place_their_digits_and_nearly_their_length() => Pages.Sample(words =>
    {
        var read = LanguageKnowledge.Default.Read(words);
        Assert.Equal(words.Select(word => (word.Box, word.Line, word.Block, word.Confidence)), read.Select(word => (word.Box, word.Line, word.Block, word.Confidence)));
        foreach (var (was, now) in words.Zip(read))
        {
            Assert.Equal(was.Text != now.Text, now.IsCorrected);
            // A digit stays one, where it is; a word that has some gets no other letters.
            if (was.Text.Any(char.IsDigit)) Assert.Equal(was.Text.Length, now.Text.Length);
            if (was.Text.Any(char.IsDigit)) Assert.All(was.Text.Zip(now.Text), signs => Assert.True(signs.First == signs.Second || (!char.IsDigit(signs.First) && char.IsAsciiDigit(signs.Second))));
            Assert.InRange(now.Text.Length, was.Text.Length - 2, was.Text.Length + 2);
            Assert.InRange(now.Alternatives.Count, 0, MaxAlternatives);
            Assert.DoesNotContain(now.Text, now.Alternatives.Select(reading => reading.Text));
            Assert.All(now.Alternatives, reading => Assert.True(reading.Score is > 0 and <= 1 && reading.Text.Length > 0));
            Assert.Equal(now.Alternatives.OrderByDescending(reading => reading.Score), now.Alternatives);
            if (now.IsCorrected) Assert.Equal(was.Text, now.Alternatives[0].Text);
        }
    });

    [Fact]
    public void The_same_page_is_always_read_the_same()
    {
        var fresh = new LanguageKnowledge(Lexicon.Default, ConfusionModel.Learnt);
        Pages.Sample(words =>
        {
            var one = LanguageKnowledge.Default.Read(words);
            foreach (var (a, b) in one.Zip(fresh.Read(words)))
            {
                Assert.Equal(a.Text, b.Text);
                Assert.Equal(a.Alternatives, b.Alternatives);
            }
        });
    }

    /// <summary>Words of the field with letters changed at random, and rubbish.</summary>
    private static readonly Gen<List<Word>> Pages = Gen.Select(
            Gen.OneOf("hội đồng nhân dân", "Quyết định", "ỦY BAN", "bà mẹ Việt Nam anh hùng", "Điều", "ngày 20 tháng 10 năm 1975", "26/KH-UBND", "l.", "9 I0 II l2", "l9/5/I975", "th- ưởng"),
            Gen.Int[0, 12], Texts.Any, Gen.Double[0, 1], Gen.Int[0, 3])
        .Select((phrase, at, rubbish, confidence, kind) => (
            Text: kind == 0 ? rubbish : at < phrase.Length ? phrase[..at] + (rubbish.Length > 0 ? rubbish[0] : 'x') + phrase[(at + 1)..] : phrase, confidence))
        .Array[0, 12].Select(pieces => pieces.SelectMany((piece, line) => piece.Text.Split(' ').Select((text, i) =>
            new Word(text, i, line, 1, 1, piece.confidence, line, line / 3))).ToList());

    private static IReadOnlyList<Word> Read(string text) => LanguageKnowledge.Default.Read(
        [.. text.Split('\n').SelectMany((line, i) => line.Split(' ').Select(word => new Word(word, 0, 0, 1, 1, 0.8, i, 0)))]);
}

using AwardArchive.Recognition;
using AwardArchive.Recognition.Language;
using CsCheck;

namespace AwardArchive.Tests.Recognition.Language;

public sealed class MisreadNumbersTests
{
    private const int RowHeight = 40;
    private const int NumberWidth = 24;

    [Theory]
    [InlineData("ngày 2O tháng l0 năm I975", "ngày 20 tháng 10 năm 1975")]
    [InlineData("ngày ll tháng 4 năm 1967", "ngày 11 tháng 4 năm 1967")]
    [InlineData("ngày 14 tháng § năm I§97,", "ngày 14 tháng 8 năm 1897,")]
    [InlineData("hồi § giờ 30 phút", "hồi 8 giờ 30 phút")]
    [InlineData("tại Điều I chịu trách nhiệm", "tại Điều 1 chịu trách nhiệm")]
    [InlineData("Số: §13 KT/HĐNN", "Số: 813 KT/HĐNN")]
    [InlineData("Số: 3I6-KT/HĐBT", "Số: 316-KT/HĐBT")]
    [InlineData("số 05/2012/UBTVQHI3", "số 05/2012/UBTVQH13")]
    [InlineData("(l6); l9/5/1975", "(16); 19/5/1975")]
    [InlineData("ngày 4 tháng 3 năm 1967 và ngày 11 tháng II năm 1968", "ngày 4 tháng 3 năm 1967 và ngày 11 tháng 11 năm 1968")]
    public void What_can_only_be_a_number_gets_its_digits_and_keeps_what_was_read(string raw, string shown)
    {
        var read = Read(raw);
        Assert.Equal(shown, string.Join(' ', read.Select(word => word.Text)));
        foreach (var (was, now) in raw.Split(' ').Zip(read).Where(pair => pair.First != pair.Second.Text))
        {
            Assert.True(now.IsCorrected);
            Assert.Equal(new(was, 1), now.Alternatives[0]);
        }
    }

    [Theory]
    [InlineData("ngày 4 tháng II năm 1968")]
    [InlineData("ngày 4 tháng II năm 1968, ngày 5 tháng 3 năm 1968, ngày 6 tháng IX năm 1968")]
    [InlineData("Chương I và Chương II, hạng II, khóa I")]
    [InlineData("T5 L2 B40 [1] [1955] 198S S8 § 13")]
    [InlineData("điều l và điều i")]
    [InlineData("18 tháng 6 năm 1965")]
    public void What_may_be_something_else_is_shown_as_read(string line) =>
        Assert.Equal(line, string.Join(' ', Read(line).Select(word => word.Text)));

    [Fact]
    public void The_rows_of_a_list_count_up_whatever_was_read_of_their_numbers() =>
        Gen.Int[1, 40].SelectMany(first => Gen.Int[3, 30].SelectMany(rows => Gen.Char["0123456789"].Array[rows].Select(choice => (first, choice)))).Sample(list =>
        {
            // No two neighbors are misread: one of them must tell the other.
            var numbers = list.choice.Select((choice, row) => (Truth: $"{list.first + row}", IsMisread: row % 2 == 0)).ToList();
            var words = numbers.SelectMany((number, row) => (Word[])
            [
                new(number.IsMisread ? Misread(number.Truth, list.choice[row]) : number.Truth, 100, row * RowHeight, NumberWidth, 20, 0.6, row, 0),
                new("NGUYỄN", 200, row * RowHeight, 100, 20, 0.9, row, 0),
            ]).ToList();
            var heads = LanguageKnowledge.Default.Read(words).Where((_, i) => i % 2 == 0).Select(word => word.Text);
            Assert.Equal(numbers.Select(number => number.Truth), heads);
        });

    [Fact]
    public void Roman_chapters_and_columns_of_codes_are_no_rows()
    {
        Assert.DoesNotContain(Column("I.", "1.", "2.", "II.", "1.", "2.", "III."), word => word.IsCorrected);
        Assert.DoesNotContain(Column("T2", "T3", "T4", "T5"), word => word.IsCorrected);
        // The one of the chapter's first row was lost.
        var chapter = Read("I. TÌNH HÌNH\n2. Kết quả");
        Assert.Equal("I.", chapter[0].Text);
    }

    [Fact]
    public void A_sign_beside_the_column_of_numbers_is_none_of_them()
    {
        var words = LanguageKnowledge.Default.Read([new("|", 40, 0, 4, 20, 0.3, 0, 0), new("2", 100, 40, 12, 20, 0.9, 1, 0), new("3", 100, 80, 12, 20, 0.9, 2, 0)]);
        Assert.Equal("|", words[0].Text);
    }

    private static string Misread(string number, char choice) =>
        number.Replace('1', "Il"[choice % 2]).Replace('8', '§').Replace('0', choice > '0' ? 'O' : '0');

    private static IReadOnlyList<Word> Column(params string[] heads) => LanguageKnowledge.Default.Read(
        [.. heads.Select((head, row) => new Word(head, 100, row * RowHeight, NumberWidth, 20, 0.6, row, 0))]);

    private static IReadOnlyList<Word> Read(string text) => LanguageKnowledge.Default.Read(
        [.. text.Split('\n').SelectMany((line, i) => line.Split(' ').Select(word => new Word(word, 0, 0, 1, 1, 0.8, i, 0)))]);
}

using System.Globalization;
using System.Text;
using AwardArchive.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

public sealed class DateMentionTests
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    [Theory]
    [InlineData("20/7/1954", "1954-07-20", DateForm.Figures)]
    [InlineData("20-07-1954", "1954-07-20", DateForm.Figures)]
    [InlineData("20.7.1954", "1954-07-20", DateForm.Figures)]
    [InlineData("20 / 7 / 1954", "1954-07-20", DateForm.Figures)]
    [InlineData("ngày 20 tháng 7 năm 1954", "1954-07-20", DateForm.Figures)]
    [InlineData("Ngày 26tháng 7 năm 2012", "2012-07-26", DateForm.Figures)]
    [InlineData("ngay 20 thang 7 nam 1954", "1954-07-20", DateForm.Figures)]
    [InlineData("tháng 8 năm 1948", "1948-08", DateForm.Figures)]
    [InlineData("tháng 8/1948", "1948-08", DateForm.Figures)]
    [InlineData("tháng 8-1948", "1948-08", DateForm.Figures)]
    [InlineData("tháng 8 1948", "1948-08", DateForm.Figures)]
    [InlineData("ngày 20/7 năm 1954", "1954-07-20", DateForm.Figures)]
    [InlineData("năm 1968", "1968", DateForm.Figures)]
    [InlineData("tháng năm 1968", "1968", DateForm.Figures)]
    [InlineData("tháng năm năm 1968", "1968-05", DateForm.Words)]
    [InlineData("ngày hai mươi tháng bảy năm một nghìn chín trăm tám mươi lăm", "1985-07-20", DateForm.Words)]
    [InlineData("ngày hai mươi lăm tháng năm năm một nghìn chín trăm bảy mươi lăm", "1975-05-25", DateForm.Words)]
    [InlineData("ngày ba mươi mốt tháng mười hai năm một ngàn chín trăm linh năm", "1905-12-31", DateForm.Words)]
    [InlineData("ngày mười lăm tháng mười năm hai nghìn không trăm mười bốn", "2014-10-15", DateForm.Words)]
    [InlineData("ngày hai mươi mốt tháng tư năm hai nghìn", "2000-04-21", DateForm.Words)]
    [InlineData("ngay hai muoi thang bay nam mot nghin chin tram tam muoi lam", "1985-07-20", DateForm.Words)]
    [InlineData("mồng 2 tháng 9 năm 1945", "1945-09-02", DateForm.MaybeLunar)]
    [InlineData("ngày mùng hai tháng giêng năm 1946", "1946-01-02", DateForm.MaybeLunar)]
    [InlineData("ngày rằm tháng chạp năm 1950", "1950-12-15", DateForm.MaybeLunar)]
    [InlineData("ngày 2 tháng giêng âm lịch", null, DateForm.Lunar)]
    [InlineData("mồng 5 tháng giêng", null, DateForm.Lunar)]
    [InlineData("ngày 12 tháng 3 năm Mậu Thân", null, DateForm.Lunar)]
    [InlineData("ngày 12 tháng 3 năm 1968 (âm lịch", null, DateForm.Lunar)]
    [InlineData("năm Ất Dậu", null, DateForm.Lunar)]
    [InlineData("ngày 27 tháng 7", null, DateForm.WithoutYear)]
    [InlineData("ngày 27/7", null, DateForm.WithoutYear)]
    public void A_date_is_read_as_far_as_it_is_given(string written, string? date, DateForm form)
    {
        foreach (var normalization in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var text = $"Hy sinh, {written}. Nay".Normalize(normalization);
            var found = Assert.Single(DateMention.FindAll(text));
            Assert.Equal((date, form, written), (found.Date?.ToString(), found.Form, text[found.Start..found.End].Normalize()));
        }
    }

    [Theory]
    [InlineData("11/15/2018")]
    [InlineData("30/2/1968")]
    [InlineData("ngày 30 tháng 2 năm 1968")]
    [InlineData("ngày 3 tháng 13 năm 1968")]
    [InlineData("145/2013/NĐ-CP")]
    [InlineData("1.2.3.1968")]
    [InlineData("1/2-1968")]
    [InlineData("1968")]
    [InlineData("hai mươi năm kháng chiến")]
    [InlineData("năm anh em")]
    [InlineData("năm năm")]
    [InlineData("ngày hội của tháng")]
    [InlineData("192.168.1968")]
    [InlineData("")]
    public void What_is_no_date_is_not_made_one(string text) => Assert.Empty(DateMention.FindAll(text));

    [Fact]
    public void Dates_are_found_in_order()
    {
        const string Text = "sinh năm 1950, nhập ngũ tháng 2/1968, hy sinh ngày 5-5-1969 (QĐ số 12/QĐ-TTg ngày 2 tháng 9 năm 1970), 15/2/1971";
        Assert.Equal(
            ["1950", "1968-02", "1969-05-05", "1970-09-02", "1971-02-15"],
            DateMention.FindAll(Text).Select(found => found.Date?.ToString()));
    }

    [Fact]
    public void A_date_written_out_in_words_is_read_back() =>
        Gen.Date[new DateTime(1801, 1, 1), new DateTime(2198, 12, 31)].Sample(date =>
        {
            var month = date.Month == 4 ? "tư" : InWords(date.Month);
            var found = Assert.Single(DateMention.FindAll($"ngày {InWords(date.Day)} tháng {month} năm {InWords(date.Year)}"));
            Assert.Equal(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), found.Date?.ToString());
        });

    [Fact]
    public void Mentions_of_any_text_lie_in_it_in_order() =>
        Gen.Select(Texts.Any, Gen.OneOf("ngày", "tháng 7", "năm", "20/7/1954", "mồng hai", "âm lịch", "một nghìn"), Texts.Any).Sample((before, middle, after) =>
        {
            var text = $"{before} {middle} {after}";
            var end = 0;
            foreach (var found in DateMention.FindAll(text))
            {
                Assert.InRange(found.Start, end, found.End - 1);
                end = found.End;
            }
            Assert.True(end <= text.Length);
        });

    private static string InWords(int number)
    {
        if (number >= 1000) return $"{Digits[number / 1000]} nghìn{(number % 1000 == 0 ? "" : " " + Hundreds(number % 1000))}";
        return Tens(number);
    }

    private static string Hundreds(int number) =>
        $"{Digits[number / 100]} trăm{(number % 100) switch { 0 => "", < 10 => $" linh {Digits[number % 10]}", _ => " " + Tens(number % 100) }}";

    private static string Tens(int number) => number switch
    {
        < 10 => Digits[number],
        < 20 => $"mười{Unit(number % 10, one: "một")}",
        _ => $"{Digits[number / 10]} mươi{Unit(number % 10, one: "mốt")}",
    };

    private static string Unit(int number, string one) => number switch { 0 => "", 1 => " " + one, 5 => " lăm", _ => " " + Digits[number] };
}

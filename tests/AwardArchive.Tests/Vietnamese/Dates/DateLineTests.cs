using AwardArchive.Vietnamese;

namespace AwardArchive.Tests.Vietnamese;

public sealed class DateLineTests
{
    [Theory]
    [InlineData("Đakrông, ngày 10 tháng 02 năm 2015", "Đakrông", "2015-02-10")]
    [InlineData("Quảng Trị, ngày 26tháng 7 năm 2012.", "Quảng Trị", "2012-07-26")]
    [InlineData("TP. Hồ Chí Minh, ngày 5 tháng 11 năm 1998", "TP. Hồ Chí Minh", "1998-11-05")]
    [InlineData("ĐaKrông, ngày 1 tháng 2 năm 2003", "ĐaKrông", "2003-02-01")]
    [InlineData("HÀ NỘI, ngày 3 tháng 2 năm 1968", "HÀ NỘI", "1968-02-03")]
    [InlineData("Hà Nội. ngày 03 thang 03 nam 1987", "Hà Nội", "1987-03-03")]
    [InlineData("Hà Nội ngây 3 thảng 3 năm 1987", "Hà Nội", "1987-03-03")]
    [InlineData("Vinh, ngày … tháng 7 năm 1969", "Vinh", "1969-07")]
    [InlineData("Vinh, ngày ....... tháng ....... năm 1969", "Vinh", "1969")]
    [InlineData("Vinh, ngày 12-5-1965", "Vinh", "1965-05-12")]
    [InlineData("Ngày 2 tháng 9 năm 1945", null, "1945-09-02")]
    [InlineData("Số: 81/TTr-UBND Vĩnh Hòa, ngày 22 tháng 11 năm 2013", "Vĩnh Hòa", "2013-11-22")]
    public void A_date_line_is_read(string line, string? place, string date)
    {
        Assert.True(DateLine.TryFind(line, out var found));
        Assert.Equal((place, date, false), (found.Place, found.Date.ToString(), found.Repaired));
        Assert.EndsWith(line[(found.Start + found.Length)..], line, StringComparison.Ordinal);
        Assert.StartsWith(place ?? "Ngày", line[found.Start..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hà Nội, ngày 01 tháng TT năm 2018", "2018-11-01")]
    [InlineData("Vĩnh Hòa, ngày 22 tháng TÌ năm 2013", "2013-11-22")]
    [InlineData("Đakrông, ngày TÔ tháng 02 năm 2015", "2015-02-10")]
    [InlineData("Hà Nội, ngày L4 tháng T0 năm 1999", "1999-10-14")]
    public void Digits_that_ocr_took_for_letters_are_read_and_said_to_be_unsure(string line, string date)
    {
        Assert.True(DateLine.TryFind(line, out var found));
        Assert.Equal((date, true), (found.Date.ToString(), found.Repaired));
    }

    [Fact]
    public void A_day_that_cannot_be_read_leaves_the_month()
    {
        Assert.True(DateLine.TryFind("Quảng Ninh, ngày 1Š tháng 10 năm 2000", out var found));
        Assert.Equal("2000-10", found.Date.ToString());
    }

    [Theory]
    [InlineData("Hà Nội, ngày 30 tháng 02 năm 2015")]
    [InlineData("Hà Nội, ngày 11-15-2018")]
    [InlineData("Hà Nội, ngày 3 tháng 2 năm 19SS")]
    [InlineData("Hà Nội, ngày 3 tháng 2 năm 19654")]
    [InlineData("theo Quyết định ngày 3 tháng 2 năm 1965")]
    [InlineData("kỷ niệm ngày 17/10/2014")]
    [InlineData("")]
    public void What_is_no_date_of_issue_is_not_made_one(string line) => Assert.False(DateLine.TryFind(line, out _));

    [Fact]
    public void Only_dates_of_the_calendar_exist()
    {
        Assert.Null(VietnameseDate.Of(2015, 2, 29));
        Assert.Equal("2016-02-29", VietnameseDate.Of(2016, 2, 29).ToString());
        Assert.Null(VietnameseDate.Of(2015, 13));
        Assert.Null(VietnameseDate.Of(2015, null, 3));
        Assert.Null(VietnameseDate.Of(215));
        Assert.Equal("1968", VietnameseDate.Of(1968).ToString());
    }
}

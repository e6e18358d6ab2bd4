using AwardArchive.Search;
using AwardArchive.Tests.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Search;

public sealed class SearchQueryParserTests
{
    [Theory]
    [InlineData("bà mẹ", "bà mẹ")]
    [InlineData("  Bà\tMẸ \n", "bà mẹ")]
    [InlineData("\"Bà mẹ\" anh", "\"bà mẹ\" anh")]
    [InlineData("“Bà mẹ” anh", "\"bà mẹ\" anh")]
    [InlineData("chữ\"trong ngoặc\"kép", "chữ \"trong ngoặc\" kép")]
    [InlineData("-con mẹ", "mẹ -con")]
    [InlineData("mẹ −con", "mẹ -con")]
    [InlineData("mẹ -\"con trai\"", "mẹ -\"con trai\"")]
    [InlineData("thi - đua", "thi đua")] // a sign alone is no minus
    [InlineData("thi đua-khen thưởng", "thi \"đua khen\" thưởng")]
    [InlineData("26/KH-UBND", "\"26 kh ubnd\"")]
    [InlineData("26 /KH-UBND", "\"26 kh ubnd\"")]
    [InlineData("\"mẹ anh", "mẹ anh")] // a quote without its partner
    [InlineData("mẹ mẹ MẸ", "mẹ")]
    [InlineData("./. … !", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Typed_text_has_parts(string? typed, string parts) => Assert.Equal(parts, SearchQueryParser.Parse(typed).ToString());

    [Theory]
    [InlineData("07/CT-TTg", "7ctttg")]
    [InlineData("26 /kh-ubnd", "26khubnd")]
    [InlineData("thi-đua", null)]
    [InlineData("theo/26/KH", null)]
    [InlineData("17/10/2014", null)]
    public void A_number_of_a_document_has_its_key(string typed, string? key) => Assert.Equal(key, Assert.Single(SearchQueryParser.Parse(typed).Required).NumberKey);

    [Fact]
    public void What_is_understood_is_understood_the_same_again() => Texts.Any.Sample(text =>
    {
        var query = SearchQueryParser.Parse(text);
        Assert.Equal(query.ToString(), SearchQueryParser.Parse(query.ToString()).ToString());
    });

    [Fact]
    public void No_query_has_more_than_its_limit_of_words() => Texts.Any.Array[0, 20].Select(texts => string.Join(' ', texts)).Sample(text =>
    {
        var query = SearchQueryParser.Parse(text);
        Assert.InRange(query.Required.Concat(query.Excluded).Sum(clause => clause.Words.Count), 0, SearchQuery.MaxWords);
    });

    [Fact]
    public void The_words_that_fit_are_kept()
    {
        var query = SearchQueryParser.Parse(string.Join(' ', Enumerable.Range(0, 65)));
        Assert.True(query.Truncated);
        Assert.Equal(64, query.Required.Count);
        Assert.False(SearchQueryParser.Parse(string.Join(' ', Enumerable.Range(0, 64))).Truncated);
    }
}

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
    [InlineData("17/10/2014", "2014-10-17")]
    public void A_number_of_a_document_and_a_date_have_their_key(string typed, string? key) =>
        Assert.Equal(key, Assert.IsType<WordsPart>(Assert.Single(SearchQueryParser.Parse(typed).Required)).NumberKey);

    [Theory]
    [InlineData("mẹ OR bà con", "(mẹ OR bà) con")]
    [InlineData("mẹ HOẶC bà HOẶC cụ", "(mẹ OR bà OR cụ)")]
    [InlineData("MẸ HOẶC BÀ", "mẹ hoặc bà")] // all in capitals: a word like the others
    [InlineData("mẹ hoặc bà", "mẹ hoặc bà")]
    [InlineData("OR mẹ OR", "mẹ")]
    [InlineData("(mẹ con) OR -bà", "(mẹ con) -bà")]
    [InlineData("(mẹ -con) OR bà", "((mẹ -con) OR bà)")]
    [InlineData("((mẹ", "mẹ")]
    [InlineData("mẹ))) con", "mẹ con")]
    [InlineData("(-mẹ) con", "con")]
    [InlineData("mẹ near/5 con", "mẹ near/5 con")]
    [InlineData("mẹ gần/3 \"anh hùng\"", "mẹ near/3 \"anh hùng\"")]
    [InlineData("mẹ GẦN con", "mẹ near/10 con")]
    [InlineData("mẹ near/999 con", "mẹ near/50 con")]
    [InlineData("near/5 con", "con")]
    [InlineData("quyế*", "quyế*")]
    [InlineData("nhung~ thi-đua* *", "nhung~ \"thi đua\"")]
    [InlineData("năm:1985..1990", "năm:1985..1990")]
    [InlineData("year:1985-1990", "năm:1985..1990")]
    [InlineData("NAM:1985", "năm:1985")]
    [InlineData("năm:..1990 năm:1985..", "năm:..1990 năm:1985..")]
    [InlineData("năm:nay", "nay")]
    [InlineData("số:26/KH-UBND", "số:\"26 kh ubnd\"")]
    [InlineData("person:\"Hồ Thị Nâu\"", "người:\"hồ thị nâu\"")]
    [InlineData("nơi:Đakrông loại:\"kế hoạch\"", "nơi:\"đakrông\" loại:\"kế hoạch\"")]
    [InlineData("-năm:1985 mẹ", "mẹ -năm:1985")]
    [InlineData("text:mẹ 12:30 số: 26", "\"text mẹ\" \"12 30\" số 26")]
    public void The_signs_of_the_query_language_are_understood(string typed, string parts) => Assert.Equal(parts, SearchQueryParser.Parse(typed).ToString());

    [Theory]
    [InlineData("Nguyễn Thị Hoà", "nguyễn thị hòa")]
    [InlineData("nguyen thi hoa", "nguyen thi hoa")]
    [InlineData("mẹ Nguyễn Thị Hoà ở Đakrông", "nguyễn thị hòa")]
    [InlineData("bà hồ thị nâu", "hồ thị nâu")]
    [InlineData("huân chương kháng chiến", "")]
    [InlineData("Nguyễn", "")]
    public void A_persons_name_is_seen_among_the_words(string typed, string name) =>
        Assert.Equal(name, string.Join(' ', RunningWords.Of(SearchQueryParser.Parse(typed)).Name));

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
        Assert.InRange(WordsOf(query.Required.Concat(query.Excluded)), 0, SearchQuery.MaxWords);
    });

    private static int WordsOf(IEnumerable<QueryPart> parts) => parts.Sum(part => part switch
    {
        WordsPart words => words.Words.Count,
        GroupPart group => WordsOf(group.Required.Concat(group.Excluded)),
        AnyPart any => WordsOf(any.Parts),
        NearPart near => WordsOf([near.First, near.Second]),
        FieldPart field => field.Words?.Words.Count ?? 0,
        _ => throw new InvalidOperationException(),
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

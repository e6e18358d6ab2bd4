using AwardArchive.Archive;
using AwardArchive.Indexing.Suggestions;
using AwardArchive.Tests.Indexing;

namespace AwardArchive.Tests.Search;

public sealed class SuggesterTests
{
    [Theory]
    [InlineData("345/q", SuggestionKind.Number, "345/QĐ-UB")]
    [InlineData("huan chuong", SuggestionKind.Phrase, "Huân chương Độc lập")]
    [InlineData("Huân ch", SuggestionKind.Phrase, "Huân chương Độc lập")]
    [InlineData("huân  chương đ", SuggestionKind.Phrase, "Huân chương Độc lập")]
    [InlineData("QUYẾT", SuggestionKind.Phrase, "Quyết định")]
    public async Task What_begins_as_typed_is_proposed(string typed, SuggestionKind kind, string text)
    {
        await using var archive = await FilledAsync();
        Assert.Contains((kind, text), archive.Suggester.Find(typed).Items.Select(item => (item.Kind, item.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-\"(")]
    [InlineData("\ud800")]
    [InlineData("chuong")]
    public async Task What_begins_nothing_has_no_proposals(string typed)
    {
        await using var archive = await FilledAsync();
        Assert.Empty(archive.Suggester.Find(typed).Items);
    }

    [Fact]
    public async Task The_most_frequent_come_first_and_marks_that_are_typed_choose()
    {
        await using var archive = await FilledAsync();
        Assert.Equal(["Huân chương Độc lập", "Huân chương Chiến công"], Texts(archive.Suggester.Find("huan chuong ")));
        Assert.Equal(["Bằng khen"], Texts(archive.Suggester.Find("bằ")));
        Assert.Equal(["Bảng vàng danh dự"], Texts(archive.Suggester.Find("bả")));
        Assert.Equivalent(new[] { "Bảng vàng danh dự", "Bằng khen" }, Texts(archive.Suggester.Find("bang ")), strict: true);
    }

    [Theory]
    [InlineData("nguyen thi", "Nguyễn Thị Hòa")]
    [InlineData("Nguyễn Thị Hoà", "Nguyễn Thị Hòa")]
    [InlineData("tran van", "Trần Văn Bình")]
    public async Task People_of_lists_and_signatures_are_proposed(string typed, string name)
    {
        await using var archive = await SearchableArchive.OpenAsync();
        await archive.AddAsync(["1. Nguyễn Thị Hoà, sinh năm 1920", "CHỦ TỊCH\nTRẦN VĂN BÌNH\nNơi nhận"]);
        await archive.SearchAsync("sinh");
        Assert.Equal([(SuggestionKind.Person, name, 1)], archive.Suggester.Find(typed).Items.Select(item => (item.Kind, item.Text, item.Count)));
    }

    [Fact]
    public async Task What_only_a_withdrawn_paper_has_is_not_proposed()
    {
        await using var archive = await FilledAsync();
        var id = await archive.AddAsync(["x"], paper => paper.Facts = DocumentFacts.None with { Award = FactOf("Huân chương Sao vàng") });
        await archive.SearchAsync("x");
        Assert.NotEmpty(archive.Suggester.Find("huan chuong sao").Items);
        await archive.Catalog.WithdrawAsync(id, "nhầm", TestContext.Current.CancellationToken);
        await archive.SearchAsync("x");
        Assert.Empty(archive.Suggester.Find("huan chuong sao").Items);
    }

    private static async Task<SearchableArchive> FilledAsync()
    {
        var archive = await SearchableArchive.OpenAsync();
        foreach (var award in (string[])["Huân chương Độc lập", "Huân chương Độc lập", "Huân chương Chiến công", "Bằng khen", "Bảng vàng danh dự"])
        {
            await archive.AddAsync(["một trang"], paper => paper.Facts =
                DocumentFacts.None with { Kind = FactOf("Quyết định"), Number = FactOf("345"), Symbol = FactOf("QĐ-UB"), Award = FactOf(award) });
        }
        await archive.SearchAsync("trang");
        return archive;
    }

    private static IEnumerable<string> Texts(AwardArchive.Search.Suggest.Suggestions suggestions) => suggestions.Items.Select(item => item.Text);

    private static Fact FactOf(string value) => new(value, value, 1, new Box(0, 0, 1, 1), 1, "test/1");
}

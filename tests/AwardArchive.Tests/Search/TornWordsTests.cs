using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Search;
using AwardArchive.Tests.Indexing;

namespace AwardArchive.Tests.Search;

/// <summary>Words that a scan tore or ran together, names with several misread words, words side by side: what is found and in which order.</summary>
public sealed class TornWordsTests : IAsyncLifetime
{
    private SearchableArchive archive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nguyễn", "bà Ngu yễn thuộc xã", "Ngu yễn")]
    [InlineData("nguyen", "bà Ng uyễn thuộc xã", "Ng uyễn")]
    [InlineData("khen thưởng", "được kh en thưởng vì", "kh en thưởng")]
    [InlineData("quyết định", "theo quyếtđịnh ấy", "quyếtđịnh")]
    [InlineData("quyet dinh", "theo quyếtđịnh ấy", "quyếtđịnh")]
    [InlineData("Nguyễn Thị Hoà", "bà Ngu yễn Thị Hoà thuộc", "Ngu yễn Thị Hoà")]
    [InlineData("Nguyễn Thị Hoà", "bà NguyễnThị Hoà thuộc", "NguyễnThị Hoà")]
    [InlineData("Nguyễn Hoà", "bà NguyễnThị Hoà thuộc", "NguyễnThị Hoà")]
    [InlineData("hoàng", "ông Ho àng thuộc", "Ho àng")]
    [InlineData("\"kháng chiến\"", "huân chương khá ng chiến hạng", "khá ng chiến")]
    public async Task A_whole_word_finds_the_torn_one_below_those_printed_whole(string query, string torn, string marked)
    {
        var second = await archive.AddAsync([torn]);
        var first = await archive.AddAsync([$"đầu {query.Trim('"')} cuối"]);
        await archive.AddAsync(["không có gì ở đây"]);
        var found = await archive.SearchAsync(query);
        Assert.Equal([first, second], found.Hits.Take(2).Select(hit => hit.DocumentId));
        Assert.Contains(found.Hits[1].Pages[0].Snippet, run => run.Hit && run.Text == marked);
        Assert.Contains(found.Hits[1].Matches, match => match.How == MatchKind.OtherBlanks);
    }

    [Theory]
    [InlineData("ngu yễn", "Ngu yễn")]
    [InlineData("Banạ", "xã Banạ")]
    [InlineData("T Hoà", "Nguyễn T Hoà")] // an initial, not a torn Thoà
    public async Task What_is_printed_is_found_as_it_stands(string query, string printed)
    {
        var id = await archive.AddAsync([printed]);
        var found = await archive.SearchAsync(query);
        Assert.Equal((id, MatchMode.All), (Assert.Single(found.Hits).DocumentId, found.Understood.Mode));
    }

    [Fact]
    public async Task Each_piece_of_a_torn_word_has_its_box()
    {
        var id = await AddWithWordsAsync("bà Ngu yễn theo quyếtđịnh");
        Assert.Equal([1, 2], (await archive.Hits.FindAsync(id, "nguyễn", 1, Stop))!.Items.Select(box => box.X / 100));
        Assert.Equal([4], (await archive.Hits.FindAsync(id, "quyết định", 1, Stop))!.Items.Select(box => box.X / 100));
    }

    [Fact]
    public async Task Another_reading_of_a_word_is_found_and_marked_where_the_word_stands()
    {
        var id = await AddWithWordsAsync("bà Hồ Thị Nân", new AlternativeReading("Nâu", 0.4));
        var found = await archive.SearchAsync("Hồ Thị Nâu");
        Assert.Equal(MatchMode.All, found.Understood.Mode);
        var hit = Assert.Single(found.Hits);
        Assert.Contains(hit.Pages[0].Snippet, run => run is { Hit: true, Text: "Hồ Thị Nân" });
        Assert.Contains(hit.Matches, match => match is { Text: "nân", How: MatchKind.Alternative });
        Assert.Equal([3], (await archive.Hits.FindAsync(id, "nâu", 1, Stop))!.Items.Select(box => box.X / 100));
    }

    [Fact]
    public async Task A_name_with_two_words_misread_comes_after_better_readings_and_before_its_words_anywhere()
    {
        var scattered = await archive.AddAsync(["Nguyễn Văn An, Trần Thị Tư, Lê Đức Hoành"]);
        var two = await archive.AddAsync(["Danh sách có bà Nguyôn Thị Hoàuh ở xã"]);
        var one = await archive.AddAsync(["Danh sách có bà Nguyễn Thị Hoàuh ở xã"]);
        var exact = await archive.AddAsync(["Danh sách có bà Nguyễn Thị Hoành ở xã"]);
        var found = await archive.SearchAsync("Nguyễn Thị Hoành");
        Assert.Equal([exact, one, two, scattered], found.Hits.Select(hit => hit.DocumentId));
        Assert.Contains(found.Hits[2].Pages[0].Snippet, run => run is { Hit: true, Text: "Nguyôn Thị Hoàuh" });
    }

    [Theory]
    [InlineData("huan chuong khang chien")]
    [InlineData("huân chương kháng chiến")]
    public async Task All_words_side_by_side_come_before_a_title_that_has_most_of_them_often(string query)
    {
        var phrase = await archive.AddAsync(
            ["Căn cứ đề nghị của Ủy ban, nay tặng thưởng Huân chương Kháng chiến hạng Ba cho các ông, các bà có tên trong danh sách kèm theo quyết định này."]);
        var scattered = await archive.AddAsync(
            ["Tặng Huy chương Kháng chiến. Huy chương Kháng chiến hạng Nhất.", "Huân chương khác có quyết định riêng. Huân chương. Huy chương Kháng chiến hạng Nhì."],
            document => document.Facts = DocumentFacts.None with { Title = new("Huy chương Kháng chiến", "Huy chương Kháng chiến", 1, new(0, 0, 1, 1), 1, "test/1") });
        Assert.Equal([phrase, scattered], (await archive.SearchAsync(query)).Hits.Select(hit => hit.DocumentId));
    }

    public async ValueTask InitializeAsync() => archive = await SearchableArchive.OpenAsync();

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    /// <param name="page">Its last word has the other readings.</param>
    private async Task<Guid> AddWithWordsAsync(string page, params AlternativeReading[] readings)
    {
        var words = page.Split(' ').Select((text, word) => new Word(text, word * 100, 7, 90, 20, 0.9, 0, 0)).ToList();
        words[^1] = words[^1] with { Alternatives = readings };
        var recognized = new PageWords(1, 100 * words.Count, 1000, words, new("test", "1", null, new Dictionary<string, string>()));
        var document = SearchableArchive.NewDocument(page);
        document.Pages[0].Alternatives = PageResult.TextOf(recognized, reviewBelow: 0).Alternatives;
        var file = archive.Folder.File("words");
        await PageWordsFile.WriteAsync(file, recognized, Stop);
        await archive.Objects.PutFileAsync(ObjectKey.PageWords(document.Id, 1), file, Stop);
        await archive.Catalog.AddDocumentAsync(document, Stop);
        return document.Id;
    }
}

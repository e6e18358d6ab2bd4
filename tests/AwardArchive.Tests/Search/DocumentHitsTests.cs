using AwardArchive.Archive;
using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Recognition;
using AwardArchive.Search;
using AwardArchive.Tests.Indexing;

namespace AwardArchive.Tests.Search;

public sealed class DocumentHitsTests : IAsyncLifetime
{
    private SearchableArchive archive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mẹ", "1:1")]
    [InlineData("me", "1:1 2:0")]
    [InlineData("\"anh hùng\"", "1:4 1:5")]
    [InlineData("26/KH-UBND", "2:2 2:3")]
    [InlineData("hung", "1:5")] // the comma belongs to the printed word
    [InlineData("mế", "1:1 2:0")] // no such marks: any
    [InlineData("xyz", "")]
    [InlineData("", "")]
    public async Task Each_word_that_matches_has_its_box(string q, string expected)
    {
        var id = await AddAsync(["Bà mẹ Việt Nam anh hùng,", "me con 26 /KH-UBND"]);
        var hits = await archive.Hits.FindAsync(id, q, 1, Stop);
        Assert.Equal(expected, string.Join(' ', hits!.Items.Select(box => $"{box.Page}:{box.X / 100}")));
        Assert.All(hits.Items, box => Assert.Equal((7, 90, 20), (box.Y, box.Width, box.Height)));
        Assert.Null(hits.NextCursor);
    }

    [Fact]
    public async Task Each_box_lies_in_its_page_and_is_that_of_a_printed_word()
    {
        var papers = CorpusGenerator.Generate(seed: 11, pages: 12).Take(4).ToList();
        foreach (var paper in papers)
        {
            string[] pages = [.. paper.Pages.Select(page => page.ReplaceLineEndings(" "))];
            var id = await AddAsync(pages);
            foreach (var q in new[] { "quyết định", "liet si", $"\"{pages[0].Split(' ')[4]}\"", paper.Number, "xã huyện năm" })
            {
                var hits = await archive.Hits.FindAsync(id, q, 1, Stop);
                Assert.All(hits!.Items, box =>
                {
                    Assert.InRange(box.Page, 1, pages.Length);
                    Assert.InRange(box.X, 0, WidthOf(pages[box.Page - 1]) - box.Width);
                    Assert.Equal((7, 90, 20), (box.Y, box.Width, box.Height));
                    Assert.Equal(0, box.X % 100);
                });
                Assert.NotEmpty(hits.Items);
            }
        }
    }

    [Fact]
    public async Task Many_hits_come_in_stretches_of_whole_pages()
    {
        var page = string.Join(' ', Enumerable.Repeat("mẹ", DocumentHits.BoxesOfStretch - 1));
        var id = await AddAsync([page, "con", "mẹ mẹ", "mẹ"]);
        var first = await archive.Hits.FindAsync(id, "mẹ", 1, Stop);
        Assert.Equal(DocumentHits.BoxesOfStretch + 1, first!.Items.Count);
        Assert.Equal("4", first.NextCursor);
        var second = await archive.Hits.FindAsync(id, "mẹ", 4, Stop);
        Assert.Equal(4, Assert.Single(second!.Items).Page);
    }

    [Fact]
    public async Task A_document_that_is_not_to_be_found_has_no_hits()
    {
        Assert.Null(await archive.Hits.FindAsync(Guid.NewGuid(), "mẹ", 1, Stop));
        var id = await AddAsync(["mẹ"]);
        await archive.Catalog.WithdrawAsync(id, "Trùng bản", Stop);
        Assert.Null(await archive.Hits.FindAsync(id, "mẹ", 1, Stop));
    }

    public async ValueTask InitializeAsync() => archive = await SearchableArchive.OpenAsync(follow: false);

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    private static int WidthOf(string page) => 100 * page.Split(' ').Length;

    private async Task<Guid> AddAsync(string[] pages)
    {
        var id = await archive.AddAsync(pages);
        for (var i = 0; i < pages.Length; i++)
        {
            var words = pages[i].Split(' ').Select((text, word) => new Word(text, word * 100, 7, 90, 20, 0.9, 0, 0)).ToList();
            var file = archive.Folder.File("words");
            await PageWordsFile.WriteAsync(file, new(i + 1, WidthOf(pages[i]), 1000, words, new("test", "1", null, new Dictionary<string, string>())), Stop);
            await archive.Objects.PutFileAsync(ObjectKey.PageWords(id, i + 1), file, Stop);
        }
        return id;
    }
}

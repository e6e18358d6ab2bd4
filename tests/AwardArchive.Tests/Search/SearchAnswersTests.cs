using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AwardArchive.Archive;
using AwardArchive.Search;
using AwardArchive.Search.Export;
using AwardArchive.Tests.Indexing;

namespace AwardArchive.Tests.Search;

/// <summary>What else a search answers with, through the front door: proposals and tables.</summary>
public sealed class SearchAnswersTests(SearchServer server) : IClassFixture<SearchServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rest_proposes_what_begins_as_typed()
    {
        var json = await server.Http.GetStringAsync("/api/v1/search/suggest?q=12%2Fq", Stop);
        Assert.Equal("""{"items":[{"text":"12/QĐ-CTN","kind":"number","count":1}]}""", json);
        Assert.Equal("""{"items":[]}""", await server.Http.GetStringAsync("/api/v1/search/suggest", Stop));
    }

    [Fact]
    public async Task Rest_gives_all_hits_as_a_table()
    {
        using var response = await server.Http.GetAsync("/api/v1/search/export.csv?q=m%E1%BA%B9&size=1", Stop);
        Assert.Equal("text/csv; charset=utf-8", $"{response.Content.Headers.ContentType}");
        Assert.Equal("ket-qua-tim.csv", response.Content.Headers.ContentDisposition?.FileName);
        var lines = System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Stop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\uFEFFMã văn bản,Tệp,Loại,Số,Ký hiệu,Ngày ban hành,Trích yếu,Trang,Đoạn trích,Độ phù hợp", lines[0]);
        Assert.Equal(server.Papers.Order(), lines[1..].Select(line => Guid.Parse(line.Split(',')[0])).Order());
        Assert.Contains(lines, line => line.Contains(",Quyết định,12,QĐ-CTN,1994-08,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_is_narrowed_by_what_its_facets_offer()
    {
        await using var archive = await SearchableArchive.OpenAsync();
        var dossier = Guid.NewGuid();
        await archive.AddAsync(["khen"], paper => (paper.Facts, paper.DossierId) = (FactsOf("UBND TỈNH QUẢNG TRỊ", "Bằng khen", "Đông Hà"), dossier));
        await archive.AddAsync(["khen"], paper => paper.Facts = FactsOf("UBND TỈNH QUẢNG TRỊ", "Huân chương Độc lập", "Hà Nội"));
        await archive.AddAsync(["khen"]);
        var all = await archive.SearchAsync("khen");
        Assert.Equal([new("UBND TỈNH QUẢNG TRỊ", 2)], all.Facets.Issuer);
        Assert.Equal([new("Bằng khen", 1), new("Huân chương Độc lập", 1)], all.Facets.Award);
        Assert.Equal([new("Hà Nội", 1), new("Đông Hà", 1)], all.Facets.Place);
        Assert.Equal([new($"{dossier}", 1)], all.Facets.Dossier);
        Assert.Equal(2, (await archive.SearchAsync(new SearchRequest("khen", Issuer: "ubnd tinh quang tri"))).Total);
        Assert.Equal(1, (await archive.SearchAsync(new SearchRequest("khen", Award: "huân chương độc lập"))).Total);
        Assert.Equal(1, (await archive.SearchAsync(new SearchRequest("khen", Place: "Đông Hà", DossierId: dossier))).Total);
        Assert.Equal(0, (await archive.SearchAsync(new SearchRequest("khen", Place: "Hà Nội", DossierId: dossier))).Total);

        static DocumentFacts FactsOf(string issuer, string award, string place) =>
            DocumentFacts.None with { Issuer = FactOf(issuer), Award = FactOf(award), Place = FactOf(place) };

        static Fact FactOf(string value) => new(value, value, 1, new Box(0, 0, 1, 1), 1, "test/1");
    }

    [Fact]
    public async Task An_answer_that_its_time_cut_short_says_so()
    {
        await using var archive = await SearchableArchive.OpenAsync();
        await archive.AddAsync(["bằng khen"]);
        Assert.False((await archive.SearchAsync("khen")).Partial);
        var cut = await archive.SearcherBy(new RacingTime()).SearchAsync(new SearchRequest("khen"), Stop);
        Assert.True(cut.Partial);
        Assert.Contains("Tìm quá lâu nên dừng giữa chừng; kết quả chưa đủ.", cut.Understood.Notes);
    }

    /// <summary>A minute goes by from look to look.</summary>
    private sealed class RacingTime : TimeProvider
    {
        private long looks;

        public override long GetTimestamp() => ++looks * 60 * TimestampFrequency;
    }

    [Fact]
    public async Task A_table_that_cannot_begin_is_a_problem()
    {
        using var response = await server.Http.GetAsync("/api/v1/search/export.csv?cursor=abc", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal("urn:award-archive:problem:bad-cursor", json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_table_has_every_hit_once_however_many_there_are()
    {
        await using var archive = await SearchableArchive.OpenAsync();
        var ids = new List<Guid>();
        var formula = new Fact("=1+1", "=1+1", 1, new Box(0, 0, 1, 1), 1, "test/1");
        for (var i = 0; i < 250; i++) ids.Add(await archive.AddAsync([$"bằng khen {i}"], paper => paper.Facts = i == 7 ? DocumentFacts.None with { Title = formula } : null));
        await archive.SearchAsync("khen");
        using var table = new MemoryStream();
        var write = await new SearchExport(archive.Searcher).BeginAsync(new SearchRequest("khen"), Stop);
        await write(table);
        var rows = System.Text.Encoding.UTF8.GetString(table.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal(ids.Order(), rows.Select(row => Guid.Parse(row.Split(',')[0])).Order());
        // What a spreadsheet would take for a formula is text.
        Assert.Single(rows, row => row.Contains("'=1+1", StringComparison.Ordinal));
    }
}

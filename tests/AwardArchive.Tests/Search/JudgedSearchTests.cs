using System.Text;
using AwardArchive.Search;
using AwardArchive.Tests.Indexing;

namespace AwardArchive.Tests.Search;

/// <summary>Queries with judged answers over a small archive: what people type, and which paper they mean.</summary>
public sealed class JudgedSearchTests(JudgedArchive judged) : IClassFixture<JudgedArchive>
{
    private readonly SearchableArchive archive = judged.Archive;
    private readonly IReadOnlyDictionary<Guid, string> names = judged.Names;

    [Theory]
    [InlineData("bà mẹ việt nam anh hùng", "mother plan")] // the decision has it in its title, the plan in its body
    [InlineData("ba me viet nam anh hung", "mother plan")]
    [InlineData("BÀ MẸ VIỆT NAM ANH HÙNG", "mother plan")]
    [InlineData("\"mẹ Việt Nam\"", "mother plan")]
    [InlineData("26/KH-UBND", "plan mother")] // its own number above a citation
    [InlineData("26 /KH-UBND", "plan mother")]
    [InlineData("26/kh-ubnd", "plan mother")]
    [InlineData("026/KH-UBND", "plan mother")]
    [InlineData("26-CT/TU", "plan")]
    [InlineData("KH-UBND", "plan mother")]
    [InlineData("145/2013/NĐ-CP", "plan")]
    [InlineData("145/2013/nd-cp", "plan")]
    [InlineData("07/CT-TTg", "letter")]
    [InlineData("7/CT-TTg", "letter")]
    [InlineData("đakrông", "plan")]
    [InlineData("dakrong", "plan")]
    [InlineData("Ðakrông", "plan")] // eth
    [InlineData("Hồ Thị Nâu", "mother")]
    [InlineData("ho thi nau", "mother")]
    [InlineData("thuỷ", "letter")] // printed thủy
    [InlineData("hòa bình", "medal")] // printed Hoà Bình
    [InlineData("sỹ", "mother")] // printed sĩ
    [InlineData("tỉnh", "plan")]
    [InlineData("tinh", "letter plan")] // the word without marks first, then tỉnh
    [InlineData("thương", "medal")]
    [InlineData("huân chương", "medal")]
    [InlineData("huy chương", "badge")]
    [InlineData("huan chuong -chiến", "")]
    [InlineData("chương -huân", "badge")]
    [InlineData("chương -\"hạng Nhì\"", "badge")]
    [InlineData("\"kháng chiến\" nhì", "medal")]
    [InlineData("viêt", "mother plan")] // the tone was not typed
    [InlineData("chiên", "badge medal")]
    [InlineData("đa krông OR \"hòa bình\"", "")]
    [InlineData("huân OR huy", "badge medal")]
    [InlineData("(huân OR huy) nhất", "badge")]
    [InlineData("mẹ gần/7 sĩ", "mother")]
    [InlineData("mẹ near/6 sĩ", "")]
    [InlineData("khán*", "badge medal")]
    [InlineData("chiế* -nhất", "medal")]
    [InlineData("năm:1985", "medal")]
    [InlineData("chương năm:..1970", "badge")]
    [InlineData("loại:\"kế hoạch\"", "plan")]
    [InlineData("số:26", "plan")]
    [InlineData("số:26/KH-UBND", "plan")]
    [InlineData("người:\"Hồ Thị Nâu\"", "mother")]
    [InlineData("Hồ Nâu", "mother")] // without the middle name
    [InlineData("Hồ Thị Nấu", "mother")] // other marks
    [InlineData("Ho Thi Nau", "mother")]
    [InlineData("Hồ Thị Nân", "mother")] // a letter misread
    [InlineData("Bmvnah", "mother plan")]
    [InlineData("10/02/2015", "plan")]
    [InlineData("không-có-từ-này", "")]
    public async Task People_find_the_paper_they_mean(string query, string expected) => await AssertFindsAsync(query, expected);

    [Theory]
    [InlineData("bà mẹ việt nam anh hùng", "mother plan")]
    [InlineData("đakrông", "plan")]
    [InlineData("thuý", "")]
    [InlineData("tỉnh", "plan")]
    public async Task Decomposed_input_finds_the_same(string query, string expected) =>
        await AssertFindsAsync(query.Normalize(NormalizationForm.FormD), expected);

    [Fact]
    public async Task The_right_pages_come_with_marked_snippets()
    {
        var hit = (await archive.SearchAsync("ba me viet nam anh hung")).Hits[1];
        Assert.Equal("plan", names[hit.DocumentId]);
        var page = hit.Pages[0];
        Assert.Equal(3, page.Number);
        Assert.Contains(page.Snippet, run => run is { Hit: true, Text: "Bà mẹ Việt Nam anh hùng" });
        Assert.Contains("hồ sơ", string.Concat(page.Snippet.Select(run => run.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_come_with_the_hit()
    {
        var hit = (await archive.SearchAsync("26/KH-UBND")).Hits[0];
        Assert.Equal(("Kế hoạch", "26", "KH-UBND", "2015-02-10"), (hit.Kind, hit.Number, hit.Symbol, hit.IssuedOn));
        Assert.Equal("Thực hiện Chỉ thị số 26-CT/TU", hit.Title);
        Assert.Equal(1, hit.Pages[0].Number);
        Assert.Contains(hit.Pages[0].Snippet, run => run is { Hit: true, Text: "26 /KH-UBND" });
    }

    [Fact]
    public async Task Marks_that_no_paper_has_are_ignored_and_it_is_said()
    {
        var response = await archive.SearchAsync("kháng chiền");
        Assert.Equal(MatchMode.AllIgnoringMarks, response.Understood.Mode);
        Assert.Contains(response.Understood.Notes, note => note.Contains("bỏ qua dấu", StringComparison.Ordinal));
        Assert.Equal(2, response.Complete);
        Assert.Equal("kháng chiến", response.DidYouMean);
        Assert.Contains(response.Hits[0].Matches, match => match is { Query: "chiền", Text: "chiến", How: MatchKind.OtherMarks });
        Assert.Contains(response.Hits[0].Pages[0].Snippet, run => run.Hit && run.Text.Contains("háng chiến", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_no_paper_has_all_words_most_are_enough_and_it_is_said()
    {
        var response = await archive.SearchAsync("huân chương kháng chiến Đakrông xyzzy");
        Assert.Equal(MatchMode.Most, response.Understood.Mode);
        Assert.Equal("medal", names[response.Hits[0].DocumentId]);
        Assert.Single(response.Understood.Notes);
    }

    [Fact]
    public async Task Filters_narrow_and_facets_count_what_is_left()
    {
        Assert.Equal("mother plan", await FindAsync(new SearchRequest("viet nam", YearFrom: 2014)));
        Assert.Equal("mother", await FindAsync(new SearchRequest("viet nam", Kind: "quyet dinh")));
        Assert.Equal("plan", await FindAsync(new SearchRequest("viet nam", YearFrom: 2015, YearTo: 2015)));
        Assert.Equal("", await FindAsync(new SearchRequest("viet nam", DossierId: Guid.NewGuid())));

        var facets = (await archive.SearchAsync(new SearchRequest())).Facets;
        Assert.Equal([new("Quyết định", 3), new("Kế hoạch", 1)], facets.Kind);
        Assert.Equal([new("2016", 1), new("2015", 1), new("1985", 1), new("1968", 1)], facets.Year);
    }

    [Fact]
    public async Task Without_a_query_all_papers_are_listed_by_date()
    {
        Assert.Equal("mother plan medal badge letter", await FindAsync(new SearchRequest()));
        Assert.Equal("badge medal plan mother letter", await FindAsync(new SearchRequest(Sort: "oldest")));
        Assert.Equal("mother plan medal badge letter", await FindAsync(new SearchRequest("-khôngcó")));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("", "oldest")]
    [InlineData("hạng chương kháng chiến xyz zzz", null)]
    [InlineData("viet", null)]
    [InlineData("viet", "newest")]
    public async Task Stretches_join_to_the_whole(string q, string? sort)
    {
        var whole = await archive.SearchAsync(new SearchRequest(q, Sort: sort));
        var joined = new List<Guid>();
        string? cursor = null;
        do
        {
            var stretch = await archive.SearchAsync(new SearchRequest(q, Sort: sort, Size: 1, Cursor: cursor));
            Assert.Equal(whole.Total, stretch.Total);
            joined.AddRange(stretch.Hits.Select(hit => hit.DocumentId));
            cursor = stretch.NextCursor;
        }
        while (cursor is not null && joined.Count < 20);
        Assert.Equal(whole.Hits.Select(hit => hit.DocumentId), joined);
        Assert.NotEmpty(joined);
    }

    [Fact]
    public async Task A_foreign_cursor_is_refused()
    {
        await Assert.ThrowsAsync<BadCursorException>(() => archive.SearchAsync(new SearchRequest("viet", Cursor: "abc")));
        var other = (await archive.SearchAsync(new SearchRequest("viet", Size: 1))).NextCursor;
        await Assert.ThrowsAsync<BadCursorException>(() => archive.SearchAsync(new SearchRequest("viet", Sort: "newest", Cursor: other)));
    }

    public static TheoryData<int> Oddities => [.. Enumerable.Range(0, Strings.Length)];

    private static readonly string[] Strings =
    [
        "\uD800", "\uDFFF\uD800 mẹ", "\"", "\"\"", "-", "--", "-\"", "- - -", "\" -\" \"", "\0\u0001\u001F", "AND OR NOT", "+*?~^:\\/()[]{}!&|", "-mẹ -việt",
        "\u0301\u0302", "\u200B\u00AD", "😀 𝒜", "//////", "26/", "/KH", "26/KH-UBND-", "text:mẹ", "=mẹ #26khubnd", new string('a', 10_000), new string('-', 10_000),
        string.Concat(Enumerable.Repeat("mẹ ", 3_333)), string.Join(' ', Enumerable.Range(0, 2_000)), string.Join('/', Enumerable.Range(0, 2_000)), "e" + new string('\u0301', 9_999),
        string.Concat(Enumerable.Repeat("\"a ", 3_333)),
    ];

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task Any_string_is_a_query(int oddity)
    {
        var response = await archive.SearchAsync(Strings[oddity]);
        Assert.InRange(response.Total, 0, 5);
        Assert.InRange(response.Understood.Query.Length, 0, 10_000);
    }

    [Fact]
    public async Task A_query_that_is_too_long_says_so()
    {
        var response = await archive.SearchAsync(string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"từ{i}")));
        Assert.Contains(response.Understood.Notes, note => note.Contains("64", StringComparison.Ordinal));
    }

    private async Task AssertFindsAsync(string query, string expected)
    {
        var response = await archive.SearchAsync(query);
        var strict = response.Understood.Mode == MatchMode.All ? response.Hits.Take(response.Complete) : [];
        Assert.Equal(expected, string.Join(' ', strict.Select(hit => names[hit.DocumentId])));
        Assert.Equal(response.Total, response.Hits.Count);
    }

    private async Task<string> FindAsync(SearchRequest request)
    {
        var response = await archive.SearchAsync(request);
        return string.Join(' ', response.Hits.Take(response.Complete).Select(hit => names[hit.DocumentId]));
    }
}

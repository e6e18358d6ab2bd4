using AwardArchive.Indexing;
using AwardArchive.Search;
using AwardArchive.Tests.Vietnamese;
using CsCheck;

namespace AwardArchive.Tests.Search;

public sealed class SnippetTests
{
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("thi đua", 60));

    [Fact]
    public void Hits_stand_out_with_their_marks_as_printed()
    {
        var runs = SnippetOf("danh hiệu Bà mẹ Việt\nNam anh hùng, đợt 1", "ba me viet nam");
        Assert.Equal([new("danh hiệu ", false), new("Bà mẹ Việt Nam", true), new(" anh hùng, đợt 1", false)], runs);
    }

    [Fact]
    public void The_densest_place_is_shown()
    {
        var runs = SnippetOf($"mẹ {Filler} con {Filler} mẹ và con {Filler}", "mẹ con");
        Assert.Equal(["mẹ", "con"], runs.Where(run => run.Hit).Select(run => run.Text));
        Assert.Equal("…", runs[0].Text[..1]);
        Assert.Equal("…", runs[^1].Text[^1..]);
        Assert.Contains(new SnippetRun(" và ", false), runs);
    }

    [Fact]
    public void Words_stay_whole()
    {
        var text = string.Concat(SnippetOf($"{Filler} mẹ {Filler}", "mẹ").Select(run => run.Text));
        Assert.All(text.Trim('…').Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.Contains(word, (string[])["thi", "đua", "mẹ"]));
        Assert.InRange(text.Length, 180, 220);
    }

    [Fact]
    public void A_page_without_hits_shows_its_beginning()
    {
        var run = Assert.Single(SnippetOf($"Đầu trang {Filler}", "không"));
        Assert.StartsWith("Đầu trang", run.Text, StringComparison.Ordinal);
        Assert.False(run.Hit);
        Assert.Empty(SnippetOf("", "mẹ"));
    }

    [Fact]
    public void A_number_is_marked_as_a_whole_however_it_is_spaced() =>
        Assert.Contains(new SnippetRun("026 /KH-UBND", true), SnippetOf("Số: 026 /KH-UBND ngày", "26/kh-ubnd"));

    [Fact]
    public void Any_page_and_any_query_give_a_short_piece_of_the_page() => Gen.Select(Texts.WellFormed, Texts.Any, Gen.Enum<MatchMode>()).Sample((page, q, mode) =>
    {
        var query = SearchQueryParser.Parse(q);
        var text = AnalyzedText.Of(page);
        var runs = Snippet.Of(page, text, PartMatcher.Find(new(query, mode), text));
        var shown = Squeeze(string.Concat(runs.Select(run => run.Text))).Trim('…');
        Assert.Contains(shown.Trim(), Squeeze(page), StringComparison.Ordinal);
        Assert.DoesNotContain(runs, run => run.Text.Length == 0);
        for (var i = 1; i < runs.Count; i++) Assert.NotEqual(runs[i - 1].Hit, runs[i].Hit);
    });

    private static IReadOnlyList<SnippetRun> SnippetOf(string page, string q)
    {
        var text = AnalyzedText.Of(page);
        return Snippet.Of(page, text, PartMatcher.Find(new(SearchQueryParser.Parse(q), MatchMode.All), text));
    }

    private static string Squeeze(string text) =>
        string.Join(' ', new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

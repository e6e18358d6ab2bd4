using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Tests.Recognition;

public sealed class PageResultTests
{
    private static readonly EngineInfo Engine = new("test", "1", null, new Dictionary<string, string>());

    [Fact]
    public void Other_readings_stand_where_their_words_stand_in_the_text()
    {
        var words = Page(0.9, "Bà", "mẹ", "Việt");
        words = words with { Words = [words.Words[0], words.Words[1] with { Alternatives = [new("mè", 0.4), new("me", 0.2)], Line = 1 }, words.Words[2] with { Line = 1 }] };
        var text = PageResult.TextOf(words, 0.7);
        Assert.Equal("Bà\nmẹ Việt", text.Text);
        var alternative = Assert.Single(text.Alternatives);
        Assert.Equal("mẹ", text.Text.Substring(alternative.Start, alternative.Length));
        Assert.Equal(["mè", "me"], alternative.Readings);
    }

    [Fact]
    public void A_page_is_marked_when_the_engine_was_unsure_or_read_nothing_from_ink()
    {
        Assert.Null(PageResult.TextOf(Page(0.7, "mẹ"), 0.7).Review);
        Assert.Equal(PageReview.LowConfidence, PageResult.TextOf(Page(0.69, "mẹ"), 0.7).Review);
        Assert.Equal(PageReview.NoWords, PageResult.TextOf(Page(1), 0.7).Review);
        Assert.Null(PageResult.TextOf(Page(1) with { IsBlank = true }, 0.7).Review);
        Assert.Null(PageResult.TextOf(Page(0.01, "mẹ"), 0).Review);
    }

    [Theory]
    [InlineData(0.80, 100, 0.82, 100, false)] // not by the margin
    [InlineData(0.80, 100, 0.84, 100, true)]
    [InlineData(0.80, 100, 0.95, 80, false)] // surer by leaving out
    [InlineData(0.80, 100, 0.95, 90, true)]
    [InlineData(null, 0, 0.95, 90, true)]
    [InlineData(null, 0, 0.60, 3, false)] // dirt that was read
    [InlineData(0.80, 100, null, 0, false)]
    public void A_result_is_better_when_it_is_surer_by_a_margin_and_no_shorter(double? before, int lettersBefore, double? after, int lettersAfter, bool better)
    {
        var options = new RecognitionOptions();
        Assert.Equal((0.03, 0.82), (options.BetterByConfidence, options.ReviewBelowConfidence));
        var (counts, candidate) = (Kept(before, lettersBefore), Kept(after, lettersAfter));
        Assert.Equal(better, BetterResult.IsChosen(WishedChoice.Better, counts, candidate, options));
        Assert.True(BetterResult.IsChosen(WishedChoice.New, counts, candidate, options));
        Assert.False(BetterResult.IsChosen(WishedChoice.None, counts, candidate, options));
    }

    [Fact]
    public void Equal_words_have_equal_hashes_whatever_time_they_took()
    {
        var page = Page(0.9, "mẹ");
        Assert.Equal(PageResult.Sha256Of(page), PageResult.Sha256Of(page with { Page = 7, Seconds = 3, RecognizedAt = DateTimeOffset.UnixEpoch }));
        Assert.NotEqual(PageResult.Sha256Of(page), PageResult.Sha256Of(Page(0.8, "mẹ")));
        Assert.NotEqual(PageResult.Sha256Of(page), PageResult.Sha256Of(page with { Regions = [new(PageRegionKind.Seal, 0, 0, 1, 1, 1)] }));
    }

    [Fact]
    public void Whatever_determines_the_words_changes_their_origin()
    {
        var origin = new PageOrigin("aa", 0, 300, Engine with { Model = "m", Parameters = new Dictionary<string, string> { ["psm"] = "4", ["language"] = "vie" } }, "build", 100);
        PageOrigin[] others =
        [
            origin with { ImageSha256 = "ab" }, origin with { Frame = 1 }, origin with { Resolution = null }, origin with { Resolution = 301 },
            origin with { Engine = origin.Engine with { Version = "2" } }, origin with { Engine = origin.Engine with { Model = "n" } },
            origin with { Engine = origin.Engine with { Parameters = new Dictionary<string, string> { ["psm"] = "6", ["language"] = "vie" } } },
            origin with { Build = "other" }, origin with { MaxPagePixels = 99 },
        ];
        Assert.Equal(others.Length + 1, others.Append(origin).Select(one => one.Sha256()).Distinct().Count());
        var turned = origin.Engine with { Parameters = new Dictionary<string, string> { ["language"] = "vie", ["psm"] = "4" } };
        Assert.Equal(origin.Sha256(), (origin with { Engine = turned }).Sha256());
    }

    private static PageWords Page(double confidence, params string[] words) =>
        new(1, 100, 100, [.. words.Select((text, i) => new Word(text, i, 0, 1, 1, confidence, 0, 0))], Engine);

    private static PageRecognition Kept(double? confidence, int letters) => new()
    {
        MadeBy = "test",
        Engine = "test",
        EngineVersion = "1",
        ImageMediaType = "image/png",
        Confidence = confidence,
        LetterCount = letters,
    };
}

using System.IO.Compression;
using System.Text.Json;
using AwardArchive.Recognition;

namespace AwardArchive.Tests.Recognition;

public sealed class PageWordsFileTests : IDisposable
{
    private static readonly PageWords Page = new(
        3, 2480, 3508,
        [
            new("Đượm", 10, 20, 30, 40, 0.9667, 0, 0) { Alternatives = [new("Đươm", 0.25)] },
            new("1918", 50, 20, 30, 40, 1, 0, 0),
        ],
        new("tesseract", "5.3.0", "79df64ca", new Dictionary<string, string> { ["psm"] = "4" }));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Words_come_back_as_they_were()
    {
        await PageWordsFile.WriteAsync(_folder.File("words.json.gz"), Page, Stop);
        await using var stored = File.OpenRead(_folder.File("words.json.gz"));
        var read = await PageWordsFile.ReadAsync(stored, Stop);

        Assert.Equivalent(Page, read, strict: true);
    }

    [Fact]
    public async Task The_form_is_the_one_of_the_interface_and_letters_stay_letters()
    {
        await PageWordsFile.WriteAsync(_folder.File("words.json.gz"), Page, Stop);
        await using var gzip = new GZipStream(File.OpenRead(_folder.File("words.json.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        var text = await reader.ReadToEndAsync(Stop);

        Assert.Contains("\"Đượm\"", text, StringComparison.Ordinal);
        var word = JsonDocument.Parse(text).RootElement.GetProperty("words")[0];
        Assert.Equal(
            ["text", "x", "y", "width", "height", "confidence", "line", "block", "alternatives"],
            word.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task What_is_stored_says_the_same_hash_as_the_words_whatever_page_and_time_it_has()
    {
        foreach (var words in new[] { Page, Page with { Seconds = 1.5, RecognizedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Resolution = 300, Page = 9 } })
        {
            await PageWordsFile.WriteAsync(_folder.File("words.json.gz"), words, Stop);
            await using var stored = File.OpenRead(_folder.File("words.json.gz"));
            Assert.Equal(PageResult.Sha256Of(words), await PageWordsFile.Sha256OfAsync(stored, Stop));
        }
    }

    [Theory]
    [InlineData("{\"page\":")]
    [InlineData("[1]")]
    [InlineData("{\"page\":1,\"page\":2}")]
    public async Task Other_json_has_no_hash(string json)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(System.Text.Encoding.UTF8.GetBytes(json));
        packed.Position = 0;
        await Assert.ThrowsAsync<InvalidDataException>(() => PageWordsFile.Sha256OfAsync(packed, Stop));
    }

    [Fact]
    public async Task Other_bytes_are_refused()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => PageWordsFile.ReadAsync(new MemoryStream([1, 2, 3]), Stop));

        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("{\"page\":"u8);
        packed.Position = 0;
        await Assert.ThrowsAsync<InvalidDataException>(() => PageWordsFile.ReadAsync(packed, Stop));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}

using AwardArchive.Archive;
using AwardArchive.Recognition;
using AwardArchive.Tests.Capture;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Recognition;

/// <summary>Pages of an archive recognized once, again and after kills, with an engine that says what it is told.</summary>
public sealed class RecognizeAgainJobTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly SpokenRecognizer engine = new();
    private readonly ServiceProvider services;

    public RecognizeAgainJobTests()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddLogging().AddArchive().AddRecognition();
        collection.AddSingleton(Options.Create(new ArchiveOptions { DataFolder = folder.Path, MinFreeBytes = 0 }));
        collection.AddSingleton<IPageRecognizer>(engine);
        collection.AddSingleton<IIngestionPipeline>(new CaptureBench.NotedPipeline());
        services = collection.BuildServiceProvider();
    }

    private Catalog Catalog => services.GetRequiredService<Catalog>();

    private IObjectStore Objects => services.GetRequiredService<IObjectStore>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_better_result_counts_and_the_first_is_kept_beside_it()
    {
        var id = await AddAsync("Huấn chương", 0.6);
        engine.Says("Huân chương", 0.9);
        await AgainAsync(id, new());

        var page = (await Catalog.FindPageAsync(id, 1, Stop))!;
        Assert.Equal(("Huân chương", 2, 1, ChoiceBy.Rule), (page.Text, page.Recognition, page.Image, page.ChosenBy));
        Assert.Equal("Huân chương", await TextOfAsync(id, 2));
        Assert.Equal("Huấn chương", await TextOfAsync(id, 1));
        Assert.True((await Catalog.FindAsync(id, Stop))!.IsReadingDue);
    }

    [Fact]
    public async Task A_result_that_is_not_better_is_only_kept_and_an_equal_one_not_even_that()
    {
        var id = await AddAsync("Huân chương", 0.9);
        engine.Says("Huấn chương", 0.91);
        await AgainAsync(id, new());
        engine.Says("Huấn chương", 0.91);
        await AgainAsync(id, new());

        Assert.Equal("Huân chương", (await Catalog.FindPageAsync(id, 1, Stop))!.Text);
        Assert.Equal([1, 2], (await Catalog.FindRecognitionsAsync(id, 1, Stop)).Select(kept => kept.Number));
        Assert.Empty(await Catalog.FindWishesAsync(10, Stop));
        Assert.False((await Catalog.FindAsync(id, Stop))!.IsReadingDue);
    }

    [Fact]
    public async Task Another_image_of_the_page_is_kept_with_its_words_and_shown_with_them()
    {
        var id = await AddAsync("Huấn chương", 0.6);
        engine.Says("Huân chương", 0.9, image: "turned");
        await AgainAsync(id, new());

        Assert.Equal(2, (await Catalog.FindPageAsync(id, 1, Stop))!.Image);
        Assert.True(await Objects.ExistsAsync(ObjectKey.PageImage(id, 1, "image/png", 2), Stop));
        Assert.True(await Objects.ExistsAsync(ObjectKey.PageImage(id, 1, "image/png", 1), Stop));
    }

    [Fact]
    public async Task Killed_between_bytes_and_row_the_page_stays_as_it_was_and_the_wish_is_fulfilled_later()
    {
        var id = await AddAsync("Huấn chương", 0.6);
        await Catalog.WishAsync(id, 1, null, new(), Stop);
        var lost = (await Catalog.TryLeaseWishAsync(id, 1, TimeSpan.FromMinutes(1), Stop))!;
        engine.Says("half", 0.99);
        await services.GetRequiredService<PageKeeper>().RecognizeAsync(
            lost.Step, (await Catalog.FindAsync(id, Stop))!, lost.Number, new(), await Catalog.FindRecognitionsAsync(id, 1, Stop), Stop);
        // The process dies here; the next one frees what it held.
        await Catalog.ReleaseAllAsync(Stop);
        Assert.Equal("Huấn chương", (await Catalog.FindPageAsync(id, 1, Stop))!.Text);

        engine.Says("Huân chương", 0.9);
        await services.GetRequiredService<RecognizeAgainJob>().RunAsync(id, 1, Stop);
        var page = (await Catalog.FindPageAsync(id, 1, Stop))!;
        Assert.Equal(("Huân chương", 3), (page.Text, page.Recognition));
        Assert.Equal("Huân chương", await TextOfAsync(id, 3));
        Assert.Equal([1, 3], (await Catalog.FindRecognitionsAsync(id, 1, Stop)).Select(kept => kept.Number));
    }

    [Fact]
    public async Task A_missing_language_that_only_a_wish_asks_for_ends_the_wish_and_not_the_page()
    {
        var id = await AddAsync("Huân chương", 0.9);
        engine.Fails(new RecognitionUnavailableException("Thiếu dữ liệu ngôn ngữ.", "missing"));
        await AgainAsync(id, new(Language: "xyz"));
        var page = (await Catalog.FindPageAsync(id, 1, Stop))!;
        Assert.Equal((PageStatus.Recognized, null, "Thiếu dữ liệu ngôn ngữ."), (page.Status, page.Wish, page.WishFailure));
    }

    [Fact]
    public async Task A_page_made_from_the_same_image_is_found_again_and_a_damaged_one_is_not_trusted()
    {
        engine.Source = "5e";
        var id = await AddAsync("Huân chương", 0.9);
        var known = services.GetRequiredService<KnownPages>().For((await Catalog.FindAsync(id, Stop))!)!.Pages;
        var found = (await known.FindAsync("5e", 7, folder.Path, Stop))!;
        Assert.Equal((7, "Huân chương", true, "5e"), (found.Words.Page, PageText.Of(found.Words).Text, found.IsReused, found.Source));
        Assert.Equal("image", await File.ReadAllTextAsync(found.ImagePath, Stop));
        Assert.Null(await known.FindAsync("5f", 7, folder.Path, Stop));

        await File.WriteAllTextAsync(folder.File("other"), "cut", Stop);
        await Objects.PutFileAsync(ObjectKey.PageImage(id, 1, "image/png"), folder.File("other"), Stop);
        Assert.Null(await known.FindAsync("5e", 7, folder.Path, Stop));
    }

    public async ValueTask InitializeAsync() => await services.GetRequiredService<DataFolder>().OpenAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    /// <summary>A ready document of one page.</summary>
    private async Task<Guid> AddAsync(string text, double confidence)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(), FileName = "a.png", MediaType = "image/png", Sha256 = Guid.NewGuid().ToString("N"), PageCount = 1,
        };
        await File.WriteAllTextAsync(folder.File("original"), "original", Stop);
        await Objects.PutFileAsync(ObjectKey.Original(document.Sha256), folder.File("original"), Stop);
        await Catalog.AddDocumentAsync(document, Stop);
        await services.GetRequiredService<LayOutPagesJob>().RunAsync(document.Id, Stop);
        engine.Says(text, confidence);
        await services.GetRequiredService<RecognizePageJob>().RunAsync(document.Id, 1, Stop);
        var reading = await Catalog.TryLeaseAsync(document.Id, DocumentStatus.Reading, "read", TimeSpan.FromMinutes(1), Stop);
        await Catalog.CompleteReadingAsync(reading!, DocumentReading.None, Stop);
        return document.Id;
    }

    private async Task AgainAsync(Guid id, RecognitionWish wish)
    {
        await Catalog.WishAsync(id, 1, null, wish, Stop);
        await services.GetRequiredService<RecognizeAgainJob>().RunAsync(id, 1, Stop);
    }

    private async Task<string> TextOfAsync(Guid id, int recognition)
    {
        await using var stored = await Objects.OpenReadAsync(ObjectKey.PageWords(id, 1, recognition), Stop);
        return PageText.Of(await PageWordsFile.ReadAsync(stored!, Stop)).Text;
    }

    private sealed class SpokenRecognizer : IPageRecognizer
    {
        private (string Text, double Confidence, string Image) next;
        private RecognitionException? failure;

        public string? Source { get; set; }

        public void Says(string text, double confidence, string image = "image") => (next, failure) = ((text, confidence, image), null);

        public void Fails(RecognitionException exception) => failure = exception;

        public async Task<RecognizedPage> RecognizeAsync(
            string originalPath, string mediaType, int page, string scratchFolder, PageRequest request, CancellationToken cancellationToken)
        {
            if (failure is not null) throw failure;
            var path = Path.Combine(scratchFolder, "view");
            await File.WriteAllTextAsync(path, next.Image, cancellationToken);
            var words = next.Text.Split(' ').Select((text, i) => new Word(text, i, 0, 1, 1, next.Confidence, 0, 0));
            return new(new(page, 100, 100, [.. words], new("spoken", "1", null, new Dictionary<string, string>())), path, "image/png") { Source = Source };
        }
    }
}

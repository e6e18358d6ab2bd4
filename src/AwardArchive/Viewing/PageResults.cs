using AwardArchive.Archive;
using AwardArchive.Recognition;
using Microsoft.Extensions.Options;

namespace AwardArchive.Viewing;

/// <summary>The kept results of a page, for people who compare them and choose.</summary>
internal sealed class PageResults(
    Catalog catalog, IObjectStore objects, IIngestionPipeline pipeline, IOptions<RecognitionOptions> options)
{
    /// <returns>Null when the page has no such result.</returns>
    public async Task<PageWords?> FindWordsAsync(Guid id, int page, int recognition, CancellationToken cancellationToken)
    {
        var kept = await catalog.FindRecognitionsAsync(id, page, cancellationToken);
        if (kept.SingleOrDefault(result => result.Number == recognition) is not { } found) return null;
        var key = StoredResult.WordsKeyOf(found);
        await using var stored = await objects.OpenReadAsync(key, cancellationToken) ?? throw new ObjectMissingException(key);
        return await PageWordsFile.ReadAsync(stored, cancellationToken) with { Page = page };
    }

    /// <returns>Null when the page lacks one of the two.</returns>
    public async Task<IReadOnlyList<WordDifference>?> CompareAsync(Guid id, int page, int a, int b, CancellationToken cancellationToken) =>
        await FindWordsAsync(id, page, a, cancellationToken) is { } before && await FindWordsAsync(id, page, b, cancellationToken) is { } after
            ? WordDifference.Between(before, after)
            : null;

    /// <summary>A person's choice.</summary>
    /// <param name="seen">What the person looked at.</param>
    public async Task<ChoiceOutcome> ChooseAsync(Guid id, int page, int recognition, SeenState seen, CancellationToken cancellationToken)
    {
        if (await FindWordsAsync(id, page, recognition, cancellationToken) is not { } words) return ChoiceOutcome.NotFound;
        var outcome = await catalog.ChooseAsync(
            id, page, recognition, seen, PageResult.TextOf(words, options.Value.ReviewBelowConfidence), cancellationToken);
        if (outcome is ChoiceOutcome.Chosen) await pipeline.AdvanceAsync(id, DocumentStatus.Reading, cancellationToken);
        return outcome;
    }

    /// <summary>Wishes pages to be recognized again.</summary>
    /// <param name="id">Null: of all documents.</param>
    /// <param name="page">Null: all pages.</param>
    /// <param name="below">Only pages of less confidence; null: all.</param>
    /// <returns>How many pages it is.</returns>
    /// <exception cref="RecognitionUnavailableException">The language data is not here.</exception>
    public async Task<int> RecognizeAgainAsync(Guid? id, int? page, double? below, RecognitionWish wish, CancellationToken cancellationToken)
    {
        if (wish.Language is { } language) Tessdata.Find(language, options.Value.TessdataFolder);
        var pages = await catalog.WishAsync(id, page, below, wish, cancellationToken);
        await pipeline.QueueStandingAsync(cancellationToken);
        return pages;
    }
}

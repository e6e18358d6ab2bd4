using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Reading;

/// <summary>The last step of a document: facts from the words of its first pages.</summary>
internal sealed class ReadFactsJob(Catalog catalog, StepRunner steps, IObjectStore objects)
{
    /// <summary>The head of a paper stands on its first page; a cover sheet or two may come before.</summary>
    private const int PagesRead = 3;

    public Task<StepResult> RunAsync(Guid documentId, CancellationToken cancellationToken) => steps.RunAsync(
        duration => catalog.TryLeaseAsync(documentId, DocumentStatus.Reading, "read", duration, cancellationToken),
        async lease =>
        {
            var facts = FactReader.Read(await WordsOfAsync(documentId, cancellationToken));
            return await catalog.CompleteReadingAsync(lease, facts, cancellationToken) ? DocumentStatus.Ready : null;
        },
        DocumentStatus.Reading,
        "Không đọc được thông tin của văn bản.",
        cancellationToken);

    private async Task<IReadOnlyList<PageWords>> WordsOfAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var pages = new List<PageWords>();
        for (var number = 1; number <= PagesRead; number++)
        {
            // A parked page has no words.
            if (await catalog.FindPageAsync(documentId, number, cancellationToken) is not { Status: PageStatus.Recognized } page) continue;
            var stream = await objects.OpenReadAsync(ObjectKey.PageWords(documentId, number, page.Recognition), cancellationToken);
            if (stream is null) continue;
            await using (stream) pages.Add(await PageWordsFile.ReadAsync(stream, cancellationToken));
        }
        return pages;
    }
}

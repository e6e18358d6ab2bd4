using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Reading;

/// <summary>The last step of a document: facts and award entries from the words of its pages.</summary>
internal sealed class ReadFactsJob(Catalog catalog, StepRunner steps, IObjectStore objects)
{
    public Task<StepResult> RunAsync(Guid documentId, CancellationToken cancellationToken) => steps.RunAsync(
        duration => catalog.TryLeaseAsync(documentId, DocumentStatus.Reading, "read", duration, cancellationToken),
        async lease =>
        {
            var reading = MachineReader.Read(await WordsOfAsync(documentId, cancellationToken));
            return await catalog.CompleteReadingAsync(lease, reading, cancellationToken) ? DocumentStatus.Ready : null;
        },
        DocumentStatus.Reading,
        "Không đọc được thông tin của văn bản.",
        cancellationToken);

    private async Task<IReadOnlyList<PageWords>> WordsOfAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var pages = new List<PageWords>();
        // A parked page has no words.
        foreach (var (number, recognition, place) in await catalog.FindRecognizedPagesAsync(documentId, cancellationToken))
        {
            var stream = await objects.OpenReadAsync(ObjectKey.PageWords(place, recognition), cancellationToken);
            if (stream is null) continue;
            await using (stream) pages.Add(await PageWordsFile.ReadAsync(stream, cancellationToken) with { Page = number });
        }
        return pages;
    }
}

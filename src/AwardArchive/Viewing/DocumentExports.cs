using AwardArchive.Archive;
using AwardArchive.Capture.FileWorkers;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Exports;

namespace AwardArchive.Viewing;

/// <summary>Writes what is stored of a document's pages in the forms other programs read.</summary>
internal sealed class DocumentExports(DocumentReader reader, IObjectStore objects, FileWorkerPool workers)
{
    /// <summary>Streams a searchable PDF, page by page, in constant memory. Nothing is kept: the stored images and words are the truth.</summary>
    /// <param name="document">All its pages recognized or parked; a parked page is empty, with its reason as a note.</param>
    /// <param name="output">Left open; need not seek.</param>
    /// <param name="cancellationToken">What was written is then of no use.</param>
    /// <exception cref="ObjectMissingException">The store lacks what the catalog names.</exception>
    public async Task WriteSearchablePdfAsync(DocumentResponse document, Stream output, CancellationToken cancellationToken)
    {
        var pdf = ExportFormat.Pdf.Open(output, document.FileName, workers.FlattenAsync);
        foreach (var page in document.Pages)
        {
            if (await reader.FindPageAsync(document.Id, page.Number, cancellationToken) is not { ImageMediaType: { } mediaType } row)
            {
                await pdf.AddAsync(ExportPage.NotRecognized(page.Number, page.Reason ?? ""), cancellationToken);
                continue;
            }
            using var image = await objects.GetLocalFileAsync(ObjectKey.PageImage(row.Place, mediaType, row.Image), cancellationToken);
            var words = await ReadWordsAsync(row, cancellationToken);
            await pdf.AddAsync(new(page.Number, words, null, image.Path), cancellationToken);
        }
        await pdf.CompleteAsync(cancellationToken);
    }

    /// <summary>One page as ALTO.</summary>
    /// <returns>At its start.</returns>
    /// <exception cref="ObjectMissingException">The store lacks the words.</exception>
    public async Task<Stream> AltoAsync(DocumentResponse document, Page page, CancellationToken cancellationToken)
    {
        var output = new MemoryStream();
        var alto = ExportFormat.Alto.Open(output, document.FileName);
        await alto.AddAsync(new(page.Number, await ReadWordsAsync(page, cancellationToken), null, null), cancellationToken);
        await alto.CompleteAsync(cancellationToken);
        output.Position = 0;
        return output;
    }

    /// <summary>The words that count.</summary>
    /// <exception cref="ObjectMissingException">The store lacks the words.</exception>
    public async Task<PageWords> ReadWordsAsync(Page page, CancellationToken cancellationToken)
    {
        var key = ObjectKey.PageWords(page.Place, page.Recognition);
        await using var stored = await objects.OpenReadAsync(key, cancellationToken) ?? throw new ObjectMissingException(key);
        return await PageWordsFile.ReadAsync(stored, cancellationToken) with { Page = page.Number };
    }
}

using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>The second step, once a page: image and words into the object store, then the row.</summary>
internal sealed class RecognizePageJob(
    Catalog catalog, StepRunner steps, IObjectStore objects, IPageRecognizer recognizer,
    IOptions<ArchiveOptions> options, IOptions<RecognitionOptions> settings, TimeProvider time)
{
    public Task RunAsync(Guid documentId, int page, CancellationToken cancellationToken) => steps.RunAsync(
        duration => catalog.TryLeasePageAsync(documentId, page, "recognize", duration, cancellationToken),
        async lease => await RecognizeAsync(lease, page, cancellationToken) ? DocumentStatus.Reading : null,
        DocumentStatus.Recognizing,
        "Không nhận dạng được trang này sau nhiều lần thử.",
        cancellationToken);

    private async Task<bool> RecognizeAsync(StepLease lease, int page, CancellationToken cancellationToken)
    {
        var document = (await catalog.FindAsync(lease.DocumentId, cancellationToken))!;
        var scratch = Directory.CreateDirectory(Path.Combine(options.Value.ScratchFolder, lease.Owner.ToString())).FullName;
        try
        {
            using var original = await objects.GetLocalFileAsync(ObjectKey.Original(document.Sha256), cancellationToken);
            var recognized = await recognizer.RecognizeAsync(original.Path, document.MediaType, page, scratch, cancellationToken);
            var words = Path.Combine(scratch, "words.json.gz");
            await PageWordsFile.WriteAsync(words, recognized.Words, cancellationToken);
            await objects.PutFileAsync(
                ObjectKey.PageImage(document.Id, page, recognized.ImageMediaType), recognized.ImagePath, cancellationToken);
            await objects.PutFileAsync(ObjectKey.PageWords(document.Id, page), words, cancellationToken);
            return await catalog.CompletePageAsync(
                lease, PageResult.TextOf(recognized.Words, settings.Value.ReviewBelowConfidence), KeptOf(document.Id, page, recognized), cancellationToken);
        }
        catch (RecognitionUnavailableException e)
        {
            throw new StepPostponedException(e);
        }
        catch (RecognitionException e)
        {
            throw new StepFailedException(e.Reason, permanent: e is UnreadablePageException, e);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private PageRecognition KeptOf(Guid documentId, int page, RecognizedPage recognized) => new()
    {
        DocumentId = documentId,
        PageNumber = page,
        Number = 1,
        MadeAt = time.GetUtcNow(),
        MadeBy = Catalog.ThisWorker,
        Engine = recognized.Words.Engine.Name,
        EngineVersion = recognized.Words.Engine.Version,
        Model = recognized.Words.Engine.Model,
        Parameters = recognized.Words.Engine.Parameters,
        Width = recognized.Words.Width,
        Height = recognized.Words.Height,
        ImageMediaType = recognized.ImageMediaType,
        Confidence = recognized.Words.Confidence(),
        WordCount = recognized.Words.Words.Count,
        LetterCount = recognized.Words.Words.Sum(word => word.Text.Count(char.IsLetterOrDigit)),
        IsBlank = recognized.Words.IsBlank,
        Seconds = recognized.Words.Seconds,
        WordsSha256 = PageResult.Sha256Of(recognized.Words),
    };
}

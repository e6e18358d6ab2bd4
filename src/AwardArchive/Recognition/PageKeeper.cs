using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>A recognized page whose bytes are in the object store.</summary>
/// <param name="Row">Not in the catalog yet.</param>
internal sealed record KeptPage(PageWords Words, PageRecognition Row);

/// <summary>Recognizes a page of an archived document and keeps image and words; the row is for the caller, who holds the lease.</summary>
internal sealed class PageKeeper(
    IObjectStore objects, IPageRecognizer recognizer, KnownPages known, IOptions<ArchiveOptions> archive, TimeProvider time)
{
    /// <param name="lease">Of the page.</param>
    /// <param name="document">Whose page.</param>
    /// <param name="number">Of the result.</param>
    /// <param name="wish">Null for the first recognition.</param>
    /// <param name="earlier">The results already kept of this page.</param>
    /// <param name="cancellationToken">Kills the processes at work.</param>
    /// <returns>Null when an equal result is kept already.</returns>
    /// <exception cref="StepFailedException">The page was not recognized.</exception>
    /// <exception cref="StepPostponedException">This machine cannot recognize now.</exception>
    public async Task<KeptPage?> RecognizeAsync(
        StepLease lease, Document document, int number, RecognitionWish? wish, IReadOnlyList<PageRecognition> earlier, CancellationToken cancellationToken)
    {
        var place = document.PlaceOf(lease.PageNumber!.Value);
        var scratch = Directory.CreateDirectory(Path.Combine(archive.Value.ScratchFolder, lease.Owner.ToString())).FullName;
        try
        {
            using var original = await objects.GetLocalFileAsync(ObjectKey.Original(document.Sha256), cancellationToken);
            var recognized = await recognizer.RecognizeAsync(
                original.Path, document.MediaType, place.Page, scratch,
                new(wish?.PageSegmentation, wish?.Language, known.For(document)), cancellationToken);
            var row = await RowOfAsync(lease, place, number, wish, recognized, earlier, cancellationToken);
            if (earlier.FirstOrDefault(kept => IsSame(kept, row)) is { } same)
            {
                await MendAsync(same, recognized, scratch, cancellationToken);
                return null;
            }
            return await KeepAsync(row, recognized, scratch, earlier, cancellationToken);
        }
        catch (RecognitionUnavailableException e) when (wish?.Language is not null)
        {
            // Only the wish asks for what is missing: waiting for it would be for ever.
            throw new StepFailedException(e.Reason, permanent: true, e);
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

    private async Task<KeptPage> KeepAsync(
        PageRecognition row, RecognizedPage recognized, string scratch, IReadOnlyList<PageRecognition> earlier, CancellationToken cancellationToken)
    {
        if (row.Image == row.Number) await objects.PutFileAsync(StoredResult.ImageKeyOf(row), recognized.ImagePath, cancellationToken);
        else await MendImageAsync(earlier.Single(kept => kept.Number == row.Image), recognized, scratch, cancellationToken);
        await PutWordsAsync(row, recognized, scratch, cancellationToken);
        return new(recognized.Words, row);
    }

    /// <summary>An equal result is kept already. What the store has lost of it since, or has altered, is put back.</summary>
    private async Task MendAsync(PageRecognition kept, RecognizedPage recognized, string scratch, CancellationToken cancellationToken)
    {
        await MendImageAsync(kept, recognized, scratch, cancellationToken);
        if (await StoredResult.TryReadWordsAsync(objects, kept, cancellationToken) is null) await PutWordsAsync(kept, recognized, scratch, cancellationToken);
    }

    private async Task MendImageAsync(PageRecognition kept, RecognizedPage recognized, string scratch, CancellationToken cancellationToken)
    {
        if (!await StoredResult.TryCopyImageAsync(objects, kept, Path.Combine(scratch, "stored"), cancellationToken))
            await objects.PutFileAsync(StoredResult.ImageKeyOf(kept), recognized.ImagePath, cancellationToken);
    }

    private async Task PutWordsAsync(PageRecognition row, RecognizedPage recognized, string scratch, CancellationToken cancellationToken)
    {
        var words = Path.Combine(scratch, "words.json.gz");
        await PageWordsFile.WriteAsync(words, recognized.Words, cancellationToken);
        await objects.PutFileAsync(StoredResult.WordsKeyOf(row), words, cancellationToken);
    }

    private async Task<PageRecognition> RowOfAsync(
        StepLease lease, PagePlace place, int number, RecognitionWish? wish, RecognizedPage recognized, IReadOnlyList<PageRecognition> earlier,
        CancellationToken cancellationToken)
    {
        var (words, engine) = (recognized.Words, recognized.Words.Engine);
        var image = await PageResult.Sha256OfAsync(recognized.ImagePath, cancellationToken);
        return new()
        {
            DocumentId = lease.DocumentId,
            PageNumber = lease.PageNumber!.Value,
            ScanId = place.Document == lease.DocumentId ? null : place.Document,
            ScanPage = place.Document == lease.DocumentId ? null : place.Page,
            Number = number,
            MadeAt = time.GetUtcNow(),
            Origin = wish is null ? RecognitionOrigin.Ingest : RecognitionOrigin.Again,
            MadeBy = Catalog.ThisWorker,
            Engine = engine.Name,
            EngineVersion = engine.Version,
            Model = engine.Model,
            Parameters = engine.Parameters,
            Width = words.Width,
            Height = words.Height,
            ImageMediaType = recognized.ImageMediaType,
            ImageSha256 = image,
            Image = earlier.FirstOrDefault(kept => kept.ImageSha256 == image && kept.ImageMediaType == recognized.ImageMediaType)?.Image ?? number,
            Confidence = words.Confidence(),
            WordCount = words.Words.Count,
            LetterCount = words.Words.Sum(word => word.Text.Count(char.IsLetterOrDigit)),
            IsBlank = words.IsBlank,
            Seconds = words.Seconds,
            WordsSha256 = PageResult.Sha256Of(words),
            Source = recognized.Source,
            IsReused = recognized.IsReused,
        };
    }

    private static bool IsSame(PageRecognition one, PageRecognition other) => one.WordsSha256 == other.WordsSha256 && one.ImageSha256 == other.ImageSha256;
}

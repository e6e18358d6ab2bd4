using AwardArchive.Archive;
using AwardArchive.Recognition.Language;
using AwardArchive.Recognition.Workers;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition;

/// <summary>Leads one page through its processes: one worker, and for a PDF one of Poppler's programs.</summary>
internal sealed class PageRecognizer(
    OcrWorkerPool pool, PageRasterizer rasterizer, IOptions<RecognitionOptions> options, TimeProvider time) : IPageRecognizer
{
    // Programs that run out of room do not all say so: what they wrote is trusted only while there is some left.
    private const long MinFreeBytes = 16 << 20;

    private readonly RecognitionOptions _options = options.Value;

    public async Task<RecognizedPage> RecognizeAsync(
        string originalPath, string mediaType, int page, string scratchFolder, PageRequest request, CancellationToken cancellationToken)
    {
        // The worker is held for the whole page, so that never more pages are in work than there are workers.
        await using var worker = await pool.RentAsync(OcrWorkerCommand.SettingsOf(_options, request), cancellationToken);
        using var limit = new CancellationTokenSource(_options.PageTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            EnsureRoom(scratchFolder);
            worker.Original = originalPath;
            var source = new PageSource(worker, originalPath, page, scratchFolder, request.Known, IsVietnamese(request.Language ?? _options.Language));
            var recognized = mediaType == "application/pdf"
                ? await RecognizePdfAsync(source, stop.Token)
                : await RecognizeImageAsync(source, originalPath, mediaType == "image/tiff" ? page - 1 : 0, null, stop.Token);
            EnsureRoom(scratchFolder);
            return recognized.IsReused ? recognized : recognized with { Words = recognized.Words with { RecognizedAt = time.GetUtcNow() } };
        }
        catch (UnreadablePageException)
        {
            // On a full disk the image in between is cut off, and the page looks broken.
            EnsureRoom(scratchFolder);
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new OcrTimeoutException(_options.PageTimeout);
        }
    }

    private async Task<RecognizedPage> RecognizePdfAsync(PageSource source, CancellationToken cancellationToken)
    {
        var inspected = await source.Worker.AskAsync<PdfPageInspected>(
            new InspectPdfPage(source.Worker.Place(source.Original), source.Page, _options.RenderDpi, _options.ViewDpi), cancellationToken);
        if (inspected is { Content: PdfPageContent.Text, Engine: { } textLayer })
        {
            var view = await rasterizer.DrawAsync(source.Original, source.Page, inspected.Dpi, forViewing: true, source.Scratch, cancellationToken);
            var (width, height) = JpegSize(view);
            return new(new(source.Page, width, height, inspected.Words, textLayer) { Resolution = inspected.Dpi }, view, "image/jpeg");
        }
        var image = inspected.Content == PdfPageContent.Scan
            ? await rasterizer.ExtractAsync(source.Original, source.Page, source.Scratch, cancellationToken)
            : null;
        image ??= await rasterizer.DrawAsync(source.Original, source.Page, inspected.Dpi, forViewing: false, source.Scratch, cancellationToken);
        var recognized = await RecognizeImageAsync(source, image, 0, inspected.Dpi, cancellationToken);
        return inspected.ReducedFrom is { } size ? recognized with { Words = Reduced(recognized.Words, size) } : recognized;
    }

    private async Task<RecognizedPage> RecognizeImageAsync(
        PageSource source, string image, int frame, int? resolution, CancellationToken cancellationToken)
    {
        var origin = await OriginOfAsync(source, image, frame, resolution, cancellationToken);
        if (origin is not null && await source.Known!.Pages.FindAsync(origin, source.Page, source.Scratch, cancellationToken) is { } known) return known;
        var (placed, sent) = (source.Worker.Place(image), Path.Combine(source.Scratch, "sent"));
        var recognized = await source.Worker.AskAsync<ImageRecognized>(
            new RecognizeImage(placed, frame, resolution, source.Worker.TemporaryFolderOr(source.Scratch)), sent, cancellationToken);
        if (recognized.ViewBytes <= 0 && recognized.ViewPath != placed)
            throw new OcrWorkerGarbledException("The OCR worker gave a file that is not of this page.");
        var view = recognized.ViewBytes > 0 ? sent : image;
        if (new FileInfo(view) is not { Exists: true, Length: > 0 })
            throw new OcrWorkerGarbledException("The OCR worker claimed success without an image for viewing.");
        var read = source.IsVietnamese ? LanguageKnowledge.Default.Read(recognized.Words) : recognized.Words;
        var words = new PageWords(source.Page, recognized.Width, recognized.Height, read, recognized.Engine)
        {
            Resolution = recognized.Resolution,
            IsBlank = recognized.IsBlank,
            Regions = recognized.Regions,
            Seconds = recognized.Seconds,
        };
        return new(words, OwnCopy(view, source), recognized.ViewMediaType) { Source = origin };
    }

    private async Task<string?> OriginOfAsync(PageSource source, string image, int frame, int? resolution, CancellationToken cancellationToken)
    {
        if (source.Known is not { } known) return null;
        var described = await source.Worker.AskAsync<EngineDescribed>(new DescribeEngine(), cancellationToken);
        var sha256 = image == source.Original ? known.OriginalSha256 : await PageResult.Sha256OfAsync(image, cancellationToken);
        // The worker may be another program than this one, and both have a hand in the words.
        var build = $"{ProgramBuild.Id} {described.Build}";
        return new PageOrigin(sha256, frame, resolution, described.Engine, build, _options.MaxPagePixels).Sha256();
    }

    private static PageWords Reduced(PageWords words, string size) => words with
    {
        Engine = words.Engine with { Parameters = new Dictionary<string, string>(words.Engine.Parameters) { [ReducedNote.Size] = size } },
    };

    /// <summary>The caller moves the image into the store; the original must stay where it is.</summary>
    private static string OwnCopy(string view, PageSource source)
    {
        if (view != source.Original) return view;
        var copy = Path.Combine(source.Scratch, "view");
        File.Copy(view, copy);
        return copy;
    }

    private static bool IsVietnamese(string languages) => languages.Split('+').Contains("vie");

    private static void EnsureRoom(string folder)
    {
        if (new DriveInfo(folder).AvailableFreeSpace < MinFreeBytes)
            throw new StorageFullException("There is no room to recognize pages in the scratch folder.");
    }

    private static (int Width, int Height) JpegSize(string path) => JpegFile.ReadFrame(path) is { } frame
        ? (frame.Width, frame.Height)
        : throw new OcrWorkerGarbledException("Poppler drew a page that is no JPEG file.");

    private readonly record struct PageSource(OcrWorkerPool.Lease Worker, string Original, int Page, string Scratch, KnownImages? Known, bool IsVietnamese);
}

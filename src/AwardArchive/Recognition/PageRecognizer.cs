using System.Buffers.Binary;
using AwardArchive.Archive;
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
        string originalPath, string mediaType, int page, string scratchFolder, CancellationToken cancellationToken)
    {
        // The worker is held for the whole page, so that never more pages are in work than there are workers.
        await using var worker = await pool.RentAsync(cancellationToken);
        using var limit = new CancellationTokenSource(_options.PageTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            EnsureRoom(scratchFolder);
            var source = new PageSource(worker, originalPath, page, scratchFolder);
            var recognized = mediaType == "application/pdf"
                ? await RecognizePdfAsync(source, stop.Token)
                : await RecognizeImageAsync(source, originalPath, mediaType == "image/tiff" ? page - 1 : 0, null, stop.Token);
            EnsureRoom(scratchFolder);
            return recognized;
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
            new InspectPdfPage(source.Original, source.Page, _options.RenderDpi, _options.ViewDpi), cancellationToken);
        if (inspected is { Content: PdfPageContent.Text, Engine: { } textLayer })
        {
            var view = await rasterizer.DrawAsync(source.Original, source.Page, inspected.Dpi, asPng: true, source.Scratch, cancellationToken);
            var (width, height) = PngSize(view);
            return new(new(source.Page, width, height, inspected.Words, textLayer) { Resolution = inspected.Dpi }, view, "image/png");
        }
        var image = inspected.Content == PdfPageContent.Scan
            ? await rasterizer.ExtractAsync(source.Original, source.Page, source.Scratch, cancellationToken)
            : null;
        image ??= await rasterizer.DrawAsync(source.Original, source.Page, inspected.Dpi, asPng: false, source.Scratch, cancellationToken);
        return await RecognizeImageAsync(source, image, 0, inspected.Dpi, cancellationToken);
    }

    private static async Task<RecognizedPage> RecognizeImageAsync(
        PageSource source, string image, int frame, int? resolution, CancellationToken cancellationToken)
    {
        var recognized = await source.Worker.AskAsync<ImageRecognized>(
            new RecognizeImage(image, frame, resolution, source.Scratch), cancellationToken);
        if (recognized.ViewPath != image && Path.GetDirectoryName(recognized.ViewPath) != source.Scratch)
            throw new OcrWorkerGarbledException("The OCR worker gave a file that is not of this page.");
        if (new FileInfo(recognized.ViewPath) is not { Exists: true, Length: > 0 })
            throw new OcrWorkerGarbledException("The OCR worker claimed success without an image for viewing.");
        var words = new PageWords(source.Page, recognized.Width, recognized.Height, recognized.Words, recognized.Engine)
        {
            Resolution = recognized.Resolution,
            IsBlank = recognized.IsBlank,
            Seconds = recognized.Seconds,
        };
        return new(words, OwnCopy(recognized.ViewPath, source), recognized.ViewMediaType);
    }

    /// <summary>The caller moves the image into the store; the original must stay where it is.</summary>
    private static string OwnCopy(string view, PageSource source)
    {
        if (view != source.Original) return view;
        var copy = Path.Combine(source.Scratch, "view");
        File.Copy(view, copy);
        return copy;
    }

    private static void EnsureRoom(string folder)
    {
        if (new DriveInfo(folder).AvailableFreeSpace < MinFreeBytes)
            throw new StorageFullException("There is no room to recognize pages in the scratch folder.");
    }

    private static (int Width, int Height) PngSize(string path)
    {
        // The header chunk comes first and its size is fixed: PNG (ISO/IEC 15948), 5.6 and 11.2.2.
        Span<byte> head = stackalloc byte[24];
        using var file = File.OpenRead(path);
        file.ReadExactly(head);
        return (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
    }

    private readonly record struct PageSource(OcrWorkerPool.Lease Worker, string Original, int Page, string Scratch);
}

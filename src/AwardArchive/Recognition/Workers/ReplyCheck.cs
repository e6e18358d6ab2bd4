using AwardArchive.Archive;

namespace AwardArchive.Recognition.Workers;

/// <summary>What a reply must be, whatever it says, before anything of it is stored.</summary>
internal static class ReplyCheck
{
    /// <exception cref="InvalidDataException">It is no answer to this request, or claims what cannot be.</exception>
    public static void EnsureBelievable(WorkerReply reply, WorkerRequest request)
    {
        if (reply.Number != request.Number) throw new InvalidDataException($"Reply {reply.Number} came to request {request.Number}.");
        switch (reply)
        {
            case ImageRecognized { Width: <= 0 } or ImageRecognized { Height: <= 0 }:
                throw new InvalidDataException("The page has no size.");
            case ImageRecognized { ViewMediaType: not ("image/jpeg" or "image/png") }:
                throw new InvalidDataException("The image for viewing is neither JPEG nor PNG.");
            case ImageRecognized image:
                EnsureWords(image.Words, image.Width, image.Height);
                EnsureRegions(image.Regions, image.Width, image.Height);
                break;
            case PdfPageInspected { Dpi: <= 0 } or PdfPageInspected { Content: PdfPageContent.Text, Dpi: null }:
                throw new InvalidDataException("The page has no resolution.");
            case PdfPageInspected pdf:
                // How large the page is drawn is known only when it is drawn.
                EnsureWords(pdf.Words, int.MaxValue, int.MaxValue);
                break;
        }
    }

    private static void EnsureRegions(IReadOnlyList<PageRegion> regions, long width, long height)
    {
        foreach (var region in regions)
        {
            if (region is null || !IsInside(region.Box, width, height)) throw new InvalidDataException("A region lies outside of its page.");
            if (!Enum.IsDefined(region.Kind)) throw new InvalidDataException("A region is of no kind.");
            if (region.Confidence is not (>= 0 and <= 1)) throw new InvalidDataException("A confidence is not between 0 and 1.");
        }
    }

    private static bool IsInside(Box box, long width, long height) =>
        box is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && (long)box.X + box.Width <= width && (long)box.Y + box.Height <= height;

    /// <remarks>Confidences that are no numbers cannot be said in JSON: such a frame is broken already.</remarks>
    private static void EnsureWords(IReadOnlyList<Word> words, long width, long height)
    {
        var (line, block) = (0, 0);
        foreach (var word in words)
        {
            // JSON's annotations do not reach into lists.
            if (string.IsNullOrWhiteSpace(word?.Text)) throw new InvalidDataException("A word has no letters.");
            if (!IsInside(word.Box, width, height)) throw new InvalidDataException("A word lies outside of its page.");
            if (word.Confidence is not (>= 0 and <= 1)) throw new InvalidDataException("A confidence is not between 0 and 1.");
            if (word.Line < line || word.Block < block) throw new InvalidDataException("Lines or blocks are out of order.");
            (line, block) = (word.Line, word.Block);
        }
    }
}

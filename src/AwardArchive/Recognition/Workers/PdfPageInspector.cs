using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace AwardArchive.Recognition.Workers;

/// <summary>Looks into a PDF page and says how to get its words: from its text, from its one image, or from a drawing of it.</summary>
internal sealed class PdfPageInspector(int maxPixels)
{
    private const double PointsPerInch = 72;

    // Larger files are read in place.
    private const long MaxBytesInMemory = 64L << 20;

    // Part of the page's sides by which an image may miss them.
    private const double Tolerance = 0.02;

    // A page that shows less of itself than this beside its images is a scan, whatever text lies behind it.
    private const double ScanShare = 0.7;

    // Of the pixels that a page may have: decoding more, only to draw them smaller, takes minutes.
    private const int MostReduction = 10;

    // The pages of one document tend to come one after the other.
    private (string Path, DateTime Changed, PdfDocument Document)? _last;

    public PdfPageInspected Inspect(InspectPdfPage request)
    {
        try
        {
            return Inspect(Open(request.Path).GetPage(request.Page), request);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or UnreadablePageException))
        {
            // Poppler forgives more than PdfPig does: it has the last word on whether the page can be seen.
            return new(PdfPageContent.Drawing, null, [], null);
        }
    }

    private PdfPageInspected Inspect(UglyToad.PdfPig.Content.Page page, InspectPdfPage request)
    {
        var images = page.GetImages().ToList();
        if (images.Find(image => (long)image.WidthInSamples * image.HeightInSamples > (long)MostReduction * maxPixels) is { } huge)
        {
            throw new UnreadablePageException(
                $"Ảnh của trang quá lớn: {huge.WidthInSamples} × {huge.HeightInSamples} điểm ảnh.",
                $"An image of {huge.WidthInSamples} x {huge.HeightInSamples} pixels is too large to be drawn smaller.");
        }
        var letters = page.Letters.Where(letter => letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip)).ToList();
        if (images.Sum(image => SharedArea(image, page)) < ScanShare * page.Width * page.Height)
        {
            var dpi = FittingDpi(page, request.ViewDpi);
            var unicode = LegacyFonts.Convert(letters);
            if (TextLayer.Read(unicode.Letters, page.Width, page.Height, dpi) is { } words)
                return new(PdfPageContent.Text, dpi, words, TextLayer.Engine(unicode.Parameters));
        }
        return letters.Count == 0 && images is [var scan] && IsUprightScan(scan, page) && ShowsNothingElse(page)
            ? new(PdfPageContent.Scan, (int)Math.Round(scan.WidthInSamples * PointsPerInch / page.Width), [], null)
            : new(PdfPageContent.Drawing, FittingDpi(page, request.RenderDpi), [], null) { ReducedFrom = SizeBefore(page, images, request.RenderDpi) };
    }

    private PdfDocument Open(string path)
    {
        var changed = File.GetLastWriteTimeUtc(path);
        if (_last is { } last)
        {
            if (last.Path == path && last.Changed == changed) return last.Document;
            _last = null;
            last.Document.Dispose();
        }
        var options = new ParsingOptions { SkipMissingFonts = true };
        var document = new FileInfo(path).Length <= MaxBytesInMemory
            ? PdfDocument.Open(File.ReadAllBytes(path), options)
            : PdfDocument.Open(File.OpenRead(path), options);
        _last = (path, changed, document);
        return document;
    }

    /// <summary>Whether the image can stand for the page: what <c>pdfimages</c> takes out of the file is then what the page shows.</summary>
    private bool IsUprightScan(IPdfImage image, UglyToad.PdfPig.Content.Page page)
    {
        // Larger ones are drawn smaller; and what has less than a pixel an inch is no scan.
        if ((long)image.WidthInSamples * image.HeightInSamples > maxPixels) return false;
        if (image.WidthInSamples * PointsPerInch < page.Width || image.HeightInSamples * PointsPerInch < page.Height) return false;
        var (sideways, upwards) = (Tolerance * page.Width, Tolerance * page.Height);
        var box = image.BoundingBox;
        return !image.IsImageMask && image.MaskImage is null && !IsInverted(image)
            && image.ColorSpaceDetails?.Type is ColorSpace.DeviceGray or ColorSpace.DeviceRGB or ColorSpace.CalGray or ColorSpace.CalRGB
                or ColorSpace.ICCBased or ColorSpace.Indexed
            && Math.Abs(box.BottomLeft.X) < sideways && Math.Abs(box.BottomLeft.Y) < upwards
            && Math.Abs(box.TopLeft.X) < sideways && Math.Abs(box.TopLeft.Y - page.Height) < upwards
            && Math.Abs(box.BottomRight.X - page.Width) < sideways && Math.Abs(box.BottomRight.Y) < upwards;
    }

    private static bool IsInverted(IPdfImage image) => image.Decode is [var first, var second, ..] && first > second;

    private static bool ShowsNothingElse(UglyToad.PdfPig.Content.Page page) =>
        !page.Paths.Any(path => path.IsFilled || path.IsStroked)
        && page.GetAnnotations().All(annotation => annotation.Type == AnnotationType.Link);

    private static double SharedArea(IPdfImage image, UglyToad.PdfPig.Content.Page page)
    {
        var box = Extent.Of(image.BoundingBox);
        var width = Math.Min(box.Right, page.Width) - Math.Max(box.Left, 0);
        var height = Math.Min(box.Top, page.Height) - Math.Max(box.Bottom, 0);
        return Math.Max(0, width) * Math.Max(0, height);
    }

    private string? SizeBefore(UglyToad.PdfPig.Content.Page page, List<IPdfImage> images, int wanted)
    {
        if (images.Find(image => (long)image.WidthInSamples * image.HeightInSamples > maxPixels) is { } large)
            return ReducedNote.SizeOf(large.WidthInSamples, large.HeightInSamples);
        var scale = wanted / PointsPerInch;
        return FittingDpi(page, wanted) < wanted ? ReducedNote.SizeOf((int)(page.Width * scale), (int)(page.Height * scale)) : null;
    }

    private int FittingDpi(UglyToad.PdfPig.Content.Page page, int wanted)
    {
        var largest = Math.Sqrt(maxPixels / (page.Width * page.Height)) * PointsPerInch;
        return Math.Max(1, Math.Min(wanted, (int)largest));
    }
}

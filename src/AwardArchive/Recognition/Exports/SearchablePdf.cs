using System.Globalization;
using System.Text;

namespace AwardArchive.Recognition.Exports;

/// <summary>
/// A PDF that looks like the scan and can be searched: each page is its image, JPEG and plain PNG coded as they are, with the words over
/// it in invisible letters, each exactly as wide as its box. A page that was not recognized is empty, with a note that says why.
/// </summary>
/// <remarks>PDF/A-2b (ISO 19005-2). The same pages give the same bytes.</remarks>
internal sealed class SearchablePdf : IPageExport
{
    private const double PointsPerInch = 72;

    // The long side of A4, in inches and points: for pages whose size nobody knows.
    private const double LikelyInches = 11.7;
    private const string EmptyPage = "595 842";

    // Part of the usual height of words on a page.
    private const double SameSize = 0.3;

    // Part of the width of the page.
    private const double LongLine = 0.25;

    // Smaller and larger pages are refused (ISO 19005-2, 6.1.13).
    private const double MinPoints = 3;
    private const double MaxPoints = 14400;

    // A note as readers draw it when nothing else is said; PDF/A wants it drawn in the file.
    private const string NoteDrawing = "1 0.9 0.5 rg 0 G 0.5 0.5 19 19 re B 4 14 m 16 14 l 4 10 m 16 10 l 4 6 m 12 6 l S";

    private readonly FlattenImage? _flatten;
    private readonly PdfFile _pdf;
    private readonly GlyphlessFont _letters = new();
    private readonly PdfMetadata _metadata;
    private readonly List<int> _pages = [];
    private readonly int _tree;
    private readonly int _font;

    /// <param name="flatten">For images that PDF cannot hold as they are; null: there are none.</param>
    public SearchablePdf(Stream output, string fileName, FlattenImage? flatten = null)
    {
        _flatten = flatten;
        (_pdf, _metadata) = (new(output, "1.7"), new(fileName));
        (_tree, _font) = (_pdf.Reserve(), _pdf.Reserve());
    }

    public async Task AddAsync(ExportPage page, CancellationToken cancellationToken)
    {
        if (page is { Words: { } words, ImagePath: { } path }) await AddAsync(words, path, cancellationToken);
        else AddEmpty(page);
        await _pdf.FlushAsync(cancellationToken);
    }

    public Task CompleteAsync(CancellationToken cancellationToken)
    {
        _letters.Write(_pdf, _font);
        _pdf.Put(_tree, $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}] >>");
        var profile = _pdf.AddPacked($"/N {SrgbProfile.Components}", SrgbProfile.Bytes);
        var colors = _pdf.Add(
            $"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({SrgbProfile.Name}) /Info ({SrgbProfile.Name}) /DestOutputProfile {profile} 0 R >>");
        var (metadata, information) = _metadata.Write(_pdf);
        var catalog = _pdf.Add(
            $"<< /Type /Catalog /Pages {_tree} 0 R /Lang (vi) /ViewerPreferences << /DisplayDocTitle true >> "
            + $"/Metadata {metadata} 0 R /OutputIntents [{colors} 0 R] >>");
        _pdf.Finish(catalog, information);
        return _pdf.FlushAsync(cancellationToken);
    }

    private async Task AddAsync(PageWords words, string path, CancellationToken cancellationToken)
    {
        var image = await AddImageAsync(path, cancellationToken);
        var longSide = Math.Max(words.Width, words.Height);
        var dpi = Math.Max(words.Resolution ?? longSide / LikelyInches, longSide * PointsPerInch / MaxPoints);
        var points = PointsPerInch / dpi;
        var (width, height) = (words.Width * points, words.Height * points);
        var content = _pdf.AddPacked("", Encoding.ASCII.GetBytes(Invariant($"q {width:0.###} 0 0 {height:0.###} 0 0 cm /Scan Do Q\n") + TextOver(words, points)));
        var mediaBox = Invariant($"[0 0 {Math.Max(MinPoints, width):0.###} {Math.Max(MinPoints, height):0.###}]");
        _pages.Add(_pdf.Add(
            $"<< /Type /Page /Parent {_tree} 0 R /MediaBox {mediaBox} /Contents {content} 0 R "
            + $"/Resources << /XObject << /Scan {image} 0 R >> /Font << /Text {_font} 0 R >> >> >>"));
    }

    private async Task<int> AddImageAsync(string path, CancellationToken cancellationToken)
    {
        if (PdfImage.Find(path) is { } found) return await _pdf.AddStreamAsync(found.Dictionary, path, found.Runs, cancellationToken);
        if (_flatten is null) throw new InvalidDataException("The page image is none that PDF can hold.");
        var flat = Path.GetTempFileName();
        try
        {
            await _flatten(path, flat, cancellationToken);
            var plain = PdfImage.Find(flat) ?? throw new InvalidDataException("The flattened page image is no plain PNG.");
            return await _pdf.AddStreamAsync(plain.Dictionary, flat, plain.Runs, cancellationToken);
        }
        finally
        {
            File.Delete(flat);
        }
    }

    private void AddEmpty(ExportPage page)
    {
        var drawing = _pdf.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 20 20] /Resources << >>", Encoding.ASCII.GetBytes(NoteDrawing));
        // 28: printed, neither zoomed nor turned with the page.
        _pages.Add(_pdf.Add(
            $"<< /Type /Page /Parent {_tree} 0 R /MediaBox [0 0 {EmptyPage}] /Resources << >> /Annots [<< /Type /Annot /Subtype /Text "
            + $"/Rect [40 782 60 802] /F 28 /AP << /N {drawing} 0 R >> /Contents {PdfFile.Text(page.Reason ?? "")} >>] >>"));
    }

    /// <summary>Each word on its own, so that a wrong one moves no other; on the base line of its line, so that readers see one line.</summary>
    private string TextOver(PageWords page, double points)
    {
        var text = new StringBuilder("BT\n3 Tr\n"); // neither filled nor stroked
        var lines = page.Words.Lines().Select(line => line.Words).ToList();
        var skew = Skew(page, lines);
        var usual = lines.Count == 0 ? 0 : Median(page.Words.Select(word => (double)word.Height));
        foreach (var line in lines)
        {
            // Readers take text of another size for another column: what is about as high as the rest of the page is running text.
            var height = Median(line.Select(word => (double)word.Height));
            if (Math.Abs(height - usual) < SameSize * usual) height = usual;
            var size = Math.Max(1, height) * points;
            var start = Median(line.Select(word => word.Box.Bottom - (skew * Center(word))));
            text.Append(CultureInfo.InvariantCulture, $"/Text {size:0.###} Tf\n");
            for (var i = 0; i < line.Count; i++)
            {
                var word = line[i];
                var (codes, count) = _letters.Encode(word.Text);
                var stretch = 100 * word.Width * points / (count * GlyphlessFont.GlyphWidth * size);
                var baseLine = start + (skew * Center(word));
                if (Math.Abs(baseLine - word.Box.Bottom) > height) baseLine = word.Box.Bottom; // put into this line by mistake
                var (x, y) = (word.X * points, (page.Height - baseLine) * points);
                // A blank after each word but the last: what is copied then does not depend on how a reader guesses gaps.
                var blank = i < line.Count - 1 ? "0020" : "";
                text.Append(CultureInfo.InvariantCulture, $"{stretch:0.###} Tz 1 0 0 1 {x:0.###} {y:0.###} Tm <{codes}{blank}> Tj\n");
            }
        }
        return text.Append("ET\n").ToString();
    }

    /// <summary>How far the lines sink, in pixels a pixel: the middle of what the long lines say from their first word to their last.</summary>
    private static double Skew(PageWords page, IEnumerable<IReadOnlyList<Word>> lines)
    {
        // Of a short line the hanging letters say more than the skew does.
        var slopes = lines.Where(line => Center(line[^1]) - Center(line[0]) > LongLine * page.Width)
            .Select(line => (line[^1].Box.Bottom - line[0].Box.Bottom) / (Center(line[^1]) - Center(line[0]))).ToList();
        return slopes.Count == 0 ? 0 : Median(slopes);
    }

    private static double Center(Word word) => word.X + (word.Width / 2.0);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

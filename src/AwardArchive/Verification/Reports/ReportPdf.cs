using System.Globalization;
using System.Text;
using AwardArchive.Recognition.Exports;

namespace AwardArchive.Verification.Reports;

/// <summary>A piece of a scan as it goes into a report.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Jpeg">RGB.</param>
internal sealed record CropImage(int Width, int Height, byte[] Jpeg);

/// <summary>Sets a report on pages of A4. Nothing of this machine or moment goes in: the same report and crops give the same bytes.</summary>
internal sealed class ReportPdf
{
    // In points: A4, with the margins that Decree 30/2020/NĐ-CP, Appendix I, allows at least (20 mm; 30 mm on the left are for binding).
    private const double Width = 595.28, Height = 841.89, Left = 85, Right = 57, Top = 57, Bottom = 62;
    private const double TextWidth = Width - Left - Right;

    private const double TextSize = 11.5, SmallSize = 10, HeadingSize = 12.5, TitleSize = 14, FootSize = 9;

    /// <summary>Lines lie so many sizes apart: Vietnamese capitals bear two marks.</summary>
    private const double Leading = 1.32;

    /// <summary>A crop is drawn at this resolution if it has the room: a little smaller than the paper was.</summary>
    private const double CropDpi = 220;

    private const double MostCropHeight = 170;

    private readonly PdfFile _pdf;
    private readonly ReportFontUse _regular, _bold, _italic;
    private readonly List<(StringBuilder Content, List<int> Images)> _pages = [];
    private double _y;

    private ReportPdf(Stream output)
    {
        _pdf = new(output, "1.7");
        (_regular, _bold, _italic) = (new(ReportFont.Regular, _pdf.Reserve()), new(ReportFont.Bold, _pdf.Reserve()), new(ReportFont.Italic, _pdf.Reserve()));
        NewPage();
    }

    /// <param name="crops">Null where a piece of a scan could not be had: the report says so in its place.</param>
    public static void Write(Stream output, ReportContent report, Func<ScanSpot, CropImage?> crops)
    {
        var pdf = new ReportPdf(output);
        foreach (var line in report.Title.Take(1)) pdf.Centered(line, ReportFont.Bold, pdf._bold, TitleSize);
        foreach (var line in report.Title.Skip(1)) pdf.Centered(line, ReportFont.Regular, pdf._regular, TextSize);
        foreach (var section in report.Sections) pdf.Section(section, crops);
        pdf.Finish(report);
    }

    private void Section(ReportSection section, Func<ScanSpot, CropImage?> crops)
    {
        _y -= 10;
        // A heading is not left alone at the foot of a page.
        Reserve((HeadingSize + (2 * TextSize)) * Leading);
        Lines(section.Heading, ReportFont.Bold, _bold, HeadingSize, 0);
        foreach (var item in section.Items)
        {
            _y -= 3;
            Lines(item.Text, ReportFont.Regular, _regular, TextSize, 10);
            foreach (var detail in item.Details) Lines(detail, ReportFont.Italic, _italic, SmallSize, 22);
            foreach (var spot in item.Spots)
            {
                if (crops(spot) is { } crop) Picture(crop);
                else Lines("(Không lấy được ảnh quét của chỗ này.)", ReportFont.Italic, _italic, SmallSize, 22);
            }
        }
    }

    private void Centered(string text, ReportFont font, ReportFontUse use, double size)
    {
        foreach (var line in Broken(text, font, size, TextWidth))
            Line(line, use, size, Left + ((TextWidth - font.WidthOf(line, size)) / 2));
    }

    private void Lines(string text, ReportFont font, ReportFontUse use, double size, double indent)
    {
        foreach (var line in Broken(text, font, size, TextWidth - indent)) Line(line, use, size, Left + indent);
    }

    private void Line(string text, ReportFontUse use, double size, double x)
    {
        Reserve(size * Leading);
        _y -= size * Leading;
        Put(text, use, size, x, _y);
    }

    private void Put(string text, ReportFontUse use, double size, double x, double y) =>
        _pages[^1].Content.Append(CultureInfo.InvariantCulture, $"BT /F{use.Number} {size:0.##} Tf 1 0 0 1 {x:0.##} {y:0.##} Tm <{use.Encode(text)}> Tj ET\n");

    private void Picture(CropImage crop)
    {
        const double Indent = 22;
        var scale = Math.Min(72 / CropDpi, Math.Min((TextWidth - Indent) / crop.Width, MostCropHeight / crop.Height));
        var (width, height) = (crop.Width * scale, crop.Height * scale);
        Reserve(height + 6);
        _y -= height + 4;
        var image = _pdf.AddStream(
            $"/Type /XObject /Subtype /Image /Width {crop.Width} /Height {crop.Height} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode",
            crop.Jpeg);
        _pages[^1].Images.Add(image);
        _pages[^1].Content.Append(CultureInfo.InvariantCulture, $"q {width:0.##} 0 0 {height:0.##} {Left + Indent:0.##} {_y:0.##} cm /I{image} Do Q\n")
            .Append(CultureInfo.InvariantCulture, $"q 0.4 w 0.6 G {Left + Indent:0.##} {_y:0.##} {width:0.##} {height:0.##} re S Q\n");
        _y -= 2;
    }

    private void Reserve(double height)
    {
        if (_y - height < Bottom) NewPage();
    }

    private void NewPage()
    {
        _pages.Add((new(), []));
        _y = Height - Top;
    }

    private void Finish(ReportContent report)
    {
        var tree = _pdf.Reserve();
        var kids = new List<int>();
        for (var at = 0; at < _pages.Count; at++)
        {
            var (content, images) = _pages[at];
            Foot(content, report.Foot, string.Create(CultureInfo.InvariantCulture, $"Trang {at + 1}/{_pages.Count}"));
            var stream = _pdf.AddPacked("", Encoding.ASCII.GetBytes(content.ToString()));
            var drawn = images.Count == 0 ? "" : $" /XObject << {string.Join(' ', images.Select(image => $"/I{image} {image} 0 R"))} >>";
            kids.Add(_pdf.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {Width} {Height}] /Contents {stream} 0 R /Resources << /Font << {Fonts()} >>{drawn} >> >>")));
        }
        foreach (var use in (ReportFontUse[])[_regular, _bold, _italic]) use.Write(_pdf);
        _pdf.Put(tree, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>");
        var catalog = _pdf.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang {PdfFile.Text("vi")} /ViewerPreferences << /DisplayDocTitle true >> >>");
        var information = _pdf.Add($"<< /Title {PdfFile.Text(string.Join(" – ", report.Title))} /Producer {PdfFile.Text($"{ProgramVersion.Name} {ProgramVersion.Number}")} >>");
        _pdf.Finish(catalog, information);
        _pdf.Flush();
    }

    private string Fonts() => string.Join(' ', ((ReportFontUse[])[_regular, _bold, _italic]).Select(use => $"/F{use.Number} {use.Number} 0 R"));

    private void Foot(StringBuilder content, string foot, string page)
    {
        const double Y = Bottom - 26;
        var room = TextWidth - ReportFont.Regular.WidthOf(page, FootSize) - 12;
        void At(double x, string text) =>
            content.Append(CultureInfo.InvariantCulture, $"BT /F{_regular.Number} {FootSize} Tf 1 0 0 1 {x:0.##} {Y:0.##} Tm <{_regular.Encode(text)}> Tj ET\n");
        content.Append(CultureInfo.InvariantCulture, $"q 0.4 w 0.6 G {Left:0.##} {Y + 12:0.##} m {Width - Right:0.##} {Y + 12:0.##} l S Q\n");
        At(Left, Broken(foot, ReportFont.Regular, FootSize, room).First());
        At(Width - Right - ReportFont.Regular.WidthOf(page, FootSize), page);
    }

    /// <summary>The lines of a paragraph; a word wider than a line is cut.</summary>
    private static IEnumerable<string> Broken(string text, ReportFont font, double size, double width)
    {
        var line = "";
        // What is half a letter becomes the mark of a lost one.
        var composed = string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC);
        foreach (var word in composed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, font, size, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.WidthOf(longer, size) <= width) line = longer;
            else
            {
                yield return line;
                line = word;
            }
        }
        yield return line;
    }

    private static IEnumerable<string> Cut(string word, ReportFont font, double size, double width)
    {
        var piece = new StringBuilder();
        var taken = 0.0;
        foreach (var letter in word.EnumerateRunes())
        {
            var next = font.WidthOf(font.GlyphOf(letter)) * size / 1000;
            if (taken + next > width && piece.Length > 0)
            {
                yield return piece.ToString();
                (piece, taken) = (new(), 0);
            }
            piece.Append(letter);
            taken += next;
        }
        yield return piece.ToString();
    }
}

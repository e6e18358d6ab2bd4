using System.Globalization;
using System.Text;
using AwardArchive.Recognition.Exports;

namespace AwardArchive.Demo.Files;

/// <summary>
/// A PDF 1.4 as a scanner makes it: one image a page, filling it. Not by SKDocument, which knows no Group 4
/// and so would make a black-and-white page ten times as large.
/// </summary>
internal sealed class ScanPdf : IScanFile
{
    private readonly FileStream _file;
    private readonly PdfFile _pdf;
    private readonly int _tree;
    private readonly List<int> _pages = [];

    public ScanPdf(string path)
    {
        _file = File.Create(path);
        _pdf = new(_file, "1.4");
        _tree = _pdf.Reserve();
    }

    public void Add(ScannedPage page)
    {
        var (form, width, height) = (page.Form, page.Image.Width, page.Image.Height);
        var coded = form.IsBilevel ? Group4.Encode(page.Image) : ScanImage.Jpeg(page);
        var coding = form.IsBilevel
            ? $"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {width} /Rows {height} >>"
            : $"/ColorSpace /{(form.IsColor ? "DeviceRGB" : "DeviceGray")} /BitsPerComponent 8 /Filter /DCTDecode";
        var image = _pdf.AddStream($"/Type /XObject /Subtype /Image /Width {width} /Height {height} {coding}", coded);

        var (across, down) = (width * 72.0 / form.DpiX, height * 72.0 / form.DpiY);
        var content = _pdf.AddStream("", Encoding.ASCII.GetBytes(Invariant($"q {across:0.###} 0 0 {down:0.###} 0 0 cm /Scan Do Q")));
        _pages.Add(_pdf.Add(Invariant(
            $"<< /Type /Page /Parent {_tree} 0 R /MediaBox [0 0 {across:0.###} {down:0.###}] /Resources << /XObject << /Scan {image} 0 R >> >> /Contents {content} 0 R >>")));
        _pdf.Flush();
    }

    public void Dispose()
    {
        _pdf.Put(_tree, $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}] >>");
        _pdf.Finish(_pdf.Add($"<< /Type /Catalog /Pages {_tree} 0 R >>"));
        _pdf.Flush();
        _file.Dispose();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

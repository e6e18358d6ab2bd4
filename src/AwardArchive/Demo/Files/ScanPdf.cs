using System.Globalization;
using System.Text;

namespace AwardArchive.Demo.Files;

/// <summary>
/// A PDF 1.4 as a scanner makes it: one image a page, filling it. Written by hand because SKDocument knows no Group 4
/// and so would make a black-and-white page ten times as large.
/// </summary>
internal sealed class ScanPdf : IScanFile
{
    private readonly FileStream _file;
    private readonly List<long> _offsets = [0, 0];
    private readonly List<int> _pages = [];

    public ScanPdf(string path)
    {
        _file = File.Create(path);
        // The comment of bytes over 127 tells transfer programs that the file is not text (ISO 32000-1, 7.5.2).
        _file.Write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
    }

    public void Add(ScannedPage page)
    {
        var (form, width, height) = (page.Form, page.Image.Width, page.Image.Height);
        var coded = form.IsBilevel ? Group4.Encode(page.Image) : ScanImage.Jpeg(page);
        var coding = form.IsBilevel
            ? $"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {width} /Rows {height} >>"
            : $"/ColorSpace /{(form.IsColor ? "DeviceRGB" : "DeviceGray")} /BitsPerComponent 8 /Filter /DCTDecode";
        var image = Stream($"/Type /XObject /Subtype /Image /Width {width} /Height {height} {coding}", coded);

        var (across, down) = (width * 72.0 / form.DpiX, height * 72.0 / form.DpiY);
        var content = Stream("", Encoding.ASCII.GetBytes(Invariant($"q {across:0.###} 0 0 {down:0.###} 0 0 cm /Scan Do Q")));
        _pages.Add(Object(Invariant(
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {across:0.###} {down:0.###}] /Resources << /XObject << /Scan {image} 0 R >> >> /Contents {content} 0 R >>")));
    }

    public void Dispose()
    {
        At(1, "<< /Type /Catalog /Pages 2 0 R >>");
        At(2, $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}] >>");
        var table = _file.Position;
        var entries = new StringBuilder($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in _offsets) entries.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        Write($"{entries}trailer\n<< /Size {_offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        _file.Dispose();
    }

    private int Stream(string dictionary, byte[] bytes)
    {
        _offsets.Add(_file.Position);
        Write($"{_offsets.Count} 0 obj\n<< {dictionary} /Length {bytes.Length} >>\nstream\n");
        _file.Write(bytes);
        Write("\nendstream\nendobj\n");
        return _offsets.Count;
    }

    private int Object(string body)
    {
        _offsets.Add(0);
        At(_offsets.Count, body);
        return _offsets.Count;
    }

    private void At(int number, string body)
    {
        _offsets[number - 1] = _file.Position;
        Write($"{number} 0 obj\n{body}\nendobj\n");
    }

    private void Write(string text) => _file.Write(Encoding.ASCII.GetBytes(text));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

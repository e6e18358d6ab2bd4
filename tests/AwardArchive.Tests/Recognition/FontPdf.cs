using System.Globalization;
using System.Text;
using AwardArchive.Recognition.Exports;
using AwardArchive.Vietnamese;

namespace AwardArchive.Tests.Recognition;

/// <summary>One page of lines of text, each in a font that names its letters in its own way.</summary>
internal sealed class FontPdf : IDisposable
{
    private const double Size = 13;
    private const double Leading = 22;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly MemoryStream _output = new();
    private readonly PdfFile _pdf;
    private readonly GlyphlessFont _unicode = new();
    private readonly int _unicodeFont;
    private readonly Dictionary<string, int> _fonts = [];
    private readonly StringBuilder _content = new();
    private double _y = 780;

    public FontPdf()
    {
        _pdf = new(_output, "1.4");
        _fonts["Unicode"] = _unicodeFont = _pdf.Reserve();
    }

    /// <summary>Text in Unicode, as any writer of today embeds it; without ink.</summary>
    public FontPdf Unicode(string text) => Show("Unicode", _unicode.Encode(text).Codes);

    /// <summary>Text in a font of before Unicode, which shows each byte as Windows would: no way to Unicode but that.</summary>
    /// <param name="font">Its name in the file.</param>
    public FontPdf Legacy(string font, LegacyEncoding encoding, string text, bool capitals = false) =>
        LegacyBytes(font, LegacyText.Encode(text, encoding, capitals).Text);

    /// <summary>The same for what is encoded already.</summary>
    public FontPdf LegacyBytes(string font, string asWindowsShowsIt)
    {
        if (!_fonts.ContainsKey(font)) _fonts[font] = AddFont(font, "");
        return Show(font, Convert.ToHexString(Windows.GetBytes(asWindowsShowsIt)));
    }

    /// <summary>Text that looks right (ASCII), in a font that names each letter as something else.</summary>
    public FontPdf Misnamed(string text, Func<char, string> name)
    {
        var entries = Enumerable.Range(0x20, 0x5F).Select(code => $"<{code:X2}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(name((char)code)))}>");
        var map = _pdf.AddStream("", Encoding.ASCII.GetBytes(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n"
            + string.Concat(entries.Chunk(90).Select(chunk => $"{chunk.Length} beginbfchar\n{string.Join('\n', chunk)}\nendbfchar\n"))
            + "endcmap end end"));
        _fonts["Misnamed"] = AddFont("TimesNewRoman", $"/ToUnicode {map} 0 R");
        return Show("Misnamed", Convert.ToHexString(Encoding.ASCII.GetBytes(text)));
    }

    public Task SaveAsync(string path, CancellationToken cancellationToken)
    {
        _unicode.Write(_pdf, _unicodeFont);
        var tree = _pdf.Reserve();
        var content = _pdf.AddStream("", Encoding.ASCII.GetBytes($"BT\n{_content}ET\n"));
        var fonts = string.Join(' ', _fonts.Select(font => $"/F{font.Value} {font.Value} 0 R"));
        var page = _pdf.Add($"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R /Resources << /Font << {fonts} >> >> >>");
        _pdf.Put(tree, $"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>");
        _pdf.Finish(_pdf.Add($"<< /Type /Catalog /Pages {tree} 0 R >>"));
        _pdf.Flush();
        return File.WriteAllBytesAsync(path, _output.ToArray(), cancellationToken);
    }

    public void Dispose() => _output.Dispose();

    /// <summary>A font of the viewer's, not embedded, with the letters of Windows.</summary>
    private int AddFont(string name, string entry)
    {
        var descriptor = _pdf.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>");
        return _pdf.Add(
            $"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 "
            + $"/Widths [{string.Join(' ', Enumerable.Repeat(500, 256))}] /FontDescriptor {descriptor} 0 R {entry} >>");
    }

    private FontPdf Show(string font, string hex)
    {
        _content.Append(CultureInfo.InvariantCulture, $"/F{_fonts[font]} {Size} Tf 1 0 0 1 60 {_y} Tm <{hex}> Tj\n");
        _y -= Leading;
        return this;
    }
}

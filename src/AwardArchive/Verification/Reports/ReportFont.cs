using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using AwardArchive.Recognition.Exports;
using SkiaSharp;

namespace AwardArchive.Verification.Reports;

/// <summary>A face of TeX Gyre Termes, which comes with the program (<c>Fonts/</c>): letters to glyphs, widths, and its outlines for a PDF.</summary>
internal sealed class ReportFont
{
    private const int UnitsPerEm = 1000;

    /// <summary>What is shown for a letter that the face lacks.</summary>
    private static readonly Rune Substitute = new('?');

    /// <summary>By letter; all that the face has are in the first plane of Unicode.</summary>
    private readonly ushort[] _glyphs;
    private readonly float[] _widths;

    private ReportFont(string file, string name, bool isItalic = false)
    {
        (Name, IsItalic) = (name, isItalic);
        using var stream = typeof(ReportFont).Assembly.GetManifestResourceStream(file)!;
        using var data = SKData.Create(stream);
        using var typeface = SKTypeface.FromData(data);
        Outlines = TableOf(data.AsSpan(), "CFF "u8).ToArray();
        using var font = new SKFont(typeface, UnitsPerEm) { Hinting = SKFontHinting.None, LinearMetrics = true };
        _glyphs = font.GetGlyphs([.. Enumerable.Range(0, 0x10000)]);
        _widths = font.GetGlyphWidths([.. Enumerable.Range(0, typeface.GlyphCount).Select(glyph => (ushort)glyph)]);
    }

    public static ReportFont Regular { get; } = new("texgyretermes-regular.otf", "TeXGyreTermes-Regular");

    public static ReportFont Bold { get; } = new("texgyretermes-bold.otf", "TeXGyreTermes-Bold");

    public static ReportFont Italic { get; } = new("texgyretermes-italic.otf", "TeXGyreTermes-Italic", isItalic: true);

    public string Name { get; }

    public bool IsItalic { get; }

    /// <summary>The bare CFF program: its glyphs are numbered as the font's (ISO 32000-1, 9.7.4.2).</summary>
    public ReadOnlyMemory<byte> Outlines { get; }

    /// <summary>In thousandths of the size.</summary>
    public int WidthOf(ushort glyph) => (int)MathF.Round(_widths[glyph]);

    /// <summary>Of a text at a size, in the unit of the size.</summary>
    public double WidthOf(string text, double size) => text.EnumerateRunes().Sum(letter => WidthOf(GlyphOf(letter))) * size / UnitsPerEm;

    public bool Has(Rune letter) => letter.IsBmp && _glyphs[letter.Value] != 0;

    public ushort GlyphOf(Rune letter) => _glyphs[(Has(letter) ? letter : Substitute).Value];

    /// <summary>A table of an OpenType file (OpenType specification, "Table Directory").</summary>
    private static ReadOnlySpan<byte> TableOf(ReadOnlySpan<byte> file, ReadOnlySpan<byte> tag)
    {
        const int Header = 12, Entry = 16;
        for (var at = Header; at < Header + (Entry * BinaryPrimitives.ReadUInt16BigEndian(file[4..])); at += Entry)
        {
            if (file.Slice(at, 4).SequenceEqual(tag))
                return file.Slice(BinaryPrimitives.ReadInt32BigEndian(file[(at + 8)..]), BinaryPrimitives.ReadInt32BigEndian(file[(at + 12)..]));
        }
        throw new InvalidDataException("The font has no such table.");
    }
}

/// <summary>A face in one PDF, with the letters that were used of it.</summary>
internal sealed class ReportFontUse(ReportFont font, int number)
{
    private readonly SortedDictionary<ushort, Rune> _used = [];

    /// <summary>Of the font's object.</summary>
    public int Number { get; } = number;

    /// <summary>The codes of a text: a hexadecimal string.</summary>
    public string Encode(string text)
    {
        var codes = new StringBuilder();
        foreach (var letter in text.EnumerateRunes())
        {
            var glyph = font.GlyphOf(letter);
            _used.TryAdd(glyph, font.Has(letter) ? letter : new('?'));
            codes.Append(UnicodeMap.Hex(glyph));
        }
        return codes.ToString();
    }

    public void Write(PdfFile pdf)
    {
        var outlines = pdf.AddPacked("/Subtype /CIDFontType0C", font.Outlines.Span);
        var descriptor = pdf.Add(
            $"<< /Type /FontDescriptor /FontName /{font.Name} /Flags {(font.IsItalic ? 70 : 6)} /FontBBox [-500 -350 1500 1150] /ItalicAngle {(font.IsItalic ? -16 : 0)} "
            + $"/Ascent 1125 /Descent -307 /CapHeight 662 /StemV 80 /FontFile3 {outlines} 0 R >>");
        var widths = string.Join(' ', _used.Keys.Select(glyph => string.Create(CultureInfo.InvariantCulture, $"{glyph} [{font.WidthOf(glyph)}]")));
        var descendant = pdf.Add(
            $"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{font.Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /DW 500 /W [{widths}] >>");
        var unicode = pdf.AddPacked("", UnicodeMap.Of([], _used.Select(pair => ((int)pair.Key, pair.Value))));
        pdf.Put(Number, $"<< /Type /Font /Subtype /Type0 /BaseFont /{font.Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }
}

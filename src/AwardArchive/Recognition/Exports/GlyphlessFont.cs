using System.Buffers.Binary;
using System.Text;

namespace AwardArchive.Recognition.Exports;

/// <summary>
/// The font of invisible text: every letter is the same empty glyph, half as wide as it is high, and the way back to Unicode is written
/// down. So any letter of any script can be found and copied, and nothing depends on fonts of this machine.
/// </summary>
/// <remarks>
/// A code is two bytes: a UTF-16 unit. Letters that need two units get codes of their own among the surrogates, in the order they come,
/// because readers translate code by code.
/// </remarks>
internal sealed class GlyphlessFont
{
    /// <summary>Of the font's size.</summary>
    public const double GlyphWidth = 0.5;

    private const int UnitsPerEm = 1000;
    private const int FirstSurrogate = 0xD800;
    private const int Surrogates = 0x800;

    private readonly Dictionary<Rune, int> _codes = [];

    /// <summary>The codes of a word, as a hexadecimal string, and how many there are.</summary>
    public (string Codes, int Count) Encode(string word)
    {
        var codes = word.EnumerateRunes().Select(CodeOf).ToList();
        return (string.Concat(codes.Select(UnicodeMap.Hex)), codes.Count);
    }

    /// <summary>Writes the font with what it was asked to encode.</summary>
    public void Write(PdfFile pdf, int number)
    {
        var program = TrueType();
        var file = pdf.AddPacked($"/Length1 {program.Length}", program);
        // Poppler takes a descent of nothing for one that is not given, and lets the letters hang a third of their size below their boxes.
        var descriptor = pdf.Add(
            $"<< /Type /FontDescriptor /FontName /GlyphLess /Flags 4 /FontBBox [0 0 {UnitsPerEm / 2} {UnitsPerEm}] /ItalicAngle 0 "
            + $"/Ascent {UnitsPerEm} /Descent -1 /CapHeight {UnitsPerEm} /StemV 80 /FontFile2 {file} 0 R >>");
        // Every code leads to the second glyph: the first one means "missing", and readers may draw it or complain.
        var glyphs = pdf.AddPacked("", [.. Enumerable.Range(0, 0x10000).SelectMany(_ => (byte[])[0, 1])]);
        var descendant = pdf.Add(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GlyphLess /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /DW {UnitsPerEm / 2} /CIDToGIDMap {glyphs} 0 R >>");
        var unicode = pdf.AddPacked("", ToUnicode());
        pdf.Put(number,
            $"<< /Type /Font /Subtype /Type0 /BaseFont /GlyphLess /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private int CodeOf(Rune letter)
    {
        if (letter.IsBmp) return letter.Value;
        if (_codes.TryGetValue(letter, out var code)) return code;
        if (_codes.Count == Surrogates) return Rune.ReplacementChar.Value;
        return _codes[letter] = FirstSurrogate + _codes.Count;
    }

    private byte[] ToUnicode() => UnicodeMap.Of(
        // A range must not leave its first byte (Adobe Technical Note 5014).
        Enumerable.Range(0, 256).Where(high => high is < 0xD8 or > 0xDF)
            .Select(high => (First: (high << 8) | (high == 0 ? 1 : 0), Last: (high << 8) | 0xFF)).Select(range => (range.First, range.Last, range.First)),
        _codes.Select(pair => (pair.Value, pair.Key)));

    /// <summary>The smallest sound TrueType program: the six tables that PDF asks for (ISO 32000-1, 9.9), two glyphs without outline.</summary>
    private static byte[] TrueType()
    {
        const int Glyphs = 2;
        (string Tag, byte[] Content)[] tables =
        [
            ("glyf", new byte[4]),
            // version 1.0, revision 1.0, checksum (patched below), magic, flags, units, two dates, bounds, style, smallest size, direction, short offsets
            ("head", Words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, UnitsPerEm, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UnitsPerEm / 2, UnitsPerEm, 0, 8, 2, 0, 0)),
            // version, ascent, descent, gap, widest advance, three bounds, caret upright, reserved, format, widths
            ("hhea", Words(1, 0, UnitsPerEm, 0, 0, UnitsPerEm / 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, Glyphs)),
            ("hmtx", Words(UnitsPerEm / 2, 0, UnitsPerEm / 2, 0)),
            ("loca", Words(0, 0, 0)),
            ("maxp", Words(1, 0, Glyphs, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
        ];
        var at = 12 + (16 * tables.Length);
        var directory = Words(1, 0, tables.Length, 64, 2, (tables.Length * 16) - 64).ToList();
        var contents = new List<byte>();
        foreach (var (tag, content) in tables)
        {
            directory.AddRange(Encoding.ASCII.GetBytes(tag));
            directory.AddRange(Long(Sum(content)));
            directory.AddRange(Long((uint)(at + contents.Count)));
            directory.AddRange(Long((uint)content.Length));
            contents.AddRange(content);
            while (contents.Count % 4 != 0) contents.Add(0);
        }
        byte[] font = [.. directory, .. contents];
        // The sum of the whole file must come to this number (OpenType specification, head table).
        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(at + 4 + 8), 0xB1B0AFBA - Sum(font));
        return font;
    }

    private static byte[] Words(params int[] values) => [.. values.SelectMany(value => (byte[])[(byte)(value >> 8), (byte)value])];

    private static byte[] Long(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Sum(byte[] content)
    {
        var sum = 0u;
        for (var i = 0; i < content.Length; i++) sum += (uint)content[i] << (8 * (3 - (i % 4)));
        return sum;
    }
}

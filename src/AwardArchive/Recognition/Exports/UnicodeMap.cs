using System.Globalization;
using System.Text;

namespace AwardArchive.Recognition.Exports;

/// <summary>The way back from a font's two-byte codes to Unicode, for searching and copying (ISO 32000-1, 9.10.3).</summary>
internal static class UnicodeMap
{
    // A mapping operator takes a hundred at most (Adobe Technical Note 5014).
    private const int EntriesAtOnce = 100;

    /// <param name="ranges">First code, last code, and the letter of the first; may be none.</param>
    /// <param name="letters">Single codes.</param>
    public static byte[] Of(IEnumerable<(int First, int Last, int Letter)> ranges, IEnumerable<(int Code, Rune Letter)> letters) => Encoding.ASCII.GetBytes($"""
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        {Entries("bfrange", ranges.Select(range => $"<{Hex(range.First)}> <{Hex(range.Last)}> <{Hex(range.Letter)}>"))}{Entries("bfchar", letters.Select(one => $"<{Hex(one.Code)}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(one.Letter.ToString()))}>"))}endcmap
        CMapName currentdict /CMap defineresource pop
        end
        end

        """);

    /// <summary>A code as a content stream has it.</summary>
    public static string Hex(int code) => code.ToString("X4", CultureInfo.InvariantCulture);

    private static string Entries(string kind, IEnumerable<string> entries) =>
        string.Concat(entries.Chunk(EntriesAtOnce).Select(chunk => $"{chunk.Length} begin{kind}\n{string.Join('\n', chunk)}\nend{kind}\n"));
}

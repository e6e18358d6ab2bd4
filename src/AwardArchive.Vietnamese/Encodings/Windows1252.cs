using System.Globalization;

namespace AwardArchive.Vietnamese;

/// <summary>Bytes as Windows shows them.</summary>
internal static class Windows1252
{
    // 80 to 9F (WHATWG encoding standard, index-windows-1252): five have no letter and stay control characters.
    private const string From80 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static char CharacterOf(byte code) => code is >= 0x80 and <= 0x9F ? From80[code - 0x80] : (char)code;

    /// <summary>
    /// The byte behind a character: as Windows-1252 or Latin-1 shows it, or as a symbol font does (U+F020 to U+F0FF, OpenType: cmap 3.0).
    /// </summary>
    public static bool TryGetCode(char character, out byte code)
    {
        var at = character <= 0xFF ? character : character is >= '\uF020' and <= '\uF0FF' ? character - 0xF000 : 0x80 + From80.IndexOf(character);
        code = (byte)at;
        return at != 0x7F;
    }

    /// <summary>Signs that all encodings share: a conversion may leave them where they are.</summary>
    public static bool IsNeutral(char character) => char.IsAscii(character)
        ? !char.IsControl(character) || character is '\t' or '\n' or '\r'
        : character != '\uFFFD' && char.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
            or UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNumber;
}

using System.Globalization;
using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>Converts Vietnamese of before Unicode, both ways.</summary>
/// <remarks>
/// Text in a legacy encoding is a string as Windows shows its bytes: <c>ViÖt</c>. Bytes may stand as Windows-1252 has them, as Latin-1 has
/// them (U+0080 to U+009F), or as symbol fonts have them (U+F020 to U+F0FF). The soft hyphen (U+00AD) is the ư of TCVN3: it must not have
/// been taken out.
/// </remarks>
public static class LegacyText
{
    private static readonly VniCodec Vni = new();
    private static readonly Utf8Codec Utf8 = new();

    /// <summary>Reads a text as if it were in the given encoding; whether it is, <see cref="LegacyDetector"/> tells.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="encoding">Of <paramref name="text"/>.</param>
    /// <param name="capitals">It stands in a font that has only capitals (<c>.VnTimeH</c>).</param>
    /// <returns>
    /// Composed letters. Letters that are not of the encoding, controls, private characters and U+FFFD stay as they are and are listed.
    /// </returns>
    public static ConvertedText Decode(string text, LegacyEncoding encoding, bool capitals = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var codec = CodecOf(encoding);
        var converted = new Conversion(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var length = codec.Read(rest, out var letter);
            if (length > 0)
                converted.Append(letter, at, length);
            else if (Windows1252.IsNeutral(rest[0]))
                converted.Append(rest[..(length = 1)], at, 1);
            else if (Windows1252.TryGetCode(rest[0], out var code) && Windows1252.CharacterOf(code) is var sign && Windows1252.IsNeutral(sign))
                converted.Append([sign], at, length = 1); // a dash as Latin-1 has it, a plain letter as a symbol font has it
            else
            {
                Rune.DecodeFromUtf16(rest, out _, out length);
                converted.AppendUnconverted(rest[..length], rest[..length], at);
            }
            at += length;
        }
        return converted.ToText(capitals);
    }

    /// <summary>Writes Unicode in the given encoding.</summary>
    /// <param name="text">Any string, composed or decomposed.</param>
    /// <param name="encoding">To write.</param>
    /// <param name="capitals">For a font that has only capitals: they are written as small letters, and small letters cannot be written.</param>
    /// <returns>
    /// When nothing is listed as unconverted, decoding gives the text (NFC) again. What the encoding lacks becomes <c>?</c>; of capitals
    /// that TCVN3 lacks only the case is lost.
    /// </returns>
    public static ConvertedText Encode(string text, LegacyEncoding encoding, bool capitals = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var codec = CodecOf(encoding);
        var converted = new Conversion(text.Length);
        var written = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            var source = text.Substring(at, length);
            if (TryWrite(source, codec, capitals, written.Clear()))
                converted.Append(written.ToString(), at, length);
            else if (TryWrite(capitals ? source.ToUpperInvariant() : source.ToLowerInvariant(), codec, capitals, written.Clear()))
                converted.AppendUnconverted(source, written.ToString(), at);
            else
                converted.AppendUnconverted(source, "?", at);
            at += length;
        }
        return converted.ToText(capitals: false);
    }

    private static bool TryWrite(string element, Codec codec, bool capitals, StringBuilder written)
    {
        if (!TryNormalize(element, out var composed)) return false;
        foreach (var rune in composed.EnumerateRunes())
        {
            var small = Rune.ToLowerInvariant(rune);
            if (capitals && Rune.ToUpperInvariant(small) != rune) return false;
            if (!codec.TryWrite(capitals ? small : rune, written)) return false;
        }
        return true;
    }

    /// <summary>Half a surrogate pair is no text.</summary>
    private static bool TryNormalize(string element, out string composed)
    {
        composed = "";
        if (!element.Contains('\uFFFD', StringComparison.Ordinal) && element.EnumerateRunes().Contains(Rune.ReplacementChar)) return false;
        composed = element.Normalize(NormalizationForm.FormC);
        return true;
    }

    internal static Codec CodecOf(LegacyEncoding encoding) => encoding switch
    {
        LegacyEncoding.Tcvn3 => ByteCodec.Tcvn3,
        LegacyEncoding.VniWindows => Vni,
        LegacyEncoding.Vps => ByteCodec.Vps,
        LegacyEncoding.Viscii => ByteCodec.Viscii,
        LegacyEncoding.Utf8AsWindows1252 => Utf8,
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };
}

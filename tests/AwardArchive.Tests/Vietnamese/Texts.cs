using System.Text;
using CsCheck;

namespace AwardArchive.Tests.Vietnamese;

/// <summary>Random texts: Vietnamese composed and decomposed, marks in any order, and what scanners and hostile users add.</summary>
internal static class Texts
{
    private const string Vowels = "aăâeêioôơuưy";

    private static readonly Gen<string> Mark = Gen.OneOf("\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u0306", "\u031B", "\u0340", "\u0308", "\u20DD");

    private static readonly Gen<string> Letter = Gen.Select(Gen.Char[Vowels + Vowels.ToUpperInvariant() + "bcdđghklmnpqrstvxBCDĐ"], Mark.Array[0, 3], Gen.Bool)
        .Select((letter, marks, composed) => composed ? (letter + string.Concat(marks)).Normalize(NormalizationForm.FormC) : letter + string.Concat(marks));

    private static readonly Gen<string> Piece = Gen.Frequency(
        (12, Letter),
        (3, Gen.OneOf(" ", "\n", ", ", " - ", "/", "-", ".")),
        (2, Gen.Char['0', '9'].Select(digit => digit.ToString())),
        (1, Gen.OneOf("\u00AD", "\u200B", "\u200D", "\uFEFF", "Ð", "ð", "ƣ", "Ƣ", "２", "한", "𝒜", "ﬁ", "İ", "ß", "\0", "\uD800", "\uDC00", "K", "Å")),
        (1, Gen.Char.Select(character => character.ToString())));

    public static readonly Gen<string> Any = Piece.Array[0, 60].Select(string.Concat);

    /// <summary>Without lone surrogates, which <see cref="string.Normalize()"/> refuses.</summary>
    public static readonly Gen<string> WellFormed = Any.Select(text => string.Concat(text.EnumerateRunes()));
}

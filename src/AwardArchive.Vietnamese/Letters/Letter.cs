using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>The mark that makes another letter: ă, â ê ô, ơ ư, đ.</summary>
public enum Shape : byte
{
    None = 0,
    Breve = 1,
    Circumflex = 2,
    Horn = 3,
    Stroke = 4,
}

/// <summary>The mark that gives a syllable its tone: ngang, huyền, hỏi, ngã, sắc, nặng.</summary>
public enum Tone : byte
{
    Level = 0,
    Grave = 1,
    Hook = 2,
    Tilde = 3,
    Acute = 4,
    Dot = 5,
}

/// <summary>A letter of the Latin alphabet with its Vietnamese marks.</summary>
/// <param name="Base">A to Z or a to z.</param>
/// <param name="Shape">What it is composed with; only what <see cref="TryCompose"/> knows is Vietnamese.</param>
/// <param name="Tone">The tone it carries.</param>
public readonly record struct Letter(char Base, Shape Shape, Tone Tone)
{
    private const int LastKnown = 0x1EFF;
    private const string ShapeMarks = "\u0306\u0302\u031B";
    private const string ToneMarks = "\u0300\u0309\u0303\u0301\u0323";

    private static readonly char[] Composed = new char[1 << 13];
    private static readonly ushort[] Known = new ushort[LastKnown + 1];

    static Letter()
    {
        for (var plain = 'A'; plain <= 'z'; plain++)
        {
            if (char.IsAsciiLetter(plain)) Add(plain, new(plain, Shape.None, Tone.Level));
        }
        foreach (var vowel in "aAăĂâÂeEêÊiIoOôÔơƠuUưƯyY")
        {
            var parts = vowel.ToString().Normalize(NormalizationForm.FormD);
            var shape = parts.Length == 1 ? Shape.None : ShapeOf(parts[1]);
            Add(vowel, new(parts[0], shape, Tone.Level));
            foreach (var mark in ToneMarks)
                Add($"{vowel}{mark}".Normalize(NormalizationForm.FormC)[0], new(parts[0], shape, ToneOf(mark)));
        }
        Add('đ', new('d', Shape.Stroke, Tone.Level));
        Add('Đ', new('D', Shape.Stroke, Tone.Level));
        // Stand-ins: eth for đ on state sites, African d for đ from some keyboards, the letter oi for ư in text pulled from PDFs with old fonts.
        Known['\u00F0'] = Known['đ'];
        Known['\u00D0'] = Known['Đ'];
        Known['\u0256'] = Known['đ'];
        Known['\u0189'] = Known['Đ'];
        Known['\u01A3'] = Known['ư'];
        Known['\u01A2'] = Known['Ư'];
    }

    /// <summary>False for a consonant.</summary>
    public bool IsVowel => (Base | 0x20) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    public bool HasMarks => Shape != Shape.None || Tone != Tone.Level;

    private int Packed => Base | ((int)Shape << 7) | ((int)Tone << 10);

    /// <summary>Reads a composed (NFC) character, or one of its stand-ins (ð, ɖ, ƣ).</summary>
    /// <returns>False if it is no letter of the Vietnamese or the plain Latin alphabet.</returns>
    public static bool TryRead(char character, out Letter letter)
    {
        var packed = character <= LastKnown ? Known[character] : 0;
        letter = new((char)(packed & 0x7F), (Shape)((packed >> 7) & 7), (Tone)(packed >> 10));
        return packed != 0;
    }

    /// <summary>Gives the one character (NFC) of this letter.</summary>
    /// <returns>False if Vietnamese has no such letter: <c>n</c> with a tone, <c>e</c> with a horn.</returns>
    public bool TryCompose(out char character)
    {
        character = Base <= 0x7F ? Composed[Packed] : '\0';
        return character != '\0';
    }

    /// <summary>Adds a combining mark (U+0300…). Marks may come in any order; the same mark twice counts once.</summary>
    /// <returns>False if the mark is not Vietnamese or its place is taken.</returns>
    internal bool TryMark(char mark, out Letter marked)
    {
        var shape = ShapeOf(mark);
        var tone = ToneOf(mark);
        // Decided before the assignment: callers pass the letter itself as the result.
        var fits = (shape != Shape.None && (Shape == Shape.None || Shape == shape)) || (tone != Tone.Level && (Tone == Tone.Level || Tone == tone));
        marked = !fits ? this : shape != Shape.None ? this with { Shape = shape } : this with { Tone = tone };
        return fits;
    }

    internal Letter ToLower() => this with { Base = char.ToLowerInvariant(Base) };

    private static Shape ShapeOf(char mark) => (Shape)(ShapeMarks.IndexOf(mark, StringComparison.Ordinal) + 1);

    private static Tone ToneOf(char mark) => (Tone)(ToneMarks.IndexOf(mark, StringComparison.Ordinal) + 1);

    private static void Add(char composed, Letter letter)
    {
        Known[composed] = (ushort)letter.Packed;
        Composed[letter.Packed] = composed;
    }
}

using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>VNI for Windows: the plain letter, then a letter for its marks; only đ ơ ư, and i and y with marks, have a code of their own.</summary>
internal sealed class VniCodec : Codec
{
    // The letter of the mark, the combining marks it stands for, and the letters that may bear it.
    private static readonly (char Code, string Marks, string Bearers)[] Marks =
    [
        ('ø', "\u0300", "aeouyôö"), ('û', "\u0309", "aeouyôö"), ('õ', "\u0303", "aeouyôö"), ('ù', "\u0301", "aeouyôö"), ('ï', "\u0323", "aeouyôö"),
        ('â', "\u0302", "aeo"), ('à', "\u0302\u0300", "aeo"), ('å', "\u0302\u0309", "aeo"), ('ã', "\u0302\u0303", "aeo"),
        ('á', "\u0302\u0301", "aeo"), ('ä', "\u0302\u0323", "aeo"),
        ('ê', "\u0306", "a"), ('è', "\u0306\u0300", "a"), ('ú', "\u0306\u0309", "a"), ('ü', "\u0306\u0303", "a"), ('é', "\u0306\u0301", "a"),
        ('ë', "\u0306\u0323", "a"),
    ];

    private static readonly Dictionary<char, char> Single = new()
    {
        ['ì'] = 'ì', ['æ'] = 'ỉ', ['ó'] = 'ĩ', ['í'] = 'í', ['ò'] = 'ị', ['î'] = 'ỵ', ['ñ'] = 'đ', ['ô'] = 'ơ', ['ö'] = 'ư',
    };

    private readonly Dictionary<char, string> _codes = [];
    private readonly Dictionary<(char, char), char> _pairs = [];
    private readonly Dictionary<char, char> _letters = [];

    public VniCodec()
    {
        foreach (var (code, letter) in Single) Add(code, letter);
        foreach (var (mark, marks, bearers) in Marks)
        {
            foreach (var bearer in bearers)
            {
                var letter = $"{Single.GetValueOrDefault(bearer, bearer)}{marks}".Normalize(NormalizationForm.FormC)[0];
                Add(bearer, mark, letter);
            }
        }
    }

    public override int Read(ReadOnlySpan<char> source, out Rune letter)
    {
        letter = default;
        if (!TryGetCharacter(source[0], out var first)) return 0;
        if (source.Length > 1 && TryGetCharacter(source[1], out var second) && _pairs.TryGetValue((first, second), out var pair))
        {
            letter = new(pair);
            return 2;
        }
        if (!_letters.TryGetValue(first, out var single)) return 0;
        letter = new(single);
        return 1;
    }

    public override bool TryWrite(Rune letter, StringBuilder target)
    {
        if (!letter.IsBmp) return false;
        var character = (char)letter.Value;
        if (_codes.TryGetValue(character, out var codes)) target.Append(codes);
        else if (Windows1252.IsNeutral(character) && Windows1252.TryGetCode(character, out _)) target.Append(character);
        else return false;
        return true;
    }

    /// <summary>As Windows shows it, also where a symbol font shows the bare byte.</summary>
    private static bool TryGetCharacter(char shown, out char character)
    {
        var known = Windows1252.TryGetCode(shown, out var code);
        character = Windows1252.CharacterOf(code);
        return known;
    }

    private void Add(char code, char letter)
    {
        (_letters[code], _codes[letter]) = (letter, $"{code}");
        var (capitalCode, capital) = (char.ToUpperInvariant(code), char.ToUpperInvariant(letter));
        (_letters[capitalCode], _codes[capital]) = (capital, $"{capitalCode}");
    }

    private void Add(char bearer, char mark, char letter)
    {
        var (capitalBearer, capitalMark, capital) = (char.ToUpperInvariant(bearer), char.ToUpperInvariant(mark), char.ToUpperInvariant(letter));
        // Typists mix the cases of marks: the bearer's case is what the eye sees.
        foreach (var either in (char[])[mark, capitalMark])
            (_pairs[(bearer, either)], _pairs[(capitalBearer, either)]) = (letter, capital);
        // ỵ has a code of its own; the pair is read all the same.
        _codes.TryAdd(letter, $"{bearer}{mark}");
        _codes.TryAdd(capital, $"{capitalBearer}{capitalMark}");
    }
}

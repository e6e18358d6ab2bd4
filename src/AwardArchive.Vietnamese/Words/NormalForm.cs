using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>One way to write what can be written in several: the form in which texts and words are compared.</summary>
public static class NormalForm
{
    /// <summary>Repairs the letters of a text and leaves its spelling and case alone.</summary>
    /// <param name="text">Any string: composed or decomposed, marks in any order, lone surrogates.</param>
    /// <returns>
    /// NFC, with <c>Đ đ</c> for eth (U+00D0, U+00F0) and African d (U+0189, U+0256), <c>Ư ư</c> for U+01A2 and U+01A3, and marks composed also where Unicode keeps them
    /// apart (acute before circumflex); full-width letters and digits and ligatures become plain ones. Lone surrogates and U+FFFE become U+FFFD.
    /// </returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text)) return text;
        text = Normalizable(text);
        var normal = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var length = Cluster.Measure(rest, out var kind);
            if (kind == Cluster.Kind.Letter && Cluster.TryReadLetter(rest[..length], out var letter, out _) && letter.TryCompose(out var composed))
                normal.Append(composed);
            else if (length == 1 && char.IsSurrogate(rest[0]))
                normal.Append('\uFFFD');
            else if (kind == Cluster.Kind.Separator)
                normal.Append(rest[..length]);
            else
                normal.Append(Plain(rest[..length].ToString()));
            at += length;
        }
        return normal.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Without compatibility forms. A ligature becomes several letters, whose marks and joiners are letters' affairs then.</summary>
    private static string Plain(string cluster)
    {
        var plain = cluster.Normalize(NormalizationForm.FormKC);
        return plain == cluster ? plain : Of(plain);
    }

    /// <summary>U+FFFE is no character, and .NET normalizes no text that has it: U+FFFD stands for it.</summary>
    public static string Normalizable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace('\uFFFE', '\uFFFD');
    }

    /// <summary>The key under which all spellings of one word meet.</summary>
    /// <param name="word">Letters and digits with their marks; anything else is left out.</param>
    /// <returns>
    /// Lower-case NFC: letters as by <see cref="Of"/>, the tone in its normal place (<c>hòa</c> = <c>hoà</c>, <c>thúy</c> = <c>thuý</c>),
    /// <c>i</c> for <c>y</c> where usage has both (sole vowel after h, k, l, m, s, t, v, qu), ASCII digits, and without soft hyphens and
    /// marks that no letter is composed with. Fonts of old PDFs give <c>HÕA</c> for <c>HÒA</c>: words that exist only with ò get it back.
    /// </returns>
    public static string OfWord(ReadOnlySpan<char> word)
    {
        if (TrySyllable(word, out var syllable)) return syllable; // nearly always: NFC letters
        var key = LettersAndDigits(word);
        return TrySyllable(key, out syllable) ? syllable : key;
    }

    /// <summary>A word of composed letters; digits and foreign letters make no syllable.</summary>
    private static bool TrySyllable(ReadOnlySpan<char> word, out string syllable)
    {
        syllable = "";
        var letters = word.Length <= 64 ? stackalloc Letter[word.Length] : new Letter[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            if (!Letter.TryRead(word[i], out var letter)) return false;
            letters[i] = letter.ToLower();
        }
        Syllable.Regularize(letters);
        syllable = string.Create(word.Length, letters, static (characters, letters) =>
        {
            for (var i = 0; i < characters.Length; i++) letters[i].TryCompose(out characters[i]);
        });
        syllable = syllable switch { "hõa" => "hòa", "tõa" => "tòa", "phõng" => "phòng", _ => syllable };
        return true;
    }

    private static string LettersAndDigits(ReadOnlySpan<char> word)
    {
        var key = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var length = Cluster.Measure(word[at..], out var kind);
            var cluster = word.Slice(at, length);
            if (kind == Cluster.Kind.Digit)
                key.Append(DigitOf(cluster));
            else if (kind == Cluster.Kind.Letter)
            {
                if (Cluster.TryReadLetter(cluster, out var letter, out var other) && letter.ToLower().TryCompose(out var composed)) key.Append(composed);
                else key.Append(other.ToLowerInvariant());
            }
            at += length;
        }
        return key.ToString().Normalize(NormalizationForm.FormC); // Hangul: letters that compose with letters
    }

    private static char DigitOf(ReadOnlySpan<char> cluster)
    {
        Rune.DecodeFromUtf16(cluster, out var rune, out _);
        return (char)('0' + (int)Rune.GetNumericValue(rune));
    }
}

namespace AwardArchive.Vietnamese;

/// <summary>The syllable, of which all Vietnamese is made: onset, rime and tone, and one way to write it.</summary>
public static class Syllable
{
    /// <summary>Longer than any: <c>nghiêng</c> has seven letters.</summary>
    private const int MaxLength = 7;

    /// <summary>
    /// Whether Vietnamese could have this syllable: its onset is spelled as before this vowel (<c>ca</c>, <c>ki</c>,
    /// <c>quê</c>), its rime exists, and a rime that ends in a stop has sắc or nặng. That it could be does not say that it is a word.
    /// </summary>
    /// <param name="word">NFC, any case; either place of the tone, y or i where both are in use.</param>
    public static bool IsPossible(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > MaxLength) return false;
        Span<Letter> letters = stackalloc Letter[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            if (!Letter.TryRead(word[i], out var letter)) return false;
            letters[i] = letter.ToLower();
        }
        return TryRegularize(letters, out var nucleus) && Phonotactics.Allows(letters[..nucleus], letters[nucleus..]);
    }

    /// <summary>All that <see cref="IsPossible"/> allows, in normal form, each once; some eighteen thousand, of which one in three or so is a word.</summary>
    public static IEnumerable<string> AllPossible() => Phonotactics.Onsets
        .SelectMany(onset => Phonotactics.Rimes.SelectMany(rime => Enum.GetValues<Tone>().Select(tone => Write(onset, rime, tone))))
        .Where(syllable => IsPossible(syllable)).Distinct();

    private static string Write(string onset, string rime, Tone tone)
    {
        Letter.TryRead(rime[0], out var vowel);
        (vowel with { Tone = tone }).TryCompose(out var marked);
        return NormalForm.OfWord($"{onset}{marked}{rime.AsSpan(1)}");
    }

    /// <summary>
    /// Moves the tone to where it is normal here (<c>hòa</c> for <c>hoà</c>, <c>thúy</c> for <c>thuý</c>, <c>quý</c> for <c>qúy</c>) and
    /// writes <c>i</c> for <c>y</c> where usage has both (<c>kỉ/kỷ</c>). What is not one syllable stays as it is.
    /// </summary>
    /// <param name="word">Lower-case letters; changed in place.</param>
    internal static void Regularize(Span<Letter> word) => TryRegularize(word, out _);

    private static bool TryRegularize(Span<Letter> word, out int nucleus)
    {
        if (!TrySplit(word, out nucleus, out var coda)) return false;
        PlaceTone(word, nucleus, coda);
        UnifyI(word, nucleus, coda);
        return true;
    }

    /// <summary>Whether the letters stand as in one syllable; which letters they are does not matter.</summary>
    public static bool IsOne(ReadOnlySpan<char> word)
    {
        var letters = word.Length <= 64 ? stackalloc Letter[word.Length] : new Letter[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            if (!Letter.TryRead(word[i], out letters[i])) return false;
        }
        return TrySplit(letters, out _, out _);
    }

    /// <summary>Onset, one to three vowels, coda: where the second and the third begin.</summary>
    private static bool TrySplit(ReadOnlySpan<Letter> word, out int nucleus, out int coda)
    {
        nucleus = 0;
        while (nucleus < word.Length && !word[nucleus].IsVowel) nucleus++;
        // The u of qu and the i of gi belong to the onset when another vowel follows: quý, giá; but gì, gìn.
        if (nucleus == 1 && word.Length > 2 && word[2].IsVowel && (word[0].Base, word[1].Base) is ('q', 'u') or ('g', 'i')) nucleus++;
        coda = nucleus;
        while (coda < word.Length && word[coda].IsVowel) coda++;
        foreach (var letter in word[coda..])
        {
            if (letter.IsVowel) return false;
        }
        return coda - nucleus is >= 1 and <= 3;
    }

    private static void PlaceTone(Span<Letter> word, int nucleus, int coda)
    {
        var from = -1;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i].Tone == Tone.Level) continue;
            if (from >= 0) return; // two tones: not a syllable
            from = i;
        }
        if (from < 0) return;
        var to = ToneBearer(word, nucleus, coda);
        var tone = word[from].Tone;
        word[from] = word[from] with { Tone = Tone.Level };
        word[to] = word[to] with { Tone = tone };
    }

    private static int ToneBearer(ReadOnlySpan<Letter> word, int nucleus, int coda)
    {
        for (var i = coda - 1; i >= nucleus; i--)
        {
            if (word[i].Shape != Shape.None) return i; // thuở, người, huế
        }
        return (coda - nucleus) switch
        {
            1 => nucleus,
            2 when coda == word.Length => nucleus, // hòa, thúy, của
            _ => nucleus + 1, // hoàn, huýt, ngoái
        };
    }

    /// <summary>Only as the sole vowel after these onsets: <c>thy/thi</c>, <c>tay/tai</c>, <c>túy/túi</c> are different words.</summary>
    private static void UnifyI(Span<Letter> word, int nucleus, int coda)
    {
        if (coda - nucleus != 1 || word[nucleus].Base != 'y') return;
        var bothInUse = nucleus switch
        {
            1 => word[0].Base is 'h' or 'k' or 'l' or 'm' or 's' or 't' or 'v',
            2 => (word[0].Base, word[1].Base) is ('q', 'u'),
            _ => false,
        };
        if (bothInUse) word[nucleus] = word[nucleus] with { Base = 'i' };
    }
}

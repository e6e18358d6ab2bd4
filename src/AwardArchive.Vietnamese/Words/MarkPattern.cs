namespace AwardArchive.Vietnamese;

/// <summary>What a word typed with some of its marks may stand for: marks that are typed must be there, marks that are not may be anything.</summary>
/// <remarks>
/// A letter has two marks, each judged for itself: the one of its shape (ă â ê ô ơ ư đ) and the one of the tone. So <c>viêt</c> and
/// <c>viẹt</c> both match <c>việt</c>; <c>ế</c> matches only <c>ế</c>, <c>ê</c> any tone of it, <c>é</c> also <c>ế</c>, and <c>d</c> also
/// <c>đ</c>, but <c>đ</c> never <c>d</c>. Taking a mark off a pattern never loses a match. The tone belongs to the syllable, not to a
/// letter: <c>thuỏ</c> matches <c>thuở</c>, whose tone stands elsewhere by rule. Capitals, composition, the place of the tone and
/// <c>i/y</c> do not matter (<see cref="NormalForm.OfWord"/>).
/// </remarks>
public sealed class MarkPattern
{
    private readonly string word;
    private readonly string folded;
    private readonly Tone tone;
    private readonly bool toneOfSyllable;

    private MarkPattern(string word)
    {
        this.word = word;
        folded = Folding.Fold(word);
        toneOfSyllable = TryToneOf(word, out tone) && Syllable.IsOne(word);
        IsBare = string.Equals(word, folded, StringComparison.Ordinal);
        IsExact = IsBearerOfAll();
    }

    /// <summary>The typed word's key, as given by <see cref="NormalForm.OfWord"/>.</summary>
    public string Word => word;

    /// <summary>Without any mark: what every word that matches folds to.</summary>
    public string Folded => folded;

    /// <summary>No mark was typed: every word that folds to <see cref="Folded"/> matches.</summary>
    public bool IsBare { get; }

    /// <summary>All marks were typed that could be: nothing but <see cref="Word"/> itself matches.</summary>
    public bool IsExact { get; }

    /// <param name="word">One word as typed, in any composition and case.</param>
    public static MarkPattern Of(ReadOnlySpan<char> word) => new(NormalForm.OfWord(word));

    /// <summary>For words that are keys already.</summary>
    internal static MarkPattern OfNormal(string word) => new(word);

    /// <summary>Whether the typed word may stand for this one.</summary>
    /// <param name="exactWord">A key, as given by <see cref="NormalForm.OfWord"/>.</param>
    public bool Matches(ReadOnlySpan<char> exactWord)
    {
        if (exactWord.Length != word.Length) return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == exactWord[i]) continue;
            if (!Letter.TryRead(word[i], out var typed) || !Letter.TryRead(exactWord[i], out var letter)) return false;
            if (typed.Base != letter.Base || (typed.Shape != Shape.None && typed.Shape != letter.Shape)) return false;
            if (!toneOfSyllable && typed.Tone != Tone.Level && typed.Tone != letter.Tone) return false;
        }
        return !toneOfSyllable || tone == Tone.Level || (TryToneOf(exactWord, out var its) && its == tone);
    }

    public override string ToString() => word;

    /// <summary>False where two letters bear a tone: then it is not one syllable.</summary>
    private static bool TryToneOf(ReadOnlySpan<char> word, out Tone tone)
    {
        tone = Tone.Level;
        foreach (var character in word)
        {
            if (!Letter.TryRead(character, out var letter) || letter.Tone == Tone.Level) continue;
            if (tone != Tone.Level) return false;
            tone = letter.Tone;
        }
        return true;
    }

    private bool IsBearerOfAll()
    {
        var hasVowel = false;
        foreach (var character in word)
        {
            if (!Letter.TryRead(character, out var letter)) continue;
            hasVowel |= letter.IsVowel;
            if (letter.Shape == Shape.None && letter.Base is 'a' or 'd' or 'e' or 'o' or 'u') return false;
            if (!toneOfSyllable && letter.IsVowel && letter.Tone == Tone.Level) return false;
        }
        return !hasVowel || !toneOfSyllable || tone != Tone.Level;
    }
}

using System.Collections.Concurrent;
using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>The forms by which one word is found. One object a spelling: equal words of a text share it while the table has room.</summary>
internal sealed class WordForms
{
    /// <summary>Spellings that are kept. Words follow Zipf's law: these are nearly all words of any page.</summary>
    private const int MaxKept = 100_000;

    private static readonly ConcurrentDictionary<string, WordForms> Kept = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WordForms>.AlternateLookup<ReadOnlySpan<char>> ByText = Kept.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int kept;

    private WordForms(string exact, bool isNumber)
    {
        (Exact, IsNumber) = (exact, isNumber);
        Folded = Folding.Fold(exact);
        Toneless = WithoutTones(exact);
        Letters = LettersOf(Folded);
        IsCommon = CommonSyllables.Contains(Folded);
        ExactTerm = isNumber ? Folded : IndexFields.Exact(exact);
        // The level tone is found by the exact form: see docs/decisions on the kinds of terms.
        OtherToneTerm = Toneless != exact && Toneless != Folded ? IndexFields.OtherTone(Toneless) : null;
    }

    /// <summary>Marks kept, <see cref="NormalForm.OfWord"/>.</summary>
    public string Exact { get; }

    /// <summary>Marks off.</summary>
    public string Folded { get; }

    /// <summary>Tone off, the marks that make other letters kept: <c>quyêt</c> of <c>quyết</c>.</summary>
    public string Toneless { get; }

    /// <summary>Digits only.</summary>
    public bool IsNumber { get; }

    /// <summary>Which letters the folded form has: a bit each.</summary>
    public uint Letters { get; }

    /// <summary>So frequent that its pairs with others of its kind are terms of their own.</summary>
    public bool IsCommon { get; }

    /// <summary>Typed or printed with any mark; a word without may be one whose marks were left off.</summary>
    public bool HasMarks => !string.Equals(Exact, Folded, StringComparison.Ordinal);

    public bool HasTone => !string.Equals(Exact, Toneless, StringComparison.Ordinal);

    public string ExactTerm { get; }

    /// <summary>Null where the toneless form is one of the other two.</summary>
    public string? OtherToneTerm { get; }

    public static uint LettersOf(string folded)
    {
        uint letters = 0;
        foreach (var letter in folded) letters |= 1u << (letter % 32);
        return letters;
    }

    /// <param name="token">A word or number of a text.</param>
    /// <param name="isNumber">It has digits only.</param>
    public static WordForms Of(Token token, bool isNumber)
    {
        var raw = token.Source.AsSpan(token.Start, token.End - token.Start);
        if (ByText.TryGetValue(raw, out var known)) return known;
        var forms = new WordForms(token.Normal(), isNumber);
        // A little over the limit when threads meet here: no harm.
        if (Volatile.Read(ref kept) < MaxKept && Kept.TryAdd(raw.ToString(), forms)) Interlocked.Increment(ref kept);
        return forms;
    }

    private static string WithoutTones(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (Letter.TryRead(word[i], out var letter) && letter.Tone != Tone.Level) return Strip(word);
        }
        return word;
    }

    private static string Strip(string word) => string.Create(word.Length, word, static (stripped, word) =>
    {
        for (var i = 0; i < word.Length; i++)
        {
            stripped[i] = Letter.TryRead(word[i], out var letter) && (letter with { Tone = Tone.Level }).TryCompose(out var plain) ? plain : word[i];
        }
    });
}

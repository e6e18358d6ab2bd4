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

    private WordForms(ReadOnlySpan<char> raw, string exact, bool isNumber)
    {
        (Exact, IsNumber) = (exact, isNumber);
        Folded = Folding.Fold(exact);
        HasTone = BearsTone(exact);
        Letters = LettersOf(Folded);
        IsCommon = CommonSyllables.Contains(Folded);
        ExactTerm = isNumber ? Folded : IndexFields.Exact(exact);
        IsWord = isNumber || WordGaps.IsWord(exact);
        SplitAt = IsWord ? 0 : WordGaps.SplitAt(raw);
    }

    /// <summary>Marks kept, <see cref="NormalForm.OfWord"/>.</summary>
    public string Exact { get; }

    /// <summary>Marks off.</summary>
    public string Folded { get; }

    /// <summary>Digits only.</summary>
    public bool IsNumber { get; }

    /// <summary>Which letters the folded form has: a bit each.</summary>
    public uint Letters { get; }

    /// <summary>So frequent that its pairs with others of its kind are terms of their own.</summary>
    public bool IsCommon { get; }

    /// <summary>Typed or printed with any mark; a word without may be one whose marks were left off.</summary>
    public bool HasMarks => !string.Equals(Exact, Folded, StringComparison.Ordinal);

    /// <summary>It bears the mark of a tone; the level tone has none.</summary>
    public bool HasTone { get; }

    public string ExactTerm { get; }

    /// <summary>A number, or what Vietnamese has as a word: no piece of one, and not two of them.</summary>
    public bool IsWord { get; }

    /// <summary>Where two words were run together, in characters of the text; 0 where they were not.</summary>
    public int SplitAt { get; }

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
        var forms = new WordForms(raw, token.Normal(), isNumber);
        // A little over the limit when threads meet here: no harm.
        if (Volatile.Read(ref kept) < MaxKept && Kept.TryAdd(raw.ToString(), forms)) Interlocked.Increment(ref kept);
        return forms;
    }

    private static bool BearsTone(string word)
    {
        foreach (var character in word)
        {
            if (Letter.TryRead(character, out var letter) && letter.Tone != Tone.Level) return true;
        }
        return false;
    }
}

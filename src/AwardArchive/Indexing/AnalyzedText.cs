using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>A word of a text with the two forms it is found by.</summary>
/// <param name="Start">In the text as given, UTF-16 units.</param>
/// <param name="End">After the last character.</param>
/// <param name="Exact">Marks kept, <see cref="NormalForm.OfWord"/>.</param>
/// <param name="Folded">Marks off.</param>
/// <param name="IsNumber">Digits only.</param>
internal readonly record struct AnalyzedWord(int Start, int End, string Exact, string Folded, bool IsNumber)
{
    /// <summary>Typed or printed with any mark; a word without may be one whose marks were left off.</summary>
    public bool HasMarks => !string.Equals(Exact, Folded, StringComparison.Ordinal);
}

/// <summary>A document's number in a text: <c>26 /KH-UBND</c>.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Count">Of its words.</param>
/// <param name="Key">The digits without leading zeros and the rest without marks, blanks and signs: <c>26khubnd</c>.</param>
internal readonly record struct AnalyzedNumber(int First, int Count, string Key);

/// <summary>What indexing, searching and marking hits all see of a text.</summary>
/// <param name="Words">In order; the index of a word is its position in Lucene's sense.</param>
/// <param name="Numbers">In order, not overlapping.</param>
internal sealed record AnalyzedText(IReadOnlyList<AnalyzedWord> Words, IReadOnlyList<AnalyzedNumber> Numbers)
{
    /// <param name="text">Any string.</param>
    public static AnalyzedText Of(string text)
    {
        var words = new List<AnalyzedWord>(text.Length / 5);
        foreach (var token in Tokenizer.Tokenize(text))
        {
            var exact = token.Normal();
            words.Add(new(token.Start, token.End, exact, Folding.Fold(exact), token.IsNumber));
        }
        return new(words, DocumentNumbers.Find(text, words));
    }
}

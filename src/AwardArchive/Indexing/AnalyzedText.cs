using System.Runtime.InteropServices;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>A word where it stands in a text.</summary>
/// <param name="Start">In the text as given, UTF-16 units.</param>
/// <param name="End">After the last character.</param>
/// <param name="Forms">What it is found by.</param>
/// <param name="IsCapital">It begins with a capital letter, as names do.</param>
/// <param name="Alternatives">What recognition holds for possible too, the likeliest first; of a mended word what was printed.</param>
/// <param name="IsMended">The scan tore it or ran it together with its neighbor: <see cref="MendedWords"/>.</param>
internal readonly record struct AnalyzedWord(int Start, int End, WordForms Forms, bool IsCapital, IReadOnlyList<WordForms> Alternatives, bool IsMended = false)
{
    public string Exact => Forms.Exact;

    public string Folded => Forms.Folded;

    public bool IsNumber => Forms.IsNumber;
}

/// <summary>A document's number or a date in a text, however it is written there: <c>26 /KH-UBND</c>, <c>ngày 10 tháng 02 năm 2015</c>.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Count">Of its words.</param>
/// <param name="Key">Of a number the digits without leading zeros and the rest without marks, blanks and signs: <c>26khubnd</c>; of a date ISO 8601.</param>
internal readonly record struct AnalyzedNumber(int First, int Count, string Key);

/// <summary>What indexing, searching and marking hits all see of a text.</summary>
internal sealed class AnalyzedText
{
    /// <summary>A syllable and its blank are seldom shorter.</summary>
    private const int LettersOfWord = 4;

    private readonly List<AnalyzedWord> words;
    private IReadOnlyList<AnalyzedNumber>? numbers;

    private AnalyzedText(string source, List<AnalyzedWord> words) => (Source, this.words) = (source, words);

    /// <summary>As given.</summary>
    public string Source { get; }

    /// <summary>In order; the index of a word is its position in Lucene's sense.</summary>
    public IReadOnlyList<AnalyzedWord> Words => words;

    /// <summary>The same, for those that go through all of them.</summary>
    public ReadOnlySpan<AnalyzedWord> Span => CollectionsMarshal.AsSpan(words);

    /// <summary>Of documents and of days, in order, not overlapping.</summary>
    public IReadOnlyList<AnalyzedNumber> Numbers => numbers ??= AnalyzedNumbers.Find(Source, words);

    /// <summary>What somebody typed.</summary>
    /// <param name="text">Any string.</param>
    public static AnalyzedText Of(string text) => new(text, WordsOf(text));

    /// <summary>What was recognized: words that the scan tore or ran together are mended.</summary>
    /// <param name="text">Of the page; any string.</param>
    /// <param name="alternatives">Of its printed words, ascending.</param>
    public static AnalyzedText OfPage(string text, IReadOnlyList<TextAlternative> alternatives)
    {
        var words = WordsOf(text);
        AddAlternatives(words, alternatives);
        return new(text, MendedWords.Mend(text, words));
    }

    private static List<AnalyzedWord> WordsOf(string text)
    {
        var words = new List<AnalyzedWord>((text.Length / LettersOfWord) + 1);
        foreach (var (token, isNumber) in MisreadDigits.Join(Tokenizer.Tokenize(text)))
            words.Add(new(token.Start, token.End, WordForms.Of(token, isNumber), char.IsUpper(text[token.Start]), []));
        return words;
    }

    /// <summary>A printed word may be several here (26/KH-UBND): its readings count where they have as many.</summary>
    private static void AddAlternatives(List<AnalyzedWord> words, IReadOnlyList<TextAlternative> alternatives)
    {
        var first = 0;
        foreach (var printed in alternatives)
        {
            while (first < words.Count && words[first].Start < printed.Start) first++;
            var count = 0;
            while (first + count < words.Count && words[first + count].End <= printed.Start + printed.Length) count++;
            var readings = printed.Readings.Select(reading => MisreadDigits.Join(Tokenizer.Tokenize(reading)).ToList()).Where(tokens => tokens.Count == count).ToList();
            for (var i = 0; i < count && readings.Count > 0; i++)
            {
                var own = words[first + i];
                words[first + i] = own with { Alternatives = [.. readings.Select(tokens => WordForms.Of(tokens[i].Token, tokens[i].IsNumber)).Where(forms => forms.Exact != own.Exact).DistinctBy(forms => forms.Exact)] };
            }
        }
    }
}

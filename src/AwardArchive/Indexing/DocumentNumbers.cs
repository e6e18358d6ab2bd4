using System.Text;

namespace AwardArchive.Indexing;

/// <summary>Finds document numbers in running text, however they are spaced: <c>26/KH-UBND</c>, <c>26 /KH-UBND</c>, <c>12NQ/HĐNN8</c>, <c>26-CT/TU</c>.</summary>
/// <remarks>Generous on purpose: a key that is no document's number costs a term that nobody asks for.</remarks>
internal static class DocumentNumbers
{
    private const int MaxDigits = 5;
    private const int MaxWords = 10; // 03/2014/TTLT-BNV-BQP-BLĐTBXH has six

    public static IReadOnlyList<AnalyzedNumber> Find(string text, IReadOnlyList<AnalyzedWord> words)
    {
        var numbers = new List<AnalyzedNumber>();
        for (var first = 0; first < words.Count; first++)
        {
            if (!words[first].IsNumber || words[first].Exact.Length > MaxDigits) continue;
            var count = 1;
            while (count < MaxWords && first + count < words.Count && IsJoined(text, words, first + count, atHead: count == 1)) count++;
            if (count == 1 || !HasLetters(words, first, count)) continue;
            numbers.Add(new(first, count, KeyOf(words, first, count)));
            first += count - 1;
        }
        return numbers;
    }

    /// <summary>Whether only a sign, or nothing, divides the word from the one before; blanks are allowed after the leading digits only.</summary>
    private static bool IsJoined(string text, IReadOnlyList<AnalyzedWord> words, int index, bool atHead)
    {
        var gap = text.AsSpan(words[index - 1].End..words[index].Start);
        var sign = gap.Trim();
        if (sign.Length != gap.Length && !(atHead && gap.Length <= 4 && sign.Length == 1)) return false;
        return sign is "" or "/" or "-" or "–" or ";"; // OCR reads the slash as a semicolon
    }

    private static bool HasLetters(IReadOnlyList<AnalyzedWord> words, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            if (!words[i].IsNumber) return true;
        }
        return false;
    }

    private static string KeyOf(IReadOnlyList<AnalyzedWord> words, int first, int count)
    {
        var key = new StringBuilder(words[first].Folded.TrimStart('0'));
        for (var i = first + 1; i < first + count; i++) key.Append(words[i].Folded);
        return key.ToString();
    }
}

using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing;

/// <summary>Puts together words that a scan tore (<c>Ngu yễn</c>) and divides those that it ran together (<c>quyếtđịnh</c>).</summary>
/// <remarks>What was printed so stays as another reading of the mended word: it is found as it stands too.</remarks>
internal static class MendedWords
{
    public static List<AnalyzedWord> Mend(string text, List<AnalyzedWord> words)
    {
        var mended = new List<AnalyzedWord>(words.Count);
        foreach (var word in words)
        {
            if (mended.Count > 0 && Joined(text, mended[^1], word) is { } joined) mended[^1] = joined;
            else if (Divided(text, word) is { } divided) mended.AddRange([divided.First, divided.Second]);
            else mended.Add(word);
        }
        return mended;
    }

    /// <summary>The word of which these are the pieces; null when they are not.</summary>
    private static AnalyzedWord? Joined(string text, AnalyzedWord first, AnalyzedWord second)
    {
        if (first.IsMended || (first.Forms.IsWord && second.Forms.IsWord)) return null;
        if (first.IsNumber || second.IsNumber || second.Start - first.End != 1 || text[first.End] != ' ') return null;
        // T Hoà is a name with an initial; NG UYỄN is written in capitals.
        if (second.IsCapital && (first.Forms.Exact.Length == 1 || HasSmallLetter(text.AsSpan(first.Start..first.End)))) return null;
        var letters = string.Concat(text.AsSpan(first.Start..first.End), text.AsSpan(second.Start..second.End));
        var forms = WordForms.Of(new Token(letters, 0, letters.Length), isNumber: false);
        if (!forms.IsWord) return null;
        return new(first.Start, second.End, forms, first.IsCapital, [first.Forms, second.Forms], IsMended: true);
    }

    private static bool HasSmallLetter(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (char.IsLower(character)) return true;
        }
        return false;
    }

    /// <summary>The two words; null where it is one. A misread word (<c>ngưrời</c>) or a name (<c>Tàrụt</c>) may look like two: both must be common, or the second begins with a capital.</summary>
    private static (AnalyzedWord First, AnalyzedWord Second)? Divided(string text, AnalyzedWord word)
    {
        if (word.Forms.SplitAt == 0) return null;
        var middle = word.Start + word.Forms.SplitAt;
        var (first, second) = (FormsOf(word.Start, middle), FormsOf(middle, word.End));
        var isCapital = char.IsUpper(text[middle]) && !char.IsUpper(text[middle - 1]);
        if (!isCapital && !(first.IsCommon && second.IsCommon)) return null;
        return (new(word.Start, middle, first, word.IsCapital, [word.Forms], IsMended: true), new(middle, word.End, second, isCapital, [], IsMended: true));

        WordForms FormsOf(int start, int end) => WordForms.Of(new Token(text, start, end), isNumber: false);
    }
}

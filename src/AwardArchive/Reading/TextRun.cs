using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Reading;

/// <summary>Words that stand beside each other without a wide gap: a line of a paragraph, or of one of the columns of a paper's head.</summary>
/// <param name="Middle">Height of its middle on the page, the page's slope taken out; in pixels.</param>
internal sealed record TextRun(int Page, IReadOnlyList<Word> Words, double Middle)
{
    private readonly int[] starts = StartsOf(Words);

    /// <summary>The words, a blank between.</summary>
    public string Text { get; } = string.Join(' ', Words.Select(word => word.Text));

    public Box Box { get; } = Around(Words);

    public double Center => Box.X + (Box.Width / 2.0);

    /// <summary>Most of its letters are capitals, and it has some.</summary>
    public bool IsCapitals { get; } = AreCapitals(Words);

    public bool HasLetters { get; } = Words.Any(word => word.Text.Any(char.IsLetter));

    /// <summary>Whether the two share some of the page's width: one stands above the other.</summary>
    public bool IsAboveOrBelow(TextRun other) => Box.X < other.Box.Right && Box.Right > other.Box.X;

    /// <summary>A fact that stands in these characters of <see cref="Text"/>.</summary>
    /// <param name="certainty">How sure the rule is of its reading, 0 to 1; the engine's confidence in the words comes on top.</param>
    public Fact FactAt(int start, int length, string value, double certainty, string source) =>
        FactOf(WordsAt(start, length), Text.Substring(start, length).Trim(), Page, value, certainty, source);

    /// <summary>A fact that takes whole runs, at least one.</summary>
    public static Fact FactOf(IReadOnlyList<TextRun> runs, string asWritten, string value, double certainty, string source) =>
        FactOf([.. runs.SelectMany(run => run.Words)], asWritten, runs[0].Page, value, certainty, source);

    /// <summary>A fact that takes some words of one page, at least one.</summary>
    public static Fact FactOf(IReadOnlyList<Word> words, string asWritten, int page, string value, double certainty, string source) => new(
        value,
        asWritten,
        page,
        Around(words),
        Math.Round(Math.Clamp(certainty * Sureness.Of(words), 0, 1), 3),
        source);

    /// <summary>Where a word begins in <see cref="Text"/>.</summary>
    public int StartOf(int word) => starts[word];

    /// <summary>The words that these characters touch; the one before where they touch none. A page is one run too: it is searched, not walked.</summary>
    public IReadOnlyList<Word> WordsAt(int start, int length)
    {
        var first = Array.BinarySearch(starts, start);
        if (first < 0) first = Math.Max(0, ~first - 1);
        if (starts[first] + Words[first].Text.Length <= start && first + 1 < starts.Length && starts[first + 1] < start + length) first++;
        var end = first + 1;
        while (end < starts.Length && starts[end] < start + length) end++;
        return [.. Words.Skip(first).Take(end - first)];
    }

    /// <summary>The smallest box that holds some words, at least one.</summary>
    private static Box Around(IReadOnlyList<Word> words)
    {
        var box = words[0].Box;
        for (var i = 1; i < words.Count; i++) box = box.Union(words[i].Box);
        return box;
    }

    private static int[] StartsOf(IReadOnlyList<Word> words)
    {
        var starts = new int[words.Count];
        for (var i = 1; i < starts.Length; i++) starts[i] = starts[i - 1] + words[i - 1].Text.Length + 1;
        return starts;
    }

    private static bool AreCapitals(IReadOnlyList<Word> words)
    {
        int capitals = 0, letters = 0;
        foreach (var word in words)
        {
            foreach (var character in word.Text)
            {
                if (char.IsUpper(character)) capitals++;
                if (char.IsLetter(character)) letters++;
            }
        }
        return capitals > 0 && capitals * 10 >= letters * 8;
    }
}

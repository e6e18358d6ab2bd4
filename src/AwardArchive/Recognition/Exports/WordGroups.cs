using System.Xml;
using AwardArchive.Archive;

namespace AwardArchive.Recognition.Exports;

/// <summary>Words that belong together, and the box around them.</summary>
internal sealed record WordGroup(IReadOnlyList<Word> Words)
{
    public Box Box { get; } = Words.Select(word => word.Box).Aggregate((box, next) => box.Union(next));
}

internal static class WordGroups
{
    /// <summary>The blocks of a page, or of a part of it, in reading order.</summary>
    public static IEnumerable<WordGroup> Blocks(this IEnumerable<Word> words) =>
        words.GroupBy(word => word.Block).Select(block => new WordGroup([.. block]));

    /// <summary>The lines of a page, or of a part of it, in reading order.</summary>
    public static IEnumerable<WordGroup> Lines(this IEnumerable<Word> words) =>
        words.GroupBy(word => word.Line).Select(line => new WordGroup([.. line]));
}

internal static class XmlLetters
{
    /// <summary>The text with U+FFFD in the place of what XML 1.0 cannot hold (section 2.2).</summary>
    public static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\ufffd" : rune.ToString()));
}

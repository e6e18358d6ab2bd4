using System.Text.Json.Serialization;
using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Indexing.Suggestions;

/// <summary>What can be proposed while somebody types; as a term it sorts by its letters without marks.</summary>
/// <param name="Text">As it is shown and searched for.</param>
internal readonly record struct Suggestion(SuggestionKind Kind, string Text)
{
    /// <summary>Longer ones are no help.</summary>
    public const int MaxLength = 120;

    /// <summary>Below every letter: a key sorts before the keys that it begins.</summary>
    private const char Divider = '\u0001';

    /// <summary>The index term: key, divider, kind, text.</summary>
    public string ToTerm() => $"{KeyOf(Text)}{Divider}{(char)('0' + (int)Kind)}{Text}";

    /// <returns>Null for what <see cref="ToTerm"/> never wrote.</returns>
    public static Suggestion? OfTerm(string term)
    {
        var divider = term.IndexOf(Divider, StringComparison.Ordinal);
        return divider >= 0 && divider + 2 < term.Length ? new((SuggestionKind)(term[divider + 1] - '0'), term[(divider + 2)..]) : null;
    }

    /// <summary>Words without marks and signs, a blank between; a blank at the end of what is typed says that its last word is whole.</summary>
    public static string KeyOf(string text)
    {
        var words = Tokenizer.Tokenize(text).ToList();
        var key = string.Join(' ', words.Select(word => Folding.Fold(word.Normal())));
        return words.Count > 0 && words[^1].End < text.Length ? key + " " : key;
    }
}

/// <summary>What is proposed, written as <c>person</c>, <c>number</c>, <c>phrase</c>.</summary>
[JsonConverter(typeof(CamelCase<SuggestionKind>))]
public enum SuggestionKind
{
    Person = 1,
    Number = 2,
    Phrase = 3,
}

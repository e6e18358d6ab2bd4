using System.Collections.Frozen;

namespace AwardArchive.Vietnamese;

/// <summary>Family names that are met most, and those of two words (<c>Tôn Thất</c>).</summary>
public static class FamilyNames
{
    private static readonly string[] Names = [.. EmbeddedTable.Read("family-names.tsv").Select(row => row[0])];

    private static readonly PhraseTable<string> Table = new(Names.Select(name => (name, name)));

    private static readonly FrozenSet<string> Folded = Names.Select(name => Folding.Fold(NormalForm.OfWord(name))).ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<string> Common => Names;

    /// <summary>Whether a word is one without its marks: a quick look for programs that see many.</summary>
    /// <param name="folded">A key without its marks.</param>
    public static bool IsCommonFolded(string folded) => Folded.Contains(folded);

    /// <summary>Whether a word may be a common family name; marks that are left off do not matter.</summary>
    public static bool IsCommon(string word) => LengthAt([.. Tokenizer.Tokenize(word)], 0) > 0;

    /// <summary>How many words of a family name in the table stand at a place; 0 when it is none of them.</summary>
    internal static int LengthAt(ReadOnlySpan<Token> tokens, int at) => Table.MatchAt(tokens, at) is { } match ? match.Words : 0;
}

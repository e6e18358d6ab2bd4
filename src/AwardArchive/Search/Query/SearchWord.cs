using AwardArchive.Indexing;
using AwardArchive.Vietnamese;

namespace AwardArchive.Search;

/// <summary>A word as typed: which words of a text it stands for.</summary>
/// <remarks>Equal when typed with the same marks.</remarks>
internal sealed class SearchWord(WordForms forms, bool isCapital = false) : IEquatable<SearchWord>
{
    private readonly MarkPattern pattern = MarkPattern.Of(forms.Exact);

    public WordForms Forms { get; } = forms;

    /// <summary>Typed with a capital letter, as names are.</summary>
    public bool IsCapital { get; } = isCapital;

    /// <summary>Normal form, marks kept.</summary>
    public string Exact => Forms.Exact;

    /// <summary>Marks off.</summary>
    public string Folded => Forms.Folded;

    public bool HasMarks => Forms.HasMarks;

    /// <summary>Marks that are typed are there; those that are not may be anything.</summary>
    public bool Matches(WordForms word) => ReferenceEquals(word, Forms) || (word.Folded == Folded && (!HasMarks || Matches(word.Exact)));

    /// <param name="exact">Of a word with the same letters.</param>
    public bool Matches(string exact) => pattern.Matches(exact);

    /// <summary>Whether a longer word begins as typed; its tone, if none was typed, may stand anywhere.</summary>
    public bool Begins(string exact) => exact.StartsWith(Exact, StringComparison.Ordinal) || (exact.Length >= Exact.Length && pattern.Matches(exact.AsSpan(0, Exact.Length)));

    public bool Equals(SearchWord? other) => other is not null && Exact == other.Exact;

    public override bool Equals(object? obj) => Equals(obj as SearchWord);

    public override int GetHashCode() => Exact.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Exact;
}

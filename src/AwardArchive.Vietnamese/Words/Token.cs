namespace AwardArchive.Vietnamese;

/// <summary>A word or a number where it stands in a text.</summary>
/// <param name="Source">The text as given, composed or not.</param>
/// <param name="Start">Of its first character in <see cref="Source"/>, in UTF-16 units.</param>
/// <param name="End">After its last character; marks and soft hyphens belong to the letter before.</param>
public readonly record struct Token(string Source, int Start, int End)
{
    /// <summary>True for a run of digits, false for a run of letters: <c>12NQ</c> is two tokens.</summary>
    public bool IsNumber => Cluster.Measure(Source.AsSpan(Start, End - Start), out var kind) > 0 && kind == Cluster.Kind.Digit;

    /// <summary>The word's key, <see cref="NormalForm.OfWord"/>.</summary>
    public string Normal() => NormalForm.OfWord(Source.AsSpan(Start, End - Start));
}

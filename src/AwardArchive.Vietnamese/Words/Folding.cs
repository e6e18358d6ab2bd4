using System.Text;

namespace AwardArchive.Vietnamese;

/// <summary>Texts as people type them in a hurry: small letters, no marks.</summary>
public static class Folding
{
    /// <summary>Takes off every mark, the stroke of đ too, and lowers the case: <c>Huân chương Độc lập</c> gives <c>huan chuong doc lap</c>.</summary>
    /// <param name="text">Any string, composed or decomposed: both give the same.</param>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsFolded(text)) return text;
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            var length = Cluster.Measure(rest, out var kind);
            if (kind != Cluster.Kind.Letter)
                folded.Append(length == 1 && char.IsSurrogate(rest[0]) ? "\uFFFD" : rest[..length]);
            else if (Cluster.TryReadLetter(rest[..length], out var letter, out var other))
                folded.Append(letter.ToLower().Base);
            else
                AppendForeign(folded, other);
            at += length;
        }
        return folded.ToString();
    }

    /// <summary>Folded, and nothing but letters and digits left: <c>Số 345/QĐ-UB</c> gives <c>so345qdub</c>. What recognition tears, joins or soils reads the same.</summary>
    public static string LettersAndDigits(string text) => string.Concat(Fold(text).Where(char.IsLetterOrDigit));

    /// <summary>Folded, and nothing but letters left: <c>Độc lập - Tự do</c> gives <c>doclaptudo</c>.</summary>
    public static string Letters(string text) => string.Concat(Fold(text).Where(char.IsLetter));

    private static bool IsFolded(string text) => text.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0;

    /// <summary>A letter that is not Vietnamese, or that bears marks it should not.</summary>
    private static void AppendForeign(StringBuilder folded, string other)
    {
        foreach (var character in Cluster.WithoutMarks(other.Normalize(NormalizationForm.FormD)).ToLowerInvariant())
            folded.Append(Letter.TryRead(character, out var letter) ? letter.Base : character);
    }
}

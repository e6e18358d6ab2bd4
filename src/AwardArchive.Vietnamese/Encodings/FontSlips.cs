using System.Text.RegularExpressions;

namespace AwardArchive.Vietnamese;

/// <summary>What is wrong again and again in text out of PDFs whose fonts name their letters badly, though it is Unicode.</summary>
public static partial class FontSlips
{
    /// <summary>
    /// Normal form (so eth becomes đ, and U+01A3 ư), and <c>Ò</c> for <c>Õ</c> in words that only exist with it: <c>CỘNG HÕA</c>.
    /// </summary>
    /// <param name="text">Of a Vietnamese paper.</param>
    public static string Repair(string text) => WrongTilde().Replace(NormalForm.Of(text), static match => match.Value.Replace('Õ', 'Ò'));

    [GeneratedRegex(@"(?<!\p{L})(?:HÕA|TÕA|PHÕNG)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex WrongTilde();
}

using System.Text.RegularExpressions;

namespace AwardArchive.Benchmarks;

/// <summary>
/// How many of a page's digits were found: numbers of lists, of documents, dates, years. A number is an unbroken run of digits; numbers
/// are matched as a bag (<see cref="BagMatch"/>), and of a pair each edit costs one digit.
/// </summary>
/// <param name="Digits">Of the truth.</param>
/// <param name="Found">Of these, right and in the right number.</param>
/// <param name="Added">Digits of numbers that match none of the page's.</param>
internal readonly record struct DigitErrors(int Digits, int Found, int Added)
{
    private static readonly Regex Number = new("[0-9]+");

    public static DigitErrors Between(string truth, string recognized)
    {
        var (expected, found) = (Numbers(truth), Numbers(recognized));
        var match = BagMatch.Of(expected, found);
        var digits = expected.Sum(number => number.Length);
        var lost = match.Missed.Sum(number => number.Length) + match.Pairs.Sum(pair => Math.Min(pair.Truth.Length, pair.Distance));
        return new(digits, digits - lost, match.Extra.Sum(number => number.Length));
    }

    public static DigitErrors operator +(DigitErrors a, DigitErrors b) => new(a.Digits + b.Digits, a.Found + b.Found, a.Added + b.Added);

    private static string[] Numbers(string text) => [.. Number.Matches(text).Select(match => match.Value)];
}

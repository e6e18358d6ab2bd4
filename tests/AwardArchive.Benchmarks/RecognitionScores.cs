using System.Globalization;

namespace AwardArchive.Benchmarks;

/// <summary>What one side made of the pages.</summary>
/// <param name="pages">With their truth.</param>
/// <param name="texts">One a page.</param>
internal sealed class RecognitionScores(IReadOnlyList<BenchmarkPage> pages, IReadOnlyList<string> texts)
{
    private readonly List<(BenchmarkPage Page, UnorderedErrors Errors, DigitErrors Digits)> _scores =
        [.. pages.Zip(texts, (page, text) => (page, UnorderedErrors.Between(page.Truth, text), DigitErrors.Between(page.Truth, text)))];

    public UnorderedErrors Of(Func<BenchmarkPage, bool> which) =>
        _scores.Where(score => which(score.Page)).Aggregate(default(UnorderedErrors), (sum, score) => sum + score.Errors);

    public DigitErrors DigitsOf(Func<BenchmarkPage, bool> which) =>
        _scores.Where(score => which(score.Page)).Aggregate(default(DigitErrors), (sum, score) => sum + score.Digits);

    public void PrintWorst(string name)
    {
        Console.WriteLine($"worst pages, {name}:");
        foreach (var (page, errors, digits) in _scores.OrderByDescending(score => score.Errors.WrongLetters).Take(8))
            Console.WriteLine($"  {Path.GetFileName(page.Image),-46} {page.Rotation,3}°  {errors.WrongLetters,5} of {errors.Letters} letters wrong, {digits.Digits - digits.Found} of {digits.Digits} digits lost");
    }

    /// <summary>Levels of the generator, samples, turned and upright pages, and all.</summary>
    public static void PrintTable(IReadOnlyList<BenchmarkPage> pages, RecognitionScores ours, RecognitionScores? plain)
    {
        Console.WriteLine("| pages | | CER | plain | WER | plain | CER, marks stripped | plain | digits found | plain |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var group in pages.Select(page => page.Group).Distinct()) Row(group, page => page.Group == group);
        Row("turned", page => page.Rotation != 0);
        Row("upright", page => page.Rotation == 0);
        Row("total", _ => true);

        void Row(string name, Func<BenchmarkPage, bool> which)
        {
            if (!pages.Any(which)) return;
            Console.WriteLine($"| {name} | {pages.Count(which)} | "
                + Both(scores => Share(scores.Of(which).WrongLetters, scores.Of(which).Letters))
                + Both(scores => Share(scores.Of(which).WrongWords, scores.Of(which).Words))
                + Both(scores => Share(scores.Of(which).WrongBareLetters, scores.Of(which).Letters))
                + Both(scores => Share(scores.DigitsOf(which).Found, scores.DigitsOf(which).Digits)));
        }

        string Both(Func<RecognitionScores, string> figure) => $"{figure(ours)} | {(plain is null ? "–" : figure(plain))} | ";
    }

    public static string Share(int part, int whole) => whole == 0 ? "–" : (100.0 * part / whole).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}

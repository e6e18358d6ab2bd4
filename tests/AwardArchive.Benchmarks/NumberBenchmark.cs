using System.Globalization;
using AwardArchive.Demo;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Language;

namespace AwardArchive.Benchmarks;

/// <summary>
/// The digits of numbers that were lost, each with what stands beside it, and what became of them by language knowledge: how many shown words
/// it gave their digits back, how many it took from. What to look at before anything is done about digits.
/// </summary>
internal static class NumberBenchmark
{
    public const string Usage = "numbers SEED,SEED,… [FOLDER to keep what was read]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length is < 1 or > 2)
        {
            Console.Error.WriteLine($"usage: bench.sh {Usage}");
            return 64;
        }
        await Machine.DescribeAsync();
        var seeds = args[0].Split(',').Select(seed => ulong.Parse(seed, CultureInfo.InvariantCulture)).ToList();
        var pages = await ReadPages.OfAsync(seeds, args.ElementAtOrDefault(1));

        var totals = new SortedDictionary<DemoLevel, (int Digits, int Before, int After)>();
        var (lost, right, wrong) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var page in pages)
        {
            var after = page with { Words = page.Words with { Words = LanguageKnowledge.Default.Read(page.Words.Words) } };
            var before = new Dictionary<Word, Word>(ReferenceEqualityComparer.Instance);
            foreach (var (was, now) in page.Words.Words.Zip(after.Words.Words)) before[now] = was;
            foreach (var (truth, read) in WordPairs.Of(after))
            {
                var expected = Join(truth.Select(word => word.Text));
                var (raw, shown) = (Join(read.Select(word => before[word].Text)), Join(read.Select(word => word.Text)));
                var (was, now) = (DigitErrors.Between(expected, raw), DigitErrors.Between(expected, shown));
                var (digits, foundBefore, foundAfter) = totals.GetValueOrDefault(page.Level);
                totals[page.Level] = (digits + was.Digits, foundBefore + was.Found, foundAfter + now.Found);
                if (now.Found < now.Digits) lost.Add($"{page.Level,-6} {expected,-14} ← {shown,-14} {Sureness(read)} {Line(page, truth)}");
                var (errorsBefore, errorsAfter) = (was.Digits - was.Found + was.Added, now.Digits - now.Found + now.Added);
                if (errorsBefore != errorsAfter) (errorsAfter < errorsBefore ? right : wrong).Add($"{raw} → {shown} ({expected})");
            }
        }
        foreach (var line in lost.Order(StringComparer.Ordinal)) Console.WriteLine(line);
        foreach (var (level, (digits, foundBefore, foundAfter)) in totals)
            Console.WriteLine($"{level,-7} {digits,6} digits, found {RecognitionScores.Share(foundBefore, digits)} as read, {RecognitionScores.Share(foundAfter, digits)} as shown");
        Console.WriteLine($"numbers corrected: {right.Count} right, {wrong.Count} wrong");
        Console.WriteLine($"  right: {string.Join("; ", right.CountBy(text => text).OrderByDescending(pair => pair.Value).Take(60).Select(pair => $"{pair.Key} ×{pair.Value}"))}");
        Console.WriteLine($"  wrong: {string.Join("; ", wrong)}");
        return 0;
    }

    private static string Join(IEnumerable<string> words) => string.Join(' ', words);

    private static string Sureness(IReadOnlyList<Word> read) =>
        read.Count == 0 ? "    " : read.Min(word => word.Confidence).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The line of the page on which it stands.</summary>
    private static string Line(ReadPage page, IReadOnlyList<TruthWord> truth) =>
        truth.Count == 0 ? "" : $"| {Join(page.Truth.Words.Where(word => word.Line == truth[0].Line && word.Block == truth[0].Block).Select(word => word.Text))}";
}

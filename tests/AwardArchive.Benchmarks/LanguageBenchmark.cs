using System.Globalization;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Language;
using AwardArchive.Vietnamese;

namespace AwardArchive.Benchmarks;

/// <summary>
/// How often the true word is the shown one, or among its other readings, before and after language knowledge; how many corrections are
/// right and wrong. By level, with marks and without.
/// </summary>
internal static class LanguageBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length is < 1 or > 2)
        {
            Console.Error.WriteLine("usage: bench.sh language SEED,SEED,… [FOLDER to keep what was read]");
            return 64;
        }
        await Machine.DescribeAsync();
        var seeds = args[0].Split(',').Select(seed => ulong.Parse(seed, CultureInfo.InvariantCulture)).ToList();
        var pages = await ReadPages.OfAsync(seeds, args.ElementAtOrDefault(1));
        Console.WriteLine($"pages     {pages.Count} of the seeds {args[0]}");

        var totals = new SortedDictionary<string, Counts>(StringComparer.Ordinal);
        var (right, wrong, vain) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var page in pages)
        {
            var after = page with { Words = page.Words with { Words = LanguageKnowledge.Default.Read(page.Words.Words) } };
            var before = new Dictionary<Word, Word>(ReferenceEqualityComparer.Instance);
            foreach (var (was, now) in page.Words.Words.Zip(after.Words.Words)) before[now] = was;
            foreach (var (truth, read) in WordPairs.Of(after).Where(pair => pair.Truth.Count > 0))
            {
                var expected = string.Concat(truth.Select(word => word.Text));
                var counts = Counts.Of(expected, [.. read.Select(word => before[word])], read);
                foreach (var level in (string[])[page.Level.ToString(), "Total"])
                    totals[level] = totals.GetValueOrDefault(level) + counts;
                foreach (var word in read)
                {
                    var raw = before[word].Text;
                    if (raw == word.Text) continue;
                    // One word of several at the place: whether it stands in the truth.
                    var (good, better) = (Key(expected).Contains(Key(raw), StringComparison.Ordinal), Key(expected).Contains(Key(word.Text), StringComparison.Ordinal));
                    (better && !good ? right : good && !better ? wrong : vain).Add($"{raw} → {word.Text} ({expected})");
                }
            }
        }
        foreach (var (level, counts) in totals) Console.WriteLine($"{level,-7} {counts}");
        Console.WriteLine($"corrections {right.Count} right, {wrong.Count} wrong, {vain.Count} of wrong to wrong");
        Console.WriteLine($"  right: {string.Join("; ", right.CountBy(text => text).OrderByDescending(pair => pair.Value).Take(60).Select(pair => $"{pair.Key} ×{pair.Value}"))}");
        Console.WriteLine($"  wrong: {string.Join("; ", wrong)}");
        Console.WriteLine($"  vain:  {string.Join("; ", vain.Take(60))}");

        var again = new LanguageKnowledge(Lexicon.Default, ConfusionModel.Learnt);
        var cpu = CpuTime.Seconds();
        foreach (var page in pages) again.Read(page.Words.Words);
        Console.WriteLine($"time      {(CpuTime.Seconds() - cpu) / pages.Count * 1000:0.00} CPU ms a page");
        return 0;
    }

    /// <summary>Corrections of texts in which there is nothing to correct: each is one too many.</summary>
    public static async Task<int> HarmAsync(string[] files)
    {
        // As sure as the engine is where it is right one time in ten not.
        const double Confidence = 0.8;
        foreach (var file in files)
        {
            var lines = (await File.ReadAllTextAsync(file)).Normalize().Split('\n');
            var words = lines.SelectMany((line, i) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(text => new Word(text, 0, 0, 1, 1, Confidence, i, 0))).ToList();
            var changed = words.Zip(LanguageKnowledge.Default.Read(words)).Where(pair => pair.First.Text != pair.Second.Text).ToList();
            Console.WriteLine($"{file}: {words.Count} words, {changed.Count} changed: {string.Join("; ", changed.Select(pair => $"{pair.First.Text} → {pair.Second.Text}").CountBy(text => text).OrderByDescending(pair => pair.Value).Take(200).Select(pair => $"{pair.Key} ×{pair.Value}"))}");
        }
        return 0;
    }

    private static string Key(string word) => NormalForm.OfWord(word);

    /// <param name="Lost">At whose place nothing was read: no reading can help.</param>
    private readonly record struct Counts(int Words, int Lost, int Shown, int ShownBefore, int Among, int Bare, int BareBefore, int BareAmong, int Alternatives)
    {
        public static Counts Of(string truth, IReadOnlyList<Word> before, IReadOnlyList<Word> after)
        {
            var shown = string.Concat(after.Select(word => word.Text));
            var readings = after.Count == 1 ? after[0].Alternatives.Select(reading => reading.Text).Prepend(shown).ToList() : [shown];
            var raw = string.Concat(before.Select(word => word.Text));
            return new(
                1, One(after.Count == 0), One(Key(shown) == Key(truth)), One(Key(raw) == Key(truth)), One(readings.Exists(text => Key(text) == Key(truth))),
                One(Folded(shown) == Folded(truth)), One(Folded(raw) == Folded(truth)), One(readings.Exists(text => Folded(text) == Folded(truth))),
                after.Sum(word => word.Alternatives.Count));
        }

        public static Counts operator +(Counts a, Counts b) => new(
            a.Words + b.Words, a.Lost + b.Lost, a.Shown + b.Shown, a.ShownBefore + b.ShownBefore, a.Among + b.Among,
            a.Bare + b.Bare, a.BareBefore + b.BareBefore, a.BareAmong + b.BareAmong, a.Alternatives + b.Alternatives);

        public override string ToString() =>
            $"{Words,6} words, {Share(Lost)} lost; shown right {Share(ShownBefore)} before, {Share(Shown)} after, {Share(Among)} with other readings; "
            + $"without marks {Share(BareBefore)}, {Share(Bare)}, {Share(BareAmong)}; {(double)Alternatives / Words:0.00} readings a word";

        private string Share(int part) => (100.0 * part / Words).ToString("0.00", CultureInfo.InvariantCulture) + " %";

        private static int One(bool yes) => yes ? 1 : 0;

        private static string Folded(string word) => Folding.Fold(Key(word));
    }
}

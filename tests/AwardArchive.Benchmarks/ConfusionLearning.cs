using System.Globalization;
using AwardArchive.Vietnamese;

namespace AwardArchive.Benchmarks;

/// <summary>Counts which letters recognition takes for which, on pages whose words are known, and writes <c>ocr-data/confusions.tsv</c>.</summary>
internal static class ConfusionLearning
{
    // Pairs of letters that were read as one but so often or less are a letter misread beside a letter lost.
    private const int LeastMerges = 3;

    // Above it what was read is not the word misread but something else: dirt, a line of a form, the next word.
    private const double MostWrong = 0.5;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length is < 1 or > 2) return Usage();
        var seeds = args[0].Split(',').Select(seed => ulong.Parse(seed, CultureInfo.InvariantCulture)).ToList();
        var pages = await ReadPages.OfAsync(seeds, args.ElementAtOrDefault(1));
        var pairs = pages.SelectMany(WordPairs.Of).Where(pair => pair.Truth.Count > 0 && pair.Read.Count > 0)
            .Select(pair => (Truth: Letters(pair.Truth.Select(word => word.Text)), Read: Letters(pair.Read.Select(word => word.Text))))
            .Where(pair => pair.Truth.Length > 0 && pair.Read.Length > 0).ToList();

        // First with every confusion as dear as any; then again, with what was learnt.
        IReadOnlyList<Confusion> confusions = [];
        var left = 0;
        for (var round = 0; round < 2; round++) confusions = Count(pairs, new(confusions), out left);

        var path = Path.Combine(await RootAsync(), "ocr-data", "confusions.tsv");
        await using (var file = File.CreateText(path))
        {
            await file.WriteLineAsync($"# {pages.Count} pages of the seeds {args[0]} ({string.Join(", ", pages.CountBy(page => page.Level).OrderBy(level => level.Key).Select(level => $"{level.Key} {level.Value}"))}), {pages[0].Words.Engine.Name} {pages[0].Words.Engine.Version}");
            await file.WriteLineAsync("# truth\tread\tcount\tof\tshare");
            ConfusionTable.Write(file, confusions);
        }
        Console.WriteLine($"{pages.Count} pages, {pairs.Count} words, {left} of them too different to compare; {confusions.Count} confusions in {path}");
        return 0;
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: bench.sh learn-confusions SEED,SEED,… [FOLDER to keep what was read]");
        return 64;
    }

    private static IReadOnlyList<Confusion> Count(IEnumerable<(string Truth, string Read)> pairs, ConfusionModel model, out int left)
    {
        var letters = new Dictionary<string, int>();
        var seen = new Dictionary<(string Truth, string Read), int>();
        var all = left = 0;
        foreach (var (truth, read) in pairs)
        {
            var (steps, cost) = LetterAlignment.Align(truth, read, model);
            if (cost > MostWrong * truth.Length)
            {
                left++;
                continue;
            }
            all += truth.Length;
            foreach (var letter in truth) letters[letter.ToString()] = letters.GetValueOrDefault(letter.ToString()) + 1;
            foreach (var pair in truth.Zip(truth.Skip(1), (one, two) => $"{one}{two}")) letters[pair] = letters.GetValueOrDefault(pair) + 1;
            foreach (var step in steps.Where(step => step.Truth != step.Read)) seen[step] = seen.GetValueOrDefault(step) + 1;
        }
        foreach (var rare in seen.Where(pair => pair.Key is { Truth.Length: 2 } or { Read.Length: 2 } && pair.Value < LeastMerges).ToList())
        {
            seen.Remove(rare.Key);
            foreach (var step in LetterAlignment.Apart(rare.Key.Truth, rare.Key.Read)) seen[step] = seen.GetValueOrDefault(step) + rare.Value;
        }
        var total = all;
        return [.. seen.Select(pair => new Confusion(pair.Key.Truth, pair.Key.Read, pair.Value, pair.Key.Truth.Length == 0 ? total : letters[pair.Key.Truth]))];
    }

    private static string Letters(IEnumerable<string> words) =>
        string.Concat(NormalForm.Of(string.Concat(words)).ToLowerInvariant().Where(letter => char.IsAsciiDigit(letter) || Letter.TryRead(letter, out _)));

    private static async Task<string> RootAsync() =>
        (await Run.OutputAsync("git", "-C", AppContext.BaseDirectory, "rev-parse", "--show-toplevel")).Trim();
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace AwardArchive.Tests.Damage;

/// <summary>
/// Damaged and hostile files through <c>ocr</c>, many at once, sound ones among them: each gets an outcome that a person can read, none
/// ends the program, hangs, or costs another file its words. <c>eng/damaged.sh</c> runs the long form and prints the table.
/// </summary>
public sealed class DamagedFilesTests(ITestOutputHelper output) : IDisposable
{
    private const string CountVariable = "AWARD_ARCHIVE_DAMAGED_FILES";
    private const int ShortCount = 60;
    private const int BatchSize = 50;

    // A PDF holds the image too: half of all batches.
    private static readonly string[] Formats = ["pdf", "text", "pdf", "json", "pdf", "alto", "pdf", "hocr"];

    // A page gets two attempts. What hangs is then a test that does not end.
    private static readonly Dictionary<string, string> Limits = new()
    {
        ["Recognition__PageTimeout"] = "00:00:20",
        ["Capture__PdfTimeout"] = "00:00:20",
        ["Recognition__WorkerMemoryBytes"] = (1L << 30).ToString(CultureInfo.InvariantCulture),
    };

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Each_damaged_file_has_an_outcome_and_a_reason_and_costs_no_other()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), CultureInfo.InvariantCulture, out var asked) ? asked : ShortCount;
        var files = DamagedFiles.Make(folder.Path, count);
        var sound = SoundScans.Make(folder.Path).Single(scan => scan.Kind == "PNG");
        var outcomes = new List<(DamagedFile File, string Outcome, string? Reason)>();
        foreach (var (batch, number) in files.Chunk(BatchSize).Select((batch, i) => (batch, i))) outcomes.AddRange(await RecognizeAsync(batch, number, sound));

        foreach (var line in Table(outcomes)) output.WriteLine(line);
        Assert.Equal(files.Count, outcomes.Count);
        Assert.All(outcomes, outcome => AssertReadable(outcome.File, outcome.Outcome, outcome.Reason));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>One run of the program over some damaged files with a sound one before, among and behind them.</summary>
    private async Task<IEnumerable<(DamagedFile, string, string?)>> RecognizeAsync(DamagedFile[] batch, int number, SoundScan sound)
    {
        string[] witnesses = [.. Enumerable.Range(0, 3).Select(i => folder.File($"sound-{number}-{i}.png"))];
        foreach (var witness in witnesses) await File.WriteAllBytesAsync(witness, sound.Bytes, TestContext.Current.CancellationToken);
        string[] paths = [witnesses[0], .. batch[..(batch.Length / 2)].Select(file => file.Path), witnesses[1], .. batch[(batch.Length / 2)..].Select(file => file.Path), witnesses[2]];
        var clock = Stopwatch.StartNew();
        var result = await ArchiveProgram.RunAsync(
            Limits, ["ocr", .. paths, "--format", Formats[number % Formats.Length], "--out", folder.File($"out-{number}"), "--json"]);
        output.WriteLine($"{batch.Length} files as {Formats[number % Formats.Length]} in {clock.Elapsed.TotalSeconds:0} s");

        Assert.Equal((2, ""), (result.ExitCode, result.Errors));
        var lines = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(paths, lines.Select(line => line.GetProperty("file").GetString()));
        Assert.All(lines.Where(line => witnesses.Contains(line.GetProperty("file").GetString())), line => Assert.Equal("recognized", line.GetProperty("outcome").GetString()));
        if (Formats[number % Formats.Length] == "text")
            Assert.Contains(SoundScans.Words, await File.ReadAllTextAsync(lines[^1].GetProperty("output").GetString()!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(folder.File($"out-{number}"), ".*"), path => path.EndsWith(".part", StringComparison.Ordinal));
        var byPath = batch.ToDictionary(file => file.Path);
        return lines.Where(line => byPath.ContainsKey(line.GetProperty("file").GetString()!)).Select(line =>
            (byPath[line.GetProperty("file").GetString()!], line.GetProperty("outcome").GetString()!, line.GetProperty("reason").GetString()));
    }

    private static void AssertReadable(DamagedFile file, string outcome, string? reason)
    {
        Assert.Contains(outcome, (string[])["recognized", "needsAttention", "refused"]);
        if (outcome == "recognized") return;
        Assert.False(string.IsNullOrWhiteSpace(reason), $"{file.Damage}: no reason");
        // Vietnamese: some letter with a mark; and nothing for programmers.
        Assert.True(reason.Any(letter => letter is > 'z' and not '×'), $"{file.Damage}: {reason}");
        Assert.DoesNotContain("Exception", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", reason, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Table(IReadOnlyList<(DamagedFile File, string Outcome, string? Reason)> outcomes)
    {
        yield return "";
        yield return $"| {outcomes.Count} files | recognized | needsAttention | refused |";
        yield return "| --- | --- | --- | --- |";
        foreach (var kind in outcomes.GroupBy(outcome => outcome.File.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            yield return $"| {kind.Key} | {kind.Count(o => o.Outcome == "recognized")} | {kind.Count(o => o.Outcome == "needsAttention")} | {kind.Count(o => o.Outcome == "refused")} |";
        yield return "";
        foreach (var reason in outcomes.Where(o => o.Reason is not null).GroupBy(o => o.Reason).OrderByDescending(reason => reason.Count()))
            yield return $"{reason.Count(),4} × {reason.Key} ({string.Join(", ", reason.Select(o => $"{o.File.Kind}: {o.File.Damage}").Distinct().Take(3))})";
    }
}

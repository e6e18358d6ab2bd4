using System.Globalization;
using AwardArchive.Benchmarks.Search.Judged;

namespace AwardArchive.Benchmarks.Search;

/// <summary>What to measure.</summary>
/// <param name="IsQuality">Judged queries, not speed.</param>
/// <param name="Seed">Of the judged set or of the corpus.</param>
/// <param name="IsAlone">Without the peers.</param>
/// <param name="Shown">A class of queries of which every imperfect answer is told.</param>
/// <param name="Pages">Of the corpus.</param>
/// <param name="MostPeerPages">A larger corpus is for ours and plain Lucene only.</param>
/// <param name="BuildLimit">A peer that takes longer to build its index is left out.</param>
/// <param name="IsOfDirectories">Only how fast Lucene's directories read the index.</param>
/// <param name="Kept">Folder in which our own archive of that corpus is kept, and taken from when it is there; null for none.</param>
/// <param name="Kind">The only kind of queries whose times are taken; null for all.</param>
/// <param name="IsOfReady">Only how soon a new paper is found.</param>
internal sealed record SearchBenchmarkOptions(
    bool IsQuality, ulong Seed, bool IsAlone, QueryClass? Shown, int Pages, int MostPeerPages, TimeSpan BuildLimit, string? Kept = null,
    bool IsOfDirectories = false, string? Kind = null, bool IsOfReady = false)
{
    public const string Usage = "search [PAGES] [peers=PAGES] [limit=SECONDS] [alone] [seed=N] [kind=NAME] [keep=FOLDER]\nsearch quality [tune|report|seed=N] [alone] [show=CLASS]\nsearch directories [PAGES] [keep=FOLDER]\nsearch ready [PAGES]";

    /// <summary>Null when there is a word that means nothing.</summary>
    public static SearchBenchmarkOptions? Parse(string[] args)
    {
        var options = new SearchBenchmarkOptions(false, JudgedSet.ReportingSeed, false, null, 20_000, 100_000, TimeSpan.FromMinutes(30));
        foreach (var word in args)
        {
            if (word == "directories") options = options with { IsOfDirectories = true };
            else if (word == "ready") options = options with { IsOfReady = true };
            else if (word == "quality") options = options with { IsQuality = true };
            else if (word is "tune" or "report") options = options with { Seed = word == "tune" ? JudgedSet.TuningSeed : JudgedSet.ReportingSeed };
            else if (word.StartsWith("seed=", StringComparison.Ordinal) && IsCount(word[5..], out var seed)) options = options with { Seed = (ulong)seed };
            else if (word == "alone") options = options with { IsAlone = true };
            else if (word.StartsWith("show=", StringComparison.Ordinal) && Enum.TryParse<QueryClass>(word[5..], ignoreCase: true, out var shown)) options = options with { Shown = shown };
            else if (word.StartsWith("peers=", StringComparison.Ordinal) && IsCount(word[6..], out var most)) options = options with { MostPeerPages = most };
            else if (word.StartsWith("limit=", StringComparison.Ordinal) && IsCount(word[6..], out var seconds)) options = options with { BuildLimit = TimeSpan.FromSeconds(seconds) };
            else if (word.StartsWith("keep=", StringComparison.Ordinal)) options = options with { Kept = word[5..] };
            else if (word.StartsWith("kind=", StringComparison.Ordinal)) options = options with { Kind = word[5..] };
            else if (IsCount(word, out var pages) && pages > 0) options = options with { Pages = pages };
            else return null;
        }
        return options;
    }

    private static bool IsCount(string word, out int count) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out count);
}

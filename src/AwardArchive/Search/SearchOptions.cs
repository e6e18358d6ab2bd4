using System.ComponentModel.DataAnnotations;

namespace AwardArchive.Search;

/// <summary>What a search may cost.</summary>
public sealed class SearchOptions
{
    public const string Section = "Search";

    /// <value>After which an answer is given with what was found until then, and says so. 50 milliseconds to 1 minute. Default 2 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan TimeBudget { get; set; } = TimeSpan.FromSeconds(2);
}

using System.Globalization;
using System.Text.Encodings.Web;

namespace AwardArchive.Search;

/// <summary>The address of a search page: what is searched for, and links to the same search a little changed.</summary>
/// <remarks>What a person could not have meant (a year of letters) is left out, not refused.</remarks>
internal sealed record SearchLink(string Q, string Kind, string YearFrom, string YearTo, string Sort, string Cursor)
{
    public static SearchLink Plain { get; } = new("", "", "", "", "", "");

    /// <summary>Nothing is searched for and nothing filtered.</summary>
    public bool IsPlain => this with { Sort = "" } == Plain;

    /// <summary>What narrows the search, each with the address of the search without it.</summary>
    public IReadOnlyList<(string Name, string Without)> Filters
    {
        get
        {
            var filters = new List<(string, string)>();
            var first = this with { Cursor = "" };
            if (Kind.Length > 0) filters.Add((Kind, $"{first with { Kind = "" }}"));
            if (YearFrom.Length > 0 || YearTo.Length > 0)
            {
                var years = YearFrom == YearTo ? $"Năm {YearFrom}" : $"Năm {YearFrom}–{YearTo}";
                filters.Add((years, $"{first with { YearFrom = "", YearTo = "" }}"));
            }
            return filters;
        }
    }

    public static SearchLink Of(string? q, string? kind, string? yearFrom, string? yearTo, string? sort, string? cursor) => new(
        q?.Trim() ?? "", kind is { Length: <= 100 } ? kind.Trim() : "", YearOf(yearFrom), YearOf(yearTo),
        sort is SearchSort.Newest or SearchSort.Oldest ? sort : "", cursor ?? "");

    public SearchRequest ToRequest() => new(
        Q, Kind, YearFrom.Length == 0 ? null : int.Parse(YearFrom, CultureInfo.InvariantCulture),
        YearTo.Length == 0 ? null : int.Parse(YearTo, CultureInfo.InvariantCulture), Sort: Sort, Cursor: Cursor);

    public string ToFirst() => $"{this with { Cursor = "" }}";

    public string After(string cursor) => $"{this with { Cursor = cursor }}";

    public string WithKind(string kind) => $"{this with { Kind = kind, Cursor = "" }}";

    public string WithYear(string year) => $"{this with { YearFrom = year, YearTo = year, Cursor = "" }}";

    public override string ToString()
    {
        var parts = new[] { ("q", Q), ("kind", Kind), ("yearFrom", YearFrom), ("yearTo", YearTo), ("sort", Sort), ("cursor", Cursor) }
            .Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1}={UrlEncoder.Default.Encode(part.Item2)}");
        return "/?" + string.Join('&', parts);
    }

    private static string YearOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 10_000
            ? year.ToString(CultureInfo.InvariantCulture)
            : "";
}

using System.Globalization;
using System.Text.Encodings.Web;

namespace AwardArchive.Search;

/// <summary>The address of a search page: what is searched for, and links to the same search a little changed. Nothing is empty, not null.</summary>
/// <remarks>What a person could not have meant (a year of letters) is left out, not refused.</remarks>
internal sealed record SearchLink
{
    private const int MaxLength = 200;

    public static SearchLink Plain { get; } = new();

    public string Q { get; private init; } = "";

    public string Kind { get; private init; } = "";

    public string YearFrom { get; private init; } = "";

    public string YearTo { get; private init; } = "";

    public string Issuer { get; private init; } = "";

    public string Award { get; private init; } = "";

    public string Place { get; private init; } = "";

    public string Dossier { get; private init; } = "";

    public string Sort { get; private init; } = "";

    public string Cursor { get; private init; } = "";

    /// <summary>Nothing is searched for and nothing filtered.</summary>
    public bool IsPlain => this with { Sort = "" } == Plain;

    /// <summary>What narrows the search beside the years, for the form to carry on: name and value.</summary>
    public IEnumerable<(string Name, string Value)> Hidden => Parts.Where(part => part.Name is "kind" or "issuer" or "award" or "place" or "dossierId");

    /// <summary>What narrows the search, each with the address of the search without it.</summary>
    public IReadOnlyList<(string Name, string Without)> Filters
    {
        get
        {
            var first = this with { Cursor = "" };
            var filters = new List<(string, string)>();
            Add(Kind, first with { Kind = "" });
            if (YearFrom.Length > 0 || YearTo.Length > 0)
                Add(YearFrom == YearTo ? $"Năm {YearFrom}" : $"Năm {YearFrom}–{YearTo}", first with { YearFrom = "", YearTo = "" });
            Add(Issuer, first with { Issuer = "" });
            Add(Award, first with { Award = "" });
            Add(Place, first with { Place = "" });
            Add(Dossier.Length > 0 ? $"Hồ sơ {Dossier}" : "", first with { Dossier = "" });
            return filters;

            void Add(string name, SearchLink without)
            {
                if (name.Length > 0) filters.Add((name, $"{without}"));
            }
        }
    }

    private IEnumerable<(string Name, string Value)> Parts => new[]
    {
        ("q", Q), ("kind", Kind), ("yearFrom", YearFrom), ("yearTo", YearTo), ("issuer", Issuer), ("award", Award), ("place", Place),
        ("dossierId", Dossier), ("sort", Sort), ("cursor", Cursor),
    }.Where(part => part.Item2.Length > 0);

    public static SearchLink Of(IQueryCollection query) => new()
    {
        Q = $"{query["q"]}".Trim(),
        Kind = ValueOf(query["kind"]),
        YearFrom = YearOf(query["yearFrom"]),
        YearTo = YearOf(query["yearTo"]),
        Issuer = ValueOf(query["issuer"]),
        Award = ValueOf(query["award"]),
        Place = ValueOf(query["place"]),
        Dossier = Guid.TryParse(query["dossierId"], out var dossier) ? $"{dossier}" : "",
        Sort = query["sort"] is [SearchSort.Newest or SearchSort.Oldest] and var sort ? $"{sort}" : "",
        Cursor = $"{query["cursor"]}",
    };

    public SearchRequest ToRequest() => new(
        Q, Kind, NumberOf(YearFrom), NumberOf(YearTo), Issuer, Award, Place, Dossier.Length > 0 ? Guid.Parse(Dossier) : null, Sort, Cursor: Cursor);

    /// <summary>Its parameters: <c>?q=…</c>.</summary>
    public string Query => "?" + string.Join('&', Parts.Select(part => $"{part.Name}={UrlEncoder.Default.Encode(part.Value)}"));

    public SearchLink WithoutCursor() => this with { Cursor = "" };

    public string WithQuery(string query) => $"{this with { Q = query, Cursor = "" }}";

    public string ToFirst() => $"{WithoutCursor()}";

    public string After(string cursor) => $"{this with { Cursor = cursor }}";

    /// <summary>The whole result as a table.</summary>
    public string ToTable() => $"/api/v1/search/export.csv{WithoutCursor().Query}";

    public string WithKind(string kind) => $"{this with { Kind = kind, Cursor = "" }}";

    public string WithYear(string year) => $"{this with { YearFrom = year, YearTo = year, Cursor = "" }}";

    public string WithIssuer(string issuer) => $"{this with { Issuer = issuer, Cursor = "" }}";

    public string WithAward(string award) => $"{this with { Award = award, Cursor = "" }}";

    public string WithPlace(string place) => $"{this with { Place = place, Cursor = "" }}";

    public string WithDossier(string dossier) => $"{this with { Dossier = dossier, Cursor = "" }}";

    public override string ToString() => "/" + Query;

    private static string ValueOf(string? text) => text is { Length: <= MaxLength } ? text.Trim() : "";

    private static int? NumberOf(string year) => year.Length == 0 ? null : int.Parse(year, CultureInfo.InvariantCulture);

    private static string YearOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 10_000
            ? year.ToString(CultureInfo.InvariantCulture)
            : "";
}

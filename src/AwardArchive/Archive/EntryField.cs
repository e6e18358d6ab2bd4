using System.Text.Json;

namespace AwardArchive.Archive;

/// <summary>A field of an award entry that a person may correct.</summary>
/// <param name="Name">As JSON calls it.</param>
/// <param name="With">A name cannot be taken away: null leaves the entry as it is there.</param>
internal sealed record EntryField(string Name, Func<AwardEntry, Fact?> Get, Func<AwardEntry, Fact?, AwardEntry> With)
{
    /// <summary>Where the row stands: a fact that has a page and a box and says nothing.</summary>
    public const string Place = "place";

    public static readonly IReadOnlyList<EntryField> All =
    [
        new("kind", entry => On(entry, JsonNamingPolicy.CamelCase.ConvertName(entry.Kind.ToString())), (entry, fact) => entry with
        {
            Kind = Enum.TryParse<RecipientKind>(fact?.Value, ignoreCase: true, out var kind) ? kind : RecipientKind.Person,
        }),
        new("name", entry => entry.Name, (entry, fact) => fact is null ? entry : entry with { Name = fact }),
        new("rowNumber", entry => entry.RowNumber, (entry, fact) => entry with { RowNumber = fact }),
        new("birthYear", entry => entry.BirthYear, (entry, fact) => entry with { BirthYear = fact }),
        new("sex", entry => entry.Sex, (entry, fact) => entry with { Sex = fact }),
        new("homePlace", entry => entry.HomePlace, (entry, fact) => entry with { HomePlace = fact }),
        new("service", entry => entry.Service, (entry, fact) => entry with { Service = fact }),
        new("reason", entry => entry.Reason, (entry, fact) => entry with { Reason = fact }),
        new("award", entry => entry.Award, (entry, fact) => entry with { Award = fact }),
        new("awardClass", entry => entry.AwardClass, (entry, fact) => entry with { AwardClass = fact }),
        new("isPosthumous", entry => On(entry, entry.IsPosthumous ? "true" : "false"), (entry, fact) => entry with { IsPosthumous = fact?.Value == "true" }),
        new(Place, entry => On(entry, ""), (entry, fact) => fact is null ? entry : entry with { Page = fact.Page, Box = fact.Box }),
    ];

    public static EntryField? Find(string name) => All.FirstOrDefault(field => field.Name == name);

    /// <summary>Whether both say the same in this field.</summary>
    public bool Same(AwardEntry one, AwardEntry other) =>
        Name == Place ? (one.Page, one.Box) == (other.Page, other.Box) : Get(one)?.Value == Get(other)?.Value;

    private static Fact On(AwardEntry entry, string value) => new(value, value, entry.Page, entry.Box, entry.Name.Confidence, entry.Name.Source);
}

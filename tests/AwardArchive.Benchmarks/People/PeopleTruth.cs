using AwardArchive.Vietnamese;

namespace AwardArchive.Benchmarks.People;

/// <summary>Which pairs of entries are of one person.</summary>
internal sealed class PeopleTruth
{
    private readonly Dictionary<Guid, GeneratedEntry> entries;
    private readonly HashSet<int> namesakes;
    private readonly GeneratedPeople people;

    public PeopleTruth(GeneratedPeople people)
    {
        this.people = people;
        entries = people.Entries.ToDictionary(entry => entry.Mention.Id);
        OfPerson = people.Entries.ToLookup(entry => entry.Person);
        namesakes = [.. people.Persons.GroupBy(person => (person.Home, NameKey(person.Name))).Where(group => group.Skip(1).Any()).SelectMany(group => group).Select(person => person.Number)];
        Pairs = [.. OfPerson.SelectMany(PairsOf)];
    }

    public ILookup<int, GeneratedEntry> OfPerson { get; }

    public IReadOnlyList<(Guid One, Guid Other)> Pairs { get; }

    public GeneratedEntry this[Guid id] => entries[id];

    public bool IsOne(Guid one, Guid other) => entries[one].Person == entries[other].Person;

    public bool HasNamesake(Guid id) => namesakes.Contains(entries[id].Person);

    public bool LacksYear(Guid one, Guid other) => entries[one].Mention.Born is null || entries[other].Mention.Born is null;

    public string Describe() =>
        $"{people.Entries.Count} entries of {people.Persons.Count} persons in {people.Persons.Select(person => person.Home).Distinct().Count()} communes, {Pairs.Count} true pairs; "
        + $"{100.0 * namesakes.Count / people.Persons.Count:0.0} % of the persons have a namesake in their commune; "
        + $"{100.0 * Pairs.Count(pair => LacksYear(pair.One, pair.Other)) / Pairs.Count:0.0} % of the true pairs lack a birth year on one side at least, "
        + $"{100.0 * Pairs.Count(pair => LacksYear(pair.One, pair.Other) && HasNamesake(pair.One)) / Pairs.Count:0.0} % and have a namesake";

    private static IEnumerable<(Guid, Guid)> PairsOf(IGrouping<int, GeneratedEntry> person)
    {
        Guid[] ids = [.. person.Select(entry => entry.Mention.Id).Order()];
        for (var i = 0; i < ids.Length; i++)
        {
            for (var j = i + 1; j < ids.Length; j++) yield return (ids[i], ids[j]);
        }
    }

    private static string NameKey(string name) => string.Join(' ', name.Split(' ').Select(word => NormalForm.OfWord(word)));
}

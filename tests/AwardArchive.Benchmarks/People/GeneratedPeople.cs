using AwardArchive.Benchmarks.Search.Corpus;
using AwardArchive.Demo;
using AwardArchive.People.Matching;

namespace AwardArchive.Benchmarks.People;

/// <param name="Number">From 0.</param>
/// <param name="Name">As it should be written.</param>
/// <param name="Home">Where she is at home.</param>
internal sealed record GeneratedPerson(int Number, string Name, bool IsWoman, int Born, PeopleCommune Home, string Spouse, string Child);

/// <param name="Person">The truth that no matcher sees.</param>
internal sealed record GeneratedEntry(int Person, PersonMention Mention);

/// <summary>People with known truth, and the award entries that papers of fifty years have of them.</summary>
/// <remarks>
/// 9,000 persons live in 100 communes; a commune has from 30 to 300 of them. Names are drawn by the shares of family names, with few middle and
/// given names, so that most communes have several people of one name by chance; and every eighth person is a namesake of somebody of the
/// commune on purpose, of any birth year. Entries: one to eight a person, 2.2 on average, in papers of 1965 to 2026 with the places of
/// their day. What goes wrong is drawn by paper (level of damage, whether the list has birth years at all) and by entry; letters are
/// misread by the table of the search benchmark, which is not the one that the matcher knows.
/// </remarks>
internal sealed class GeneratedPeople
{
    private const int RowsOfAList = 25;

    private static readonly (string Award, string[] Classes)[] Awards =
    [
        ("Huân chương Kháng chiến chống Mỹ", ["Nhất", "Nhì", "Ba"]), ("Huân chương Kháng chiến chống Pháp", ["Nhất", "Nhì", "Ba"]),
        ("Huân chương Độc lập", ["Nhất", "Nhì", "Ba"]), ("Huân chương Chiến công", ["Nhất", "Nhì", "Ba"]), ("Huy chương Kháng chiến", ["Nhất", "Nhì"]),
        ("Huy chương Kháng chiến chống Mỹ", ["Nhất", "Nhì"]), ("Bà mẹ Việt Nam anh hùng", []), ("Bằng Tổ quốc ghi công", []), ("Bằng khen", []),
    ];

    private readonly SplitMix64 random;
    private readonly PeopleCommune[] communes;

    private GeneratedPeople(ulong seed, int persons, int entries)
    {
        random = new(seed);
        communes = PeopleCommune.Draw(random.Fork(), Math.Max(4, persons / 90));
        Persons = DrawPersons(random.Fork(), persons);
        Entries = DrawEntries(random.Fork(), entries);
    }

    public IReadOnlyList<GeneratedPerson> Persons { get; }

    public IReadOnlyList<GeneratedEntry> Entries { get; }

    public static GeneratedPeople Of(ulong seed, int entries) => new(seed, entries * 9 / 20, entries);

    private List<GeneratedPerson> DrawPersons(SplitMix64 draw, int count)
    {
        var vocabulary = new Vocabulary();
        // A commune of the first tenth has ten times the people of one of the last.
        var sizes = communes.Select((_, at) => 1 / (1 + (9.0 * at / communes.Length))).ToArray();
        var all = sizes.Sum();
        var persons = new List<GeneratedPerson>();
        var ofCommune = communes.ToDictionary(commune => commune, _ => new List<GeneratedPerson>());
        while (persons.Count < count)
        {
            var at = draw.Unit() * all;
            var home = communes[0];
            for (var i = 0; i < sizes.Length && (at -= sizes[i]) > 0; i++) home = communes[Math.Min(i + 1, sizes.Length - 1)];
            var neighbors = ofCommune[home];
            var isWoman = draw.Chance(0.55f);
            var name = NameOf(draw, home, isWoman, vocabulary);
            if (neighbors.Count > 0 && draw.Chance(0.07f)) (name, isWoman) = draw.Pick([.. neighbors.Select(one => (one.Name, one.IsWoman))]);
            var family = name.Split(' ')[0];
            var spouse = isWoman ? DemoPeople.Man(draw) : DemoPeople.Woman(draw);
            var child = DemoPeople.Son(isWoman ? spouse : family, draw);
            var person = new GeneratedPerson(persons.Count, name, isWoman, draw.Between(1895, 1955), home, spouse, child);
            persons.Add(person);
            neighbors.Add(person);
        }
        return persons;
    }

    private static string NameOf(SplitMix64 draw, PeopleCommune home, bool isWoman, Vocabulary vocabulary)
    {
        // Where Vân Kiều and Pa Cô live most are a Hồ.
        for (var tries = 0; ; tries++)
        {
            var name = isWoman ? DemoPeople.Woman(draw) : DemoPeople.Man(draw);
            if (home.IsHighland && tries < 8 && !name.StartsWith("Hồ ", StringComparison.Ordinal)) continue;
            return draw.Chance(0.3f) ? $"{name[..name.LastIndexOf(' ')]} {draw.Pick(vocabulary.Given)}" : name;
        }
    }

    private List<GeneratedEntry> DrawEntries(SplitMix64 draw, int count)
    {
        var rows = new List<(GeneratedPerson Person, int Year, string Award, string? Class)>();
        var counts = Persons.Select(_ => 1).ToArray();
        foreach (var person in Persons) rows.Add(RowOf(draw, person, null));
        while (rows.Count < count)
        {
            // Who has many entries gets more: officers of the commune are awarded again and again.
            var before = rows[draw.Between(0, rows.Count - 1)];
            var person = draw.Chance(0.5f) ? before.Person : Persons[draw.Between(0, Persons.Count - 1)];
            if (counts[person.Number] >= 8) continue;
            counts[person.Number]++;
            rows.Add(RowOf(draw, person, person == before.Person ? before : null));
        }
        var entries = new List<GeneratedEntry>();
        foreach (var paper in rows.GroupBy(row => (row.Person.Home.District, row.Year, row.Award)).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
        {
            var waiting = paper.ToList();
            while (waiting.Count > 0)
            {
                // Nobody is twice in one list, but for one slip in two hundred.
                var list = waiting.DistinctBy(row => draw.Chance(0.005f) ? (object)row : row.Person).Take(RowsOfAList).ToList();
                foreach (var row in list) waiting.Remove(row);
                entries.AddRange(Write(new SplitMix64(draw.Next()), list, paper.Key.Year));
            }
        }
        return entries;
    }

    private static (GeneratedPerson, int Year, string Award, string? Class) RowOf(
        SplitMix64 draw, GeneratedPerson person, (GeneratedPerson Person, int Year, string Award, string? Class)? before)
    {
        var year = draw.Chance(0.35f) ? draw.Between(1977, 1989) : draw.Chance(0.12f) ? draw.Between(2025, 2026) : draw.Chance(0.1f) ? draw.Between(1965, 1975) : draw.Between(1990, 2018);
        // The same award once more, in another paper.
        if (before is { } given && draw.Chance(0.05f)) return (person, year == given.Year ? year - 1 : year, given.Award, given.Class);
        var (award, classes) = draw.Pick(Awards);
        return (person, year, award, classes.Length == 0 ? null : draw.Pick(classes));
    }

    private IEnumerable<GeneratedEntry> Write(SplitMix64 draw, List<(GeneratedPerson Person, int Year, string Award, string? Class)> rows, int year)
    {
        var document = IdOf(draw);
        var paper = PaperHabits.Draw(draw, year);
        foreach (var (person, _, award, rank) in rows)
        {
            var isTold = draw.Chance(0.1f);
            yield return new(person.Number, new(IdOf(draw), paper.Name(draw, person), document, draw.Between(1, 4))
            {
                Born = paper.Born(draw, person),
                HomePlace = paper.Home(draw, person.Home),
                Sex = draw.Chance(0.2f) ? person.IsWoman == draw.Chance(0.99f) ? Sex.Female : Sex.Male : null,
                Kin = isTold ? [new(person.IsWoman ? Kinship.Husband : Kinship.Wife, paper.Misread(draw, person.Spouse)), new(Kinship.Child, paper.Misread(draw, person.Child))] : [],
                Award = award,
                AwardClass = rank,
                Certificate = draw.Chance(0.15f) ? CertificateOf(draw, person, award) : null,
                PaperYear = year,
            });
        }
    }

    /// <summary>Another one for each award of a person; numbers begin anew in each province, so that now and then two people have one.</summary>
    private static string CertificateOf(SplitMix64 draw, GeneratedPerson person, string award)
    {
        var number = 1_000 + (((person.Number * 7_919) + (Array.FindIndex(Awards, one => one.Award == award) * 3_001)) % 60_000);
        if (draw.Chance(0.02f)) number = draw.Between(1_000, 61_000);
        return draw.Chance(0.5f) ? $"{number}" : $"KC {number}";
    }

    private static Guid IdOf(SplitMix64 draw)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, draw.Next());
        BitConverter.TryWriteBytes(bytes[8..], draw.Next());
        return new(bytes);
    }
}

using System.Diagnostics;
using AwardArchive.People.Matching;
using AwardArchive.Vietnamese;

namespace AwardArchive.Benchmarks.People;

/// <summary>The entries of mothers, looked up one by one by name, birth year and home place as a declaration of 2014 gives them.</summary>
internal static class LookupScores
{
    private const int Mothers = 1_000;
    private const double RecallBar = 0.98;

    /// <returns>Whether the bar is met.</returns>
    public static bool Print(GeneratedPeople people, PeopleTruth truth)
    {
        var watch = Stopwatch.StartNew();
        var lookup = new PersonLookup(people.Entries.Select(entry => entry.Mention), PlaceHistory.BuiltIn);
        var building = watch.Elapsed.TotalSeconds;
        var mothers = people.Persons.Where(person => person.IsWoman).Take(Mothers).ToList();
        var (right, found, all) = (0, 0, 0);
        var missed = new List<string>();
        watch.Restart();
        foreach (var mother in mothers)
        {
            var known = Asked(mother);
            var ids = lookup.Find(known).Select(proposal => proposal.Other).ToHashSet();
            var hers = truth.OfPerson[mother.Number].ToList();
            var hits = hers.Count(entry => ids.Contains(entry.Mention.Id));
            (right, found, all) = (right + hits, found + ids.Count, all + hers.Count);
            missed.AddRange(hers.Where(entry => !ids.Contains(entry.Mention.Id)).Select(entry =>
                $"{known.Name}, {known.Born}, {known.HomePlace} -> {entry.Mention.Name}, {entry.Mention.Born?.ToString() ?? "?"}, {entry.Mention.HomePlace ?? "?"} ({entry.Mention.PaperYear})"));
        }
        var recall = right / (double)all;
        Console.WriteLine($"look-up   {mothers.Count} mothers with {all} entries: recall {recall:0.0000}, precision {right / (double)found:0.0000}; "
            + $"{building:0.0} s to build, {watch.Elapsed.TotalMilliseconds / mothers.Count:0.00} ms each");
        Console.WriteLine("ten that were missed");
        foreach (var line in missed.Take(10)) Console.WriteLine($"  {line}");
        return recall >= RecallBar;
    }

    private static PersonMention Asked(GeneratedPerson mother) => new(Guid.Empty, mother.Name, Guid.Empty, 1)
    {
        Born = VietnameseDate.Of(mother.Born),
        HomePlace = $"xã {mother.Home.Name}, huyện {mother.Home.District}, tỉnh {mother.Home.Province}",
        PaperYear = 2014,
    };
}

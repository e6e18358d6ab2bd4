using AwardArchive.Vietnamese;

namespace AwardArchive.People.Matching;

/// <summary>
/// How probable it is that two people of one commune bear one name beyond what the shares of its parts let one expect: families name their
/// children alike, and rare names come up where they come from. Told from the data alone: mentions of one name and one commune whose
/// birth years are far apart are of different people.
/// </summary>
internal static class NamesakeRate
{
    /// <summary>Years that are no slip of the pen.</summary>
    private const int FarApart = 3;

    /// <summary>Of years drawn at random so many are not far apart, or one digit apart, and do not show.</summary>
    private const double Shown = 0.75;

    /// <summary>What is assumed of so many pairs before any is seen.</summary>
    private const double Weight = 20_000;
    private const double Beforehand = 5e-4;

    /// <returns>For two people of one commune; above 0.</returns>
    public static double Of(IReadOnlyList<ReadMention> mentions, Population population)
    {
        var (excess, pairs) = (Beforehand * Weight, Weight);
        foreach (var commune in mentions.Where(m => m.Home.Commune is not null && m.Year is not null && m.Name.Middle.Length > 0).GroupBy(m => Folding.Fold(m.Home.Commune!.Key), StringComparer.Ordinal))
        {
            var all = commune.Count();
            pairs += (double)all * all;
            foreach (var name in commune.GroupBy(m => (m.Name.Family, m.Name.Middle, m.Name.Given)))
            {
                var years = name.Select(m => m.Year!.Value).ToList();
                var share = population.ByChance(name.First().Name, name.First().Home.Commune);
                // Each of the name with each other of the commune.
                excess += (FarPairs(years) / Shown) - (years.Count * (double)all * share);
            }
        }
        return Math.Max(excess / pairs, Beforehand / 10);
    }

    /// <summary>Ordered pairs, by counting years: linear in the mentions.</summary>
    private static double FarPairs(List<int> years)
    {
        var counts = years.GroupBy(year => year).ToDictionary(group => group.Key, group => group.Count());
        var far = 0.0;
        foreach (var (year, count) in counts)
        {
            foreach (var (other, others) in counts)
            {
                if (Math.Abs(year - other) >= FarApart && !BirthYears.IsOneDigitOff(year, other)) far += (double)count * others;
            }
        }
        return far;
    }
}

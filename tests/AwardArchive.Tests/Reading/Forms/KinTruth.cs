using AwardArchive.Archive;
using AwardArchive.Demo;

namespace AwardArchive.Tests.Reading.Forms;

/// <summary>What was read of persons beside what stands on the paper, fact by fact.</summary>
internal static class KinTruth
{
    private static readonly (string Name, Func<DemoKin, string?> Truth, Func<KinEntry, Fact?> Read)[] Facts =
    [
        ("birth", kin => $"{kin.BirthYear}", kin => kin.BirthYear),
        ("death", kin => kin.DeathDate, kin => kin.DeathDate),
        ("home", kin => kin.HomePlace, kin => kin.HomePlace),
        ("certificate", kin => kin.CertificateNo, kin => kin.CertificateNo),
        ("decision", kin => kin.DecisionNo, kin => kin.DecisionNo),
        ("percent", kin => $"{kin.InvalidPercent}", kin => kin.InvalidPercent),
    ];

    /// <summary>
    /// Each true fact of a person, and each that was read. Persons are paired by relation and name, then the others by relation in the order of the
    /// page; one that was not read leaves all its facts unread, one that is not there makes its name a fact that is not true.
    /// </summary>
    public static IEnumerable<(string Field, string Truth, string Read, double Confidence)> Compare(IReadOnlyList<DemoKin> truth, IReadOnlyList<KinEntry> read)
    {
        var left = read.ToList();
        var pairs = new KinEntry?[truth.Count];
        for (var i = 0; i < truth.Count; i++) pairs[i] = Take(kin => kin.Relation == truth[i].Relation && kin.Name.Value == truth[i].Name);
        for (var i = 0; i < truth.Count; i++) pairs[i] ??= Take(kin => kin.Relation == truth[i].Relation);
        foreach (var (person, found) in truth.Zip(pairs))
        {
            yield return ("name", $"{person.Relation} {person.Name} {person.IsMartyr}", $"{found?.Relation} {found?.Name.Value} {found?.IsMartyr}", found?.Name.Confidence ?? 0);
            foreach (var (name, trueOf, readOf) in Facts)
            {
                var (value, fact) = (trueOf(person) ?? "", found is null ? null : readOf(found));
                if (value.Length > 0 || fact is not null) yield return (name, value, fact?.Value ?? "", fact?.Confidence ?? 0);
            }
        }
        foreach (var extra in left) yield return ("name", "", $"{extra.Relation} {extra.Name.Value}", extra.Name.Confidence);

        KinEntry? Take(Predicate<KinEntry> which)
        {
            var found = left.Find(which);
            if (found is not null) left.Remove(found);
            return found;
        }
    }
}

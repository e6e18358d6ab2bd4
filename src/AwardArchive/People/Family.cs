using AwardArchive.Archive;
using AwardArchive.People.Matching;

namespace AwardArchive.People;

/// <summary>A person of a form with the relatives that the same form gives her.</summary>
/// <param name="Mother">Whom the form is about; null where it does not say, or of herself.</param>
/// <param name="Relatives">Each with what he is to this person.</param>
internal sealed record FamilyMember(Kin Person, Kin? Mother, IReadOnlyList<(Kinship Relation, Kin Person)> Relatives);

/// <summary>Who belongs to whom on one paper: forms tell of a mother, her husband and her children, submissions of one family after the other.</summary>
internal static class Family
{
    /// <summary>A pure function; linear, but for the families' own size.</summary>
    /// <param name="paper">All persons of one paper, in reading order.</param>
    /// <returns>In the same order.</returns>
    public static IReadOnlyList<FamilyMember> Of(IReadOnlyList<Kin> paper) => [.. Groups(paper).SelectMany(Members)];

    /// <summary>Who declares may stand before the only mother; of several, each begins a family.</summary>
    private static IEnumerable<List<Kin>> Groups(IReadOnlyList<Kin> paper)
    {
        var isOneFamily = paper.Count(IsMother) <= 1;
        var group = new List<Kin>();
        foreach (var person in paper)
        {
            if (IsMother(person) && !isOneFamily && group.Count > 0)
            {
                yield return group;
                group = [];
            }
            group.Add(person);
        }
        yield return group;
    }

    private static IEnumerable<FamilyMember> Members(List<Kin> group)
    {
        var mother = group.Find(IsMother);
        var relatives = group.Where(person => RelationOf(person) is not null).Select(person => (RelationOf(person)!.Value, person)).ToList();
        foreach (var person in group)
        {
            yield return person == mother ? new(person, null, relatives)
                : mother is null ? new(person, null, [])
                : new(person, mother, person.Value.Relation switch
                {
                    KinRelation.Child => [(Kinship.Mother, mother)],
                    KinRelation.Husband => [(Kinship.Wife, mother)],
                    _ => [],
                });
        }
    }

    private static bool IsMother(Kin person) => person.Value.Relation is KinRelation.Self;

    /// <summary>What somebody is to the mother; null of those of whom the form does not say it.</summary>
    private static Kinship? RelationOf(Kin person) => person.Value.Relation switch
    {
        KinRelation.Child => Kinship.Child,
        KinRelation.Husband => Kinship.Husband,
        _ => null,
    };
}

using AwardArchive.Archive;
using AwardArchive.People;
using AwardArchive.People.Matching;
using static AwardArchive.Tests.Viewing.Readings;

namespace AwardArchive.Tests.People;

/// <summary>Who belongs to whom on one paper.</summary>
public sealed class FamilyTests
{
    [Fact]
    public void Whoever_declares_above_the_only_mother_belongs_to_her()
    {
        var members = Family.Of(Paper((KinRelation.Declarant, "Khai"), (KinRelation.Self, "Gái"), (KinRelation.Husband, "Mẫn"), (KinRelation.Child, "Một")));
        Assert.Equal(["người khai cho Gái", "bà mẹ, 1 con được khai", "chồng của Gái", "con của Gái"], members.Select(RoleText.Of));
        Assert.Equal([(Kinship.Husband, "Mẫn"), (Kinship.Child, "Một")], Told(members[1]));
        Assert.Equal([(Kinship.Wife, "Gái")], Told(members[2]));
        Assert.Equal([(Kinship.Mother, "Gái")], Told(members[3]));
        Assert.Empty(members[0].Relatives);
    }

    [Fact]
    public void Of_several_mothers_each_begins_a_family()
    {
        var members = Family.Of(Paper((KinRelation.Self, "Gái"), (KinRelation.Child, "Một"), (KinRelation.Self, "Lài"), (KinRelation.Child, "Hai"), (KinRelation.Child, "Ba")));
        Assert.Equal([null, "Gái", null, "Lài", "Lài"], members.Select(member => member.Mother?.Value.Name.Value));
        Assert.Equal([1, 2], members.Where(member => member.Mother is null).Select(member => member.Relatives.Count));
    }

    [Fact]
    public void Without_a_mother_nobody_is_anybodys()
    {
        Assert.All(Family.Of(Paper((KinRelation.Relative, "Khai"), (KinRelation.Child, "Một"))), member => Assert.Empty(member.Relatives));
        Assert.Empty(Family.Of([]));
    }

    [Fact]
    public void A_certificate_tells_of_one()
    {
        Assert.Equal("liệt sĩ", RoleText.Of(Assert.Single(Family.Of([Of(KinOf(KinRelation.Self, "Một", 1) with { IsMartyr = true })]))));
        Assert.Equal("thương binh", RoleText.Of(Assert.Single(Family.Of([Of(KinOf(KinRelation.Self, "Một", 1) with { InvalidPercent = Fact("61") })]))));
    }

    private static IReadOnlyList<Kin> Paper(params (KinRelation Relation, string Name)[] persons) =>
        [.. persons.Select((person, i) => Of(KinOf(person.Relation, person.Name, 100 * (i + 1))))];

    private static Kin Of(KinEntry person) => Kin.Of(Guid.Empty, 1, person);

    private static IEnumerable<(Kinship, string)> Told(FamilyMember member) => member.Relatives.Select(relative => (relative.Relation, relative.Person.Value.Name.Value));
}

using AwardArchive.Archive;
using AwardArchive.People.Matching;

namespace AwardArchive.People;

/// <summary>What somebody is on a form, in the words of those who read it.</summary>
internal static class RoleText
{
    /// <summary><c>con liệt sĩ của Nguyễn Thị Gái</c>; of whom the form is about: <c>bà mẹ, có 2 con, 1 liệt sĩ</c>.</summary>
    public static string Of(FamilyMember member)
    {
        var kin = member.Person.Value;
        var ofWhom = member.Mother is { } mother ? $" của {mother.Value.Name.Value}" : "";
        var martyr = kin.IsMartyr ? " liệt sĩ" : "";
        return kin.Relation switch
        {
            KinRelation.Child => $"con{martyr}{ofWhom}",
            KinRelation.Husband => $"chồng{martyr}{ofWhom}",
            KinRelation.Declarant => member.Mother is null ? "người khai" : $"người khai cho {member.Mother.Value.Name.Value}",
            KinRelation.Relative => $"thân nhân{ofWhom}",
            _ when member.Relatives.Count > 0 => Mother(member),
            _ when kin.IsMartyr => "liệt sĩ",
            _ when kin.InvalidPercent is not null => "thương binh",
            _ => "đương sự",
        };
    }

    /// <summary>What one is to a person: <c>con</c>.</summary>
    public static string Of(Kinship relation) => relation switch
    {
        Kinship.Child => "con",
        Kinship.Husband => "chồng",
        Kinship.Wife => "vợ",
        Kinship.Mother => "mẹ",
        _ => "cha",
    };

    private static string Mother(FamilyMember member)
    {
        var children = member.Relatives.Count(relative => relative.Relation is Kinship.Child);
        var martyrs = member.Relatives.Count(relative => relative.Relation is Kinship.Child && relative.Person.Value.IsMartyr);
        return $"bà mẹ{(children > 0 ? $", {children} con được khai" : "")}{(martyrs > 0 ? $", {martyrs} liệt sĩ" : "")}";
    }
}

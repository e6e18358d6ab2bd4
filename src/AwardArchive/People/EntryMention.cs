using System.Security.Cryptography;
using System.Text;
using AwardArchive.Archive;
using AwardArchive.People.Matching;
using AwardArchive.Vietnamese;

namespace AwardArchive.People;

/// <summary>An award entry, or a person of a form, as matching sees it.</summary>
internal static class EntryMention
{
    // What the certificates are that forms tell of.
    private const string Martyr = "Bằng Tổ quốc ghi công", Invalid = "Giấy chứng nhận thương binh";

    public static PersonMention Of(PersonEntry person)
    {
        var said = person.Row.Said;
        var mention = new PersonMention(person.Row.Id, said.Name.Value, person.Row.DocumentId, said.Page)
        {
            Born = DateOf(said.BirthYear),
            HomePlace = said.HomePlace?.Value,
            Certificate = said.CertificateNo?.Value,
            PaperYear = DateOf(person.Facts?.IssuedOn)?.Year,
        };
        return person.Row switch
        {
            Entry { Value: var entry } => mention with { Sex = SexOf(entry), Award = entry.Award?.Value, AwardClass = entry.AwardClass?.Value },
            Kin { Value: var kin } => mention with
            {
                Row = RowKind.Kin,
                Sex = SexOf(kin, person.Member),
                Died = DateOf(kin.DeathDate),
                CertificateOf = kin.InvalidPercent is not null ? Invalid : kin.IsMartyr ? Martyr : null,
                Kin = [.. (person.Member?.Relatives ?? []).Select(relative => new KinMention(relative.Relation, relative.Person.Value.Name.Value))],
            },
            _ => mention,
        };
    }

    /// <summary>Of what a row says of its person: another one when name, birth, home, sex, certificate or death changed. 32 hexadecimal digits.</summary>
    public static string Digest(Mention row)
    {
        var said = row.Said;
        List<string> parts = [said.Name.Value, said.BirthYear?.Value ?? "", said.HomePlace?.Value ?? "", (row as Entry)?.Value.Sex?.Value ?? ""];
        // What says nothing of these has the digest that it had before they were compared.
        if (said.CertificateNo is not null || row is Kin) parts.AddRange([said.CertificateNo?.Value ?? "", (row as Kin)?.Value.DeathDate?.Value ?? ""]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];
    }

    private static VietnameseDate? DateOf(Fact? fact) => VietnameseDate.TryParse(fact?.Value, out var date) ? date : null;

    private static Sex? SexOf(AwardEntry entry) => entry.Sex?.Value switch
    {
        "male" => Sex.Male,
        "female" => Sex.Female,
        _ => null,
    };

    /// <summary>A mother and a husband are what the form calls them.</summary>
    private static Sex? SexOf(KinEntry kin, FamilyMember? family) => kin.Relation switch
    {
        KinRelation.Husband => Sex.Male,
        KinRelation.Self when family?.Relatives.Count > 0 => Sex.Female,
        _ => null,
    };
}

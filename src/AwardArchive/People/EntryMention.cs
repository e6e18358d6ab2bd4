using System.Security.Cryptography;
using System.Text;
using AwardArchive.Archive;
using AwardArchive.People.Matching;
using AwardArchive.Vietnamese;

namespace AwardArchive.People;

/// <summary>An award entry as matching sees it.</summary>
internal static class EntryMention
{
    /// <param name="entry">Of a person.</param>
    /// <param name="facts">Of its document.</param>
    public static PersonMention Of(Entry entry, DocumentFacts? facts) => new(entry.Id, entry.Value.Name.Value, entry.DocumentId, entry.Value.Page)
    {
        Born = VietnameseDate.TryParse(entry.Value.BirthYear?.Value, out var born) ? born : null,
        HomePlace = entry.Value.HomePlace?.Value,
        Sex = entry.Value.Sex?.Value switch
        {
            "male" => Sex.Male,
            "female" => Sex.Female,
            _ => null,
        },
        Award = entry.Value.Award?.Value,
        AwardClass = entry.Value.AwardClass?.Value,
        PaperYear = VietnameseDate.TryParse(facts?.IssuedOn?.Value, out var issued) ? issued.Year : null,
    };

    /// <summary>Of what an entry says of its person: another one when name, birth, home or sex changed. 32 hexadecimal digits.</summary>
    public static string Digest(Entry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
    [
        entry.Value.Name.Value, entry.Value.BirthYear?.Value ?? "", entry.Value.HomePlace?.Value ?? "", entry.Value.Sex?.Value ?? "",
    ]))))[..32];
}

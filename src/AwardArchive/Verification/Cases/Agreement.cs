using System.Text.Json.Serialization;
using AwardArchive.Archive;
using AwardArchive.People.Matching;
using AwardArchive.Reading.Forms;
using AwardArchive.Vietnamese;

namespace AwardArchive.Verification.Cases;

/// <summary>How well a paper and the case agree in one point.</summary>
[JsonConverter(typeof(CamelCaseWords<AgreementLevel>))]
public enum AgreementLevel
{
    Same,

    /// <summary>Marks, a letter or a year off: as recognition and old papers are.</summary>
    Near,

    /// <summary>Both cannot be right, or it is somebody else.</summary>
    Differs,
}

/// <param name="Point"><c>name</c>, <c>birth</c>, <c>death</c>, <c>homePlace</c>, <c>certificateNo</c> or <c>mother</c>.</param>
/// <param name="Text">In Vietnamese.</param>
public sealed record Agreement(string Point, AgreementLevel Level, string Text);

/// <summary>Compares somebody on a paper with somebody of the case, point by point; nobody is taken for anybody.</summary>
/// <remarks>Not safe for several threads.</remarks>
internal sealed class PersonComparer(PlaceHistory history)
{
    private readonly HomePlaceReader places = new(history);

    /// <returns>Null where not even the names are alike. The name first; what one of the two does not say is left out.</returns>
    /// <param name="numbers">Certificates that the case has of the person, as far as somebody accepted them.</param>
    public IReadOnlyList<Agreement>? Compare(CasePerson person, KinEntry read, IReadOnlyCollection<string> numbers)
    {
        var sameNumber = read.CertificateNo is { } number && numbers.Any(known => Entry.KeyOf(known) == Entry.KeyOf(number.Value));
        if (Name(person.Name, read.Name.Value, sameNumber) is not { } name) return null;
        List<Agreement> all = [name];
        if (sameNumber) all.Add(new("certificateNo", AgreementLevel.Same, $"cùng số bằng, giấy chứng nhận: {read.CertificateNo!.Value}"));
        else if (read.CertificateNo is { } other && numbers.Count > 0)
            all.Add(new("certificateNo", AgreementLevel.Differs, $"số bằng, giấy chứng nhận khác: {other.Value}, hồ sơ đã có {string.Join(", ", numbers)}"));
        if (Dates("birth", "năm sinh", person.Birth, read.BirthYear?.Value) is { } birth) all.Add(birth);
        if (Dates("death", "ngày mất", person.Death, read.DeathDate?.Value) is { } death) all.Add(death);
        if (Place(person.HomePlace, read.HomePlace?.Value) is { } place) all.Add(place);
        return all;
    }

    /// <summary>Whether two names can be of one person; null where they cannot.</summary>
    public static Agreement? Name(string known, string read, bool sameNumber = false)
    {
        var (one, other) = (Entry.KeyOf(known), Entry.KeyOf(read));
        if (NameForm.Of(known).Joined == NameForm.Of(read).Joined) return new("name", AgreementLevel.Same, $"cùng họ tên: {read}");
        if (one == other) return new("name", AgreementLevel.Near, $"họ tên khác dấu: {known} – {read}");
        var allowed = sameNumber ? NearLetters.Allowed(one.Length) + 1 : one.Length >= 8 ? 1 : 0;
        return allowed > 0 && NearLetters.Errors(other, one, allowed) is not null ? new("name", AgreementLevel.Near, $"họ tên gần giống: {known} – {read}") : null;
    }

    private static Agreement? Dates(string point, string label, string? known, string? read)
    {
        if (!VietnameseDate.TryParse(known, out var one) || !VietnameseDate.TryParse(read, out var other)) return null;
        var (same, near) = (one.Year == other.Year, Math.Abs(one.Year - other.Year) == 1);
        if (same && ((one.Month is { } month && other.Month is { } its && month != its) || (one.Day is { } day && other.Day is { } itsDay && day != itsDay)))
            (same, near) = (false, true);
        return same ? new(point, AgreementLevel.Same, $"cùng {label}: {read}")
            : new(point, near ? AgreementLevel.Near : AgreementLevel.Differs, $"{label} {(near ? "gần nhau" : "khác")}: {known} – {read}");
    }

    private Agreement? Place(string? known, string? read)
    {
        var (one, other) = (places.Read(known, null), places.Read(read, null));
        var shared = 0;
        foreach (var level in Enum.GetValues<PlaceLevel>())
        {
            if (one.At(level) is not { } unit || other.At(level) is not { } its) continue;
            if (!unit.SharesLand(its)) return new("homePlace", AgreementLevel.Differs, $"quê quán khác: {known} – {read}");
            shared++;
        }
        return shared > 0 ? new("homePlace", AgreementLevel.Same, $"cùng quê quán: {read}") : null;
    }
}

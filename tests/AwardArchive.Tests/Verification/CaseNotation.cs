using System.Globalization;
using System.Text.RegularExpressions;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Tests.Verification;

/// <summary>
/// Cases as the worked examples are written. Children: <c>M</c> martyr with certificate, <c>m?</c> claimed, <c>m-</c> revoked, <c>W81</c> invalid with
/// certificate, <c>W81?</c> certificate not seen, <c>o</c> other, living, <c>k</c> died as a minor before the martyr joined, <c>k?</c> time unknown,
/// <c>ka</c> died grown up; before it <c>a:</c> adopted, <c>a?:</c> adoption unproved, <c>s+:</c> <c>s?:</c> <c>s-:</c> step child, rule met, unknown,
/// not met. Husband: <c>H</c>, <c>h?</c>, <c>H/r+</c> <c>H/r-</c> <c>H/r?</c>. Herself: <c>S</c>, <c>I81</c>. Flags: <c>list?</c>, <c>prison</c>,
/// <c>prison?</c>, <c>betray</c>, <c>betray?</c>, <c>enemy</c>, <c>enemy?</c>.
/// </summary>
internal static partial class CaseNotation
{
    public static MotherCase Parse(DateOnly asOf, string children, string husband = "–", string self = "–")
    {
        var flags = Words(self).ToHashSet();
        var invalid = flags.FirstOrDefault(flag => flag[0] == 'I');
        return new(
            asOf,
            [.. Words(children).SelectMany(Repeated)],
            flags.Contains("list?") ? null : true,
            [.. Words(husband).Select(Husband)],
            new(
                flags.Contains("S") ? MartyrCertificate.Seen : null,
                invalid is null ? null : Number(invalid[1..]),
                invalid is null ? null : SeenCertificate.Seen),
            Flag(flags, "betray"), Flag(flags, "prison"), Flag(flags, "enemy"));
    }

    private static IEnumerable<string> Words(string text) => text.Split(' ').Where(word => word is not ("" or "–"));

    private static bool? Flag(HashSet<string> flags, string name) => flags.Contains(name) ? true : flags.Contains(name + "?") ? null : false;

    private static IEnumerable<ChildClaim> Repeated(string word) => Times().Match(word) is { Success: true } times
        ? Enumerable.Repeat(Child(word[times.Length..]), int.Parse(times.Groups[1].Value, CultureInfo.InvariantCulture))
        : [Child(word)];

    private static ChildClaim Child(string word)
    {
        var (prefix, kind) = word.Split(':') is [var before, var after] ? (before, after) : ("", word);
        var child = new ChildClaim(
            prefix.Length == 0 ? Relation.Birth : prefix[0] == 'a' ? Relation.Adopted : Relation.Step,
            prefix == "a?" ? null : true,
            DiedMinorBeforeMartyrJoined: false,
            DiedAdult: false,
            StepmotherRule: prefix switch { "s+" => StepmotherRule.Met, "s-" => StepmotherRule.NotMet, _ => null });
        return kind switch
        {
            "M" => child with { MartyrCertificate = MartyrCertificate.Seen },
            "m?" => child with { MartyrCertificate = MartyrCertificate.Claimed },
            "m-" => child with { MartyrCertificate = MartyrCertificate.Revoked },
            "o" => child,
            "k" => child with { DiedMinorBeforeMartyrJoined = true },
            "k?" => child with { DiedMinorBeforeMartyrJoined = null },
            "ka" => child with { DiedAdult = true },
            ['W', .. var percent] => child with
            {
                InvalidPercent = Number(percent.TrimEnd('?')),
                InvalidCertificate = percent.EndsWith('?') ? SeenCertificate.Claimed : SeenCertificate.Seen,
            },
            _ => throw new FormatException(word),
        };
    }

    private static HusbandClaim Husband(string word) => word switch
    {
        "H" => new(MartyrCertificate.Seen, RemarriedAfter: false),
        "h?" => new(MartyrCertificate.Claimed, RemarriedAfter: false),
        "H/r+" => new(MartyrCertificate.Seen, true, true),
        "H/r-" => new(MartyrCertificate.Seen, true, false),
        "H/r?" => new(MartyrCertificate.Seen, true, null),
        _ => throw new FormatException(word),
    };

    private static decimal Number(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9]+)×")]
    private static partial Regex Times();
}

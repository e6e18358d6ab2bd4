using AwardArchive.Archive;
using AwardArchive.Vietnamese;

namespace AwardArchive.Reading.Forms;

/// <summary>The papers of a dossier that name persons by labels.</summary>
internal enum FormKind
{
    None,

    /// <summary>01a/BMAH: by the mother herself.</summary>
    MotherDeclaration,

    /// <summary>01b/BMAH: by a relative of a mother who is dead.</summary>
    RelativeDeclaration,

    /// <summary>02/BMAH.</summary>
    PowerOfAttorney,

    /// <summary>03/BMAH and 04/BMAH: minutes and submissions.</summary>
    Proposal,

    /// <summary>Bằng "Tổ quốc ghi công".</summary>
    MeritCertificate,

    /// <summary>Giấy chứng nhận thương binh.</summary>
    InvalidCertificate,

    /// <summary>Giấy báo tử.</summary>
    DeathNotice,
}

/// <summary>Tells which form a paper is: by its type word, and by its heading where recognition left no type word.</summary>
internal static class FormKinds
{
    /// <summary>Headings stand among the first lines.</summary>
    private const int HeadLines = 25;

    /// <summary>Folded; the more special first. Each is looked for in lines of capitals.</summary>
    private static readonly (string Heading, FormKind Kind)[] Headings =
    [
        ("bankhaithannhan", FormKind.RelativeDeclaration), ("bankhaicanhan", FormKind.MotherDeclaration), ("giaychungnhanthuongbinh", FormKind.InvalidCertificate),
        ("giayuyquyen", FormKind.PowerOfAttorney), ("toquocghicong", FormKind.MeritCertificate), ("giaybaotu", FormKind.DeathNotice),
        ("tobaotu", FormKind.DeathNotice),
    ];

    public static FormKind Of(IReadOnlyList<PageLayout> pages, DocumentFacts facts)
    {
        var head = pages.SelectMany(page => page.Runs.Take(HeadLines)).Take(HeadLines * 2).ToArray();
        switch (facts.Kind?.Value)
        {
            case "Biên bản" or "Tờ trình":
                return FormKind.Proposal;
            case "Bản khai" or "Tờ khai":
                return IsByRelative(head) ? FormKind.RelativeDeclaration : FormKind.MotherDeclaration;
            case null or "Giấy chứng nhận" or "Giấy ủy quyền" or "Giấy báo tử" or "Bằng Tổ quốc ghi công":
                break;
            default:
                return FormKind.None;
        }
        var capitals = head.Where(run => run.IsCapitals).Select(run => Folding.LettersAndDigits(run.Text)).ToArray();
        capitals = [.. capitals, .. capitals.Zip(capitals.Skip(1), (line, below) => line + below)]; // a heading may take two lines
        return Headings.Where(heading => Array.Exists(capitals, line => NearLetters.Contain(line, heading.Heading))).Select(heading => heading.Kind).FirstOrDefault();
    }

    private static bool IsByRelative(TextRun[] head) => Array.Exists(head, run =>
    {
        var letters = Folding.LettersAndDigits(run.Text);
        return NearLetters.Contain(letters, "thannhan") || letters.Contains("01bbmah", StringComparison.Ordinal) || NearLetters.Contain(letters, "nghitruytang");
    });
}

using AwardArchive.Archive;

namespace AwardArchive.Tests.Access.Matrix;

/// <summary>Where a paper lies.</summary>
internal enum MatrixPlace
{
    /// <summary>In no dossier; the case of one that everybody sees cites it.</summary>
    None,

    OpenDossier,

    /// <summary>In a dossier that is granted to the group.</summary>
    GrantedDossier,

    /// <summary>In a dossier whose fonds is granted to the group.</summary>
    GrantedFonds,
}

/// <summary>What decides whether somebody sees a thing.</summary>
internal enum MatrixRoot
{
    /// <summary>Whether they see the paper.</summary>
    Document,

    /// <summary>Whether they see the dossier.</summary>
    Dossier,

    /// <summary>Whether they see the dossier and every paper that its case cites.</summary>
    Case,
}

/// <summary>A paper with a dossier and a case of its own and all that hangs on them, each thing with its id.</summary>
internal sealed class MatrixPaper(Confidentiality level, MatrixPlace place)
{
    /// <summary>What addresses and bodies call the things, behind a <c>$</c>.</summary>
    public static readonly IReadOnlyDictionary<string, MatrixRoot> Things = new Dictionary<string, MatrixRoot>
    {
        ["document"] = MatrixRoot.Document, ["entry"] = MatrixRoot.Document, ["kin"] = MatrixRoot.Document, ["pair"] = MatrixRoot.Document, ["finding"] = MatrixRoot.Document,
        ["withdrawal"] = MatrixRoot.Document, ["dossier"] = MatrixRoot.Dossier, ["case"] = MatrixRoot.Case, ["person"] = MatrixRoot.Case, ["evidence"] = MatrixRoot.Case,
        ["report"] = MatrixRoot.Case,
    };

    /// <summary>Of a thing of each kind that never was.</summary>
    public static readonly MatrixPaper Never = new(Confidentiality.Open, MatrixPlace.None);

    /// <summary>Its dossier is there, and nobody has begun its case.</summary>
    public static readonly MatrixPaper Unbegun = new(Confidentiality.Open, MatrixPlace.None);

    public Confidentiality Level => level;

    public MatrixPlace Place => place;

    public Guid Document { get; } = Guid.CreateVersion7();

    public Guid Dossier { get; } = Guid.CreateVersion7();

    public Guid Entry { get; } = Guid.CreateVersion7();

    public Guid OtherEntry { get; } = Guid.CreateVersion7();

    public Guid Kin { get; } = Guid.CreateVersion7();

    public Guid Person { get; } = Guid.CreateVersion7();

    public Guid Evidence { get; } = Guid.CreateVersion7();

    public Guid Finding { get; } = Guid.CreateVersion7();

    public Guid Withdrawal { get; } = Guid.CreateVersion7();

    /// <summary>Of its two entries.</summary>
    public Guid Pair => PersonPair.IdOf(Entry, OtherEntry);

    /// <summary>As a SHA-256 is written.</summary>
    public string Report => $"{Evidence:N}{Evidence:N}";

    /// <summary>The value of a thing, as an address has it.</summary>
    public string this[string thing] => thing switch
    {
        "document" => $"{Document}",
        "entry" => $"{Entry}",
        "kin" => $"{Kin}",
        "pair" => $"{Pair}",
        "finding" => $"{Finding}",
        "withdrawal" => $"{Withdrawal}",
        "dossier" or "case" => $"{Dossier}",
        "person" => $"{Person}",
        "evidence" => $"{Evidence}",
        "report" => Report,
        _ => throw new ArgumentOutOfRangeException(nameof(thing)),
    };

    /// <summary>What a thing that is hidden from the person has to look like: one that never was; of a case in a dossier that is seen, one that nobody has begun.</summary>
    public string HiddenAs(string thing, MatrixPerson person) => (thing == "case" && IsSeenBy(person, MatrixRoot.Dossier) ? Unbegun : Never)[thing];

    public bool IsSeenBy(MatrixPerson person, MatrixRoot root)
    {
        var isInSight = person.IsInGroup || Place is MatrixPlace.None or MatrixPlace.OpenDossier;
        return root == MatrixRoot.Dossier ? isInSight : isInSight && Level <= person.Clearance;
    }

    public override string ToString() => $"{Level} in {Place}";
}

/// <summary>Somebody with one role.</summary>
internal sealed record MatrixPerson(Guid Id, Role Role, Confidentiality Clearance, bool IsInGroup, string Token)
{
    public override string ToString() => $"{Role}, {Clearance}, {(IsInGroup ? "in the group" : "not in the group")}";
}

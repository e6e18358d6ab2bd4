using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>Who somebody is to the person that a paper of the dossier is about.</summary>
[JsonConverter(typeof(CamelCase<KinRelation>))]
public enum KinRelation
{
    /// <summary>The person herself.</summary>
    Self,
    Child,
    Husband,

    /// <summary>Who declares for a mother who is dead, or is authorized by the others.</summary>
    Declarant,

    /// <summary>Another relative.</summary>
    Relative,
}

/// <summary>A person named on a declaration, certificate, death notice or power of attorney.</summary>
/// <param name="Name">Without title.</param>
/// <param name="Page">From 1; where the name stands.</param>
/// <param name="Box">Around what was read of the person.</param>
public sealed record KinEntry(KinRelation Relation, Fact Name, int Page, Box Box) : IRow<KinEntry>
{
    static RowKind IRow<KinEntry>.RowKind => RowKind.Kin;

    static IReadOnlyList<RowField<KinEntry>> IRow<KinEntry>.Fields => KinField.All;

    static KinEntry IRow<KinEntry>.Named(Fact name, int page, Box box) => new(KinRelation.Relative, name, page, box);

    /// <summary>Four digits; or ISO 8601 where the paper gives the day.</summary>
    public Fact? BirthYear { get; init; }

    /// <summary>ISO 8601, partial where the paper is.</summary>
    public Fact? DeathDate { get; init; }

    public Fact? HomePlace { get; init; }

    /// <summary>Of the Bằng "Tổ quốc ghi công", or of the war invalid's certificate.</summary>
    public Fact? CertificateNo { get; init; }

    /// <summary>The decision that granted it, as <c>345/TTg</c>.</summary>
    public Fact? DecisionNo { get; init; }

    /// <summary>Loss of working capacity of a war invalid, in percent: <c>81</c>.</summary>
    public Fact? InvalidPercent { get; init; }

    /// <summary>"Liệt sĩ": the paper says that the person is a martyr.</summary>
    public bool IsMartyr { get; init; }
}

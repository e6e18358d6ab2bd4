using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>What a person does to a case.</summary>
[JsonConverter(typeof(CamelCase<CaseAction>))]
public enum CaseAction
{
    /// <summary>Somebody belongs to the case, and this is known of him or her.</summary>
    SetPerson = 0,

    /// <summary>Somebody does not belong to the case.</summary>
    RemovePerson = 1,

    /// <summary>Evidence counts.</summary>
    Accept = 2,

    /// <summary>Evidence does not count, and is not proposed again as long as it says the same.</summary>
    Refuse = 3,

    /// <summary>What was accepted or refused is open again.</summary>
    TakeBack = 4,
}

/// <summary>One step of what people decided in the case of a dossier. A row that is written once and never changed: the case is all of them in their order,
/// so that it can be told what it was at any time.</summary>
public sealed class CaseDecision
{
    public Guid DossierId { get; init; }

    /// <summary>From 1 in each dossier, without gaps; the last one is the version of the case.</summary>
    public int Number { get; init; }

    public CaseAction Action { get; init; }

    /// <summary>Of the person or the evidence.</summary>
    public Guid TargetId { get; init; }

    /// <summary>As it is from now on; null unless the action is <see cref="CaseAction.SetPerson"/>.</summary>
    public CasePerson? Person { get; init; }

    /// <summary>As it was when it was decided about; null unless the action is <see cref="CaseAction.Accept"/> or <see cref="CaseAction.Refuse"/>.</summary>
    public CaseEvidence? Evidence { get; init; }

    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>In the words of who decided; null where nothing is said.</summary>
    public string? Reason { get; init; }

    /// <summary>The person's name as <see cref="Mention.KeyOf"/> has it: finds who stands in several cases.</summary>
    public string? NameKey
    {
        get => Person is null ? null : Mention.KeyOf(Person.Name);
        private init { } // for the catalog, which reads its rows into it
    }

    /// <summary>The number of the certificate that was accepted, folded: finds which stands in several cases.</summary>
    public string? CertificateKey
    {
        get => Action == CaseAction.Accept && Evidence?.CertificateNo is { } number ? Mention.KeyOf(number) : null;
        private init { } // for the catalog, which reads its rows into it
    }
}

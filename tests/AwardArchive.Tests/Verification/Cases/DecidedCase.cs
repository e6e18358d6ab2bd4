using AwardArchive.Archive;
using AwardArchive.Verification.Cases;

namespace AwardArchive.Tests.Verification.Cases;

/// <summary>A case that is decided step by step.</summary>
internal sealed class DecidedCase
{
    public CaseState State { get; private set; } = CaseState.Empty(Guid.CreateVersion7());

    public CasePerson Add(CaseRole role, string name)
    {
        var person = new CasePerson(Guid.CreateVersion7(), role, name);
        Do(CaseAction.SetPerson, person.Id, person, null);
        return person;
    }

    /// <summary>Adds somebody of whom more is known, or changes what is known.</summary>
    public void Set(CasePerson person) => Do(CaseAction.SetPerson, person.Id, person, null);

    public CaseEvidence Accept(CasePerson? person, string field, string value, ProofKind kind) => Decide(CaseAction.Accept, Evidence(person, field, value, kind));

    public CaseEvidence Refuse(CasePerson? person, string field, string value, ProofKind kind) => Decide(CaseAction.Refuse, Evidence(person, field, value, kind));

    public void TakeBack(CaseEvidence evidence) => Do(CaseAction.TakeBack, evidence.Id, null, null);

    public void Remove(CasePerson person) => Do(CaseAction.RemovePerson, person.Id, null, null);

    public CaseEvidence Decide(CaseAction action, CaseEvidence evidence)
    {
        Do(action, evidence.Id, null, evidence);
        return evidence;
    }

    /// <summary>As an officer enters it with a page, or without where it is her word.</summary>
    public static CaseEvidence Evidence(CasePerson? person, string field, string value, ProofKind kind)
    {
        var source = kind == ProofKind.Statement ? null : new CaseSource(Guid.CreateVersion7(), new string('a', 64), 1, new(10, 20, 300, 40), value);
        return new(Guid.CreateVersion7(), person?.Id, field, value, kind, source is not null && CaseField.Find(field)!.IsProvedBy(kind, value), source);
    }

    /// <summary>A mother of whom everything about herself and the list of children is confirmed by the commune.</summary>
    public static DecidedCase OfMother()
    {
        var decided = new DecidedCase();
        decided.Add(CaseRole.Mother, "Trần Thị Mùi");
        decided.Accept(null, CaseField.ListComplete, "true", ProofKind.Minutes);
        foreach (var flag in (string[])[CaseField.Betrayal, CaseField.Prison, CaseField.EnemySide]) decided.Accept(null, flag, "false", ProofKind.Minutes);
        return decided;
    }

    /// <summary>Proved to be her birth child.</summary>
    public CasePerson Child(string name)
    {
        var child = Add(CaseRole.Child, name);
        Accept(child, CaseField.Relation, "birth", ProofKind.Declaration);
        Accept(child, CaseField.RelationProved, "true", ProofKind.Confirmation);
        return child;
    }

    private void Do(CaseAction action, Guid target, CasePerson? person, CaseEvidence? evidence) => State = State.After(new()
    {
        DossierId = State.DossierId,
        Number = State.Version + 1,
        Action = action,
        TargetId = target,
        Person = person,
        Evidence = evidence,
        By = "Lan",
        At = DateTimeOffset.UnixEpoch,
    });
}

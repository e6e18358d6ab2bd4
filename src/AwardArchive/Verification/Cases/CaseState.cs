using AwardArchive.Archive;

namespace AwardArchive.Verification.Cases;

/// <summary>Evidence, and what was decided about it last.</summary>
internal sealed record JudgedEvidence(CaseEvidence Evidence, bool IsAccepted, string By, DateTimeOffset At, string? Reason);

/// <summary>All that people have decided in a case: a snapshot that does not change. What machines propose is not in it.</summary>
/// <param name="Version">The number of its last step; 0 where nobody decided anything.</param>
/// <param name="People">In the order in which they were added.</param>
/// <param name="Evidence">In the order in which it was first decided about; what was taken back, or is about somebody removed, is not there.</param>
internal sealed record CaseState(Guid DossierId, int Version, IReadOnlyList<CasePerson> People, IReadOnlyList<JudgedEvidence> Evidence)
{
    public static CaseState Empty(Guid dossierId) => new(dossierId, 0, [], []);

    public CasePerson? Mother => People.FirstOrDefault(person => person.Role == CaseRole.Mother);

    public IEnumerable<CasePerson> Husbands => People.Where(person => person.Role == CaseRole.Husband);

    public IEnumerable<CasePerson> Children => People.Where(person => person.Role == CaseRole.Child);

    /// <param name="decisions">Of one dossier, in their order.</param>
    public static CaseState Of(Guid dossierId, IEnumerable<CaseDecision> decisions) => decisions.Aggregate(Empty(dossierId), (state, decision) => state.After(decision));

    public CasePerson? Find(Guid? person) => People.FirstOrDefault(one => one.Id == person);

    public JudgedEvidence? FindEvidence(Guid id) => Evidence.FirstOrDefault(one => one.Evidence.Id == id);

    public CaseState After(CaseDecision decision) => decision.Action switch
    {
        CaseAction.SetPerson => this with { Version = decision.Number, People = With(People, decision.Person!, person => person.Id) },
        CaseAction.RemovePerson => this with
        {
            Version = decision.Number,
            People = [.. People.Where(person => person.Id != decision.TargetId)],
            Evidence = [.. Evidence.Where(one => one.Evidence.PersonId != decision.TargetId)],
        },
        CaseAction.TakeBack => this with { Version = decision.Number, Evidence = [.. Evidence.Where(one => one.Evidence.Id != decision.TargetId)] },
        _ => this with
        {
            Version = decision.Number,
            Evidence = With(
                Evidence, new(decision.Evidence!, decision.Action == CaseAction.Accept, decision.By, decision.At, decision.Reason), one => one.Evidence.Id),
        },
    };

    /// <summary>In the place of the one with its id, or behind all.</summary>
    private static List<T> With<T>(IReadOnlyList<T> items, T item, Func<T, Guid> id)
    {
        var list = items.ToList();
        var at = list.FindIndex(one => id(one) == id(item));
        if (at < 0) list.Add(item);
        else list[at] = item;
        return list;
    }
}

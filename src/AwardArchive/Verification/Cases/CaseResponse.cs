using AwardArchive.Archive;
using AwardArchive.Verification.HeroicMother;

namespace AwardArchive.Verification.Cases;

/// <summary>A case as REST shows it: what people have decided.</summary>
/// <param name="Version">Of the case, not of the dossier; the ETag.</param>
/// <param name="Evidence">Accepted and refused.</param>
/// <param name="Warnings">In Vietnamese: papers that read differently now, another case of the same mother.</param>
public sealed record CaseResponse(
    Guid DossierId, int Version, IReadOnlyList<CasePerson> People, IReadOnlyList<CaseEvidenceResponse> Evidence, IReadOnlyList<string> Warnings);

/// <param name="State"><c>accepted</c> or <c>refused</c>.</param>
/// <param name="By">Who decided last.</param>
/// <param name="Changed">In Vietnamese: the paper no longer says it; null where it does.</param>
public sealed record CaseEvidenceResponse(CaseEvidence Evidence, string State, string By, DateTimeOffset At, string? Reason, string? Changed)
{
    public const string Accepted = "accepted";
    public const string Refused = "refused";
}

/// <summary>A step of a case.</summary>
public sealed record CaseStepResponse(int Number, CaseAction Action, Guid TargetId, CasePerson? Person, CaseEvidence? Evidence, string By, DateTimeOffset At, string? Reason)
{
    internal static CaseStepResponse Of(CaseDecision step) => new(step.Number, step.Action, step.TargetId, step.Person, step.Evidence, step.By, step.At, step.Reason);
}

/// <summary>What the law says of a case as it is decided now.</summary>
/// <param name="Version">Of the case.</param>
/// <param name="AsOf">The day that was judged on.</param>
/// <param name="Case">What the rules were given.</param>
/// <param name="Inputs">Where each of it comes from.</param>
public sealed record VerificationResponse(Guid DossierId, int Version, DateOnly AsOf, MotherVerdict Verdict, MotherCase Case, IReadOnlyList<CaseInputResponse> Inputs)
{
    /// <exception cref="BadCaseException">The day is before the first law, or the case contradicts itself.</exception>
    internal static VerificationResponse Of(CaseState state, DateOnly? asOf, DateOnly today)
    {
        var inputs = CaseInputs.Of(state, asOf, today);
        return new(state.DossierId, state.Version, inputs.Case.AsOf, HeroicMotherRules.Judge(inputs.Case), inputs.Case, [.. inputs.Inputs.Select(CaseInputResponse.Of)]);
    }
}

/// <param name="Path">As <c>missing</c> names it.</param>
/// <param name="Label">Of the input, in Vietnamese.</param>
/// <param name="Value">As the rules take it; null: unknown.</param>
/// <param name="Evidence">Ids of all that was accepted for it.</param>
/// <param name="Conflict">In Vietnamese; null where nothing contradicts.</param>
public sealed record CaseInputResponse(
    string Path, Guid? PersonId, string? Person, string Label, string? Value, bool IsProved, IReadOnlyList<Guid> Evidence, string? Conflict)
{
    internal static CaseInputResponse Of(CaseInput input) => new(
        input.Path, input.Person?.Id, input.Person?.Name, input.Field.Label, input.Value, input.IsProved, [.. input.Evidence.Select(one => one.Evidence.Id)], input.Conflict);
}

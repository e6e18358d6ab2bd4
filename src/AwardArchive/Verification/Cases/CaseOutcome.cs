namespace AwardArchive.Verification.Cases;

/// <summary>What became of what a person wanted of a case.</summary>
internal abstract record CaseOutcome
{
    private CaseOutcome()
    {
    }

    /// <param name="Target">The person or evidence that it was about.</param>
    public sealed record Done(CaseState State, Guid Target) : CaseOutcome;

    /// <summary>There is no such dossier, or it has no case.</summary>
    public sealed record NoCase : CaseOutcome;

    /// <summary>The case has no such person or evidence.</summary>
    public sealed record NotFound : CaseOutcome;

    /// <summary>The case went on since the person looked at it.</summary>
    public sealed record Changed : CaseOutcome;

    /// <summary>Everything is right, but the case is not for who asks to decide; why, is not said.</summary>
    public sealed record NotTheirs : CaseOutcome;

    /// <summary>It cannot be so.</summary>
    /// <param name="Message">For a person, in Vietnamese, after the field's name.</param>
    public sealed record Wrong(string Field, string Message) : CaseOutcome;
}

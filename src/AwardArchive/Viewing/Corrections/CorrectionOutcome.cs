namespace AwardArchive.Viewing.Corrections;

/// <summary>What became of a person's statement.</summary>
internal abstract record CorrectionOutcome
{
    private CorrectionOutcome()
    {
    }

    /// <summary>It counts from now on.</summary>
    /// <param name="EntryId">The entry that it is about; null: the document.</param>
    public sealed record Corrected(Guid? EntryId = null) : CorrectionOutcome;

    /// <summary>There is nothing that it could be about.</summary>
    public sealed record NotFound : CorrectionOutcome;

    /// <summary>The document changed since the person looked at it, or was withdrawn.</summary>
    public sealed record Changed : CorrectionOutcome;

    /// <summary>It cannot be so.</summary>
    /// <param name="Field">Of the request.</param>
    /// <param name="Message">For a person, in Vietnamese, after the field's name.</param>
    public sealed record Wrong(string Field, string Message) : CorrectionOutcome;
}

using AwardArchive.Archive;

namespace AwardArchive.Viewing.Splitting;

/// <summary>How a scan is to be split.</summary>
/// <param name="FirstPages">The pages at which papers begin, from 1, at most 1,000; the first page is one of them anyway.</param>
/// <param name="By">Who says so.</param>
/// <param name="Note">Why.</param>
public sealed record SplitRequest(IReadOnlyList<int>? FirstPages = null, string? By = null, string? Note = null);

/// <summary>Who decides, and why.</summary>
public sealed record SplitWord(string? By = null, string? Note = null);

/// <summary>How a scan of several papers stands.</summary>
/// <param name="Version">Of the document, for If-Match.</param>
/// <param name="IsProposed">The machine proposes these cuts and nobody has decided about them.</param>
/// <param name="Cuts">Where the reading found heads of other papers, also where that was decided about.</param>
/// <param name="Parts">Of a scan that is split; empty otherwise.</param>
/// <param name="Decisions">Newest first.</param>
public sealed record SplitResponse(
    Guid Id, int Version, int PageCount, DocumentStatus Status, bool IsProposed, IReadOnlyList<ProposedCut> Cuts, IReadOnlyList<PartResponse> Parts,
    IReadOnlyList<SplitDecisionResponse> Decisions);

/// <summary>A page on which another paper seems to begin.</summary>
/// <param name="Message">Kind and number of its head, for a person, in Vietnamese.</param>
/// <param name="Box">Where the head stands on the page; null: the whole page.</param>
/// <param name="Image">Address of the page image.</param>
public sealed record ProposedCut(int Page, string Message, Box? Box, string Image);

/// <summary>What a person decided.</summary>
public sealed record SplitDecisionResponse(SplitAction Action, IReadOnlyList<int> FirstPages, string By, DateTimeOffset At, string? Note)
{
    internal static SplitDecisionResponse Of(SplitDecision decision) => new(decision.Action, decision.FirstPages, decision.By, decision.At, decision.Note);
}

/// <summary>What became of a person's decision.</summary>
internal abstract record SplitOutcome
{
    private SplitOutcome()
    {
    }

    public sealed record Done : SplitOutcome;

    public sealed record NotFound : SplitOutcome;

    /// <summary>The scan changed since the person looked at it.</summary>
    public sealed record Changed : SplitOutcome;

    /// <summary>The request is wrong in a field.</summary>
    /// <param name="Message">In Vietnamese, to be read after the field's name.</param>
    public sealed record Wrong(string Field, string Message) : SplitOutcome;

    /// <summary>As the document stands, it cannot be.</summary>
    /// <param name="Why">In Vietnamese.</param>
    public sealed record Refused(string Why) : SplitOutcome;
}

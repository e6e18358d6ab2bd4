using System.Text.Json.Serialization;

namespace AwardArchive.Archive;

/// <summary>What a person decided about a scan of several papers, written as <c>split</c>.</summary>
[JsonConverter(typeof(CamelCase<SplitAction>))]
public enum SplitAction
{
    /// <summary>Its papers are documents of their own from now on.</summary>
    Split = 0,

    /// <summary>These cuts are not to be made; they are not proposed again.</summary>
    Refuse = 1,

    /// <summary>A split is taken back.</summary>
    Merge = 2,
}

/// <summary>A paper that a scan was split into.</summary>
/// <param name="FirstPage">In the scan, from 1.</param>
/// <param name="Statements">How many statements of persons it took over from the scan; those that it has beyond were made about it.</param>
public sealed record SplitPart(Guid Id, int FirstPage, int PageCount, int Statements);

/// <summary>One decision about splitting a scan. A row that is written once and never changed: the last one counts, the others are its history.</summary>
public sealed class SplitDecision
{
    /// <summary>The scan.</summary>
    public Guid DocumentId { get; init; }

    /// <summary>From 1 in each scan.</summary>
    public int Number { get; init; }

    public SplitAction Action { get; init; }

    /// <summary>The pages that it is about, without the first page of the scan: where papers begin, or do not.</summary>
    public IReadOnlyList<int> FirstPages { get; init; } = [];

    /// <summary>The documents that were made, or taken out of sight again.</summary>
    public IReadOnlyList<SplitPart> Parts { get; init; } = [];

    /// <summary>The person, as he or she is called.</summary>
    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public string? Note { get; init; }
}

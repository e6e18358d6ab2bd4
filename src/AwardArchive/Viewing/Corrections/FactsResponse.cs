using System.Text.Json;
using AwardArchive.Archive;

namespace AwardArchive.Viewing.Corrections;

/// <summary>The facts of a document: what counts, what the machine read, what persons said.</summary>
/// <param name="ReadAt">When the machine last read the document; null: not yet, or before that was kept.</param>
/// <param name="Kin">The first persons of a form, in reading order; all of them: <c>/kin</c>.</param>
/// <param name="History">The newest statements of persons, newest first; all of them: <c>/corrections</c>.</param>
/// <param name="Changes">How many facts and rows the machine's newest reading has otherwise than the one before or than what counts; <c>/facts/changes</c>.</param>
public sealed record FactsResponse(
    int Version, DateTimeOffset? ReadAt, IReadOnlyList<FactResponse> Facts, IReadOnlyList<RowResponse<KinEntry>> Kin, IReadOnlyList<ReadingWarning> Warnings,
    int Changes, IReadOnlyList<CorrectionResponse> History);

/// <summary>One field.</summary>
/// <param name="Label">In Vietnamese.</param>
/// <param name="IsList">Whether there may be more than one fact.</param>
/// <param name="Effective">What counts; empty: the paper says nothing.</param>
/// <param name="Machine">What the machine read; null: that was not kept.</param>
/// <param name="ByPerson">Whether a person has stated the field, so that no reading changes it.</param>
public sealed record FactResponse(
    string Field, string Label, bool IsList, IReadOnlyList<Fact> Effective, IReadOnlyList<Fact>? Machine, bool ByPerson);

/// <summary>One award entry, or one person of a form.</summary>
/// <param name="ByPerson">The fields that persons have stated, so that no reading changes them.</param>
public sealed record RowResponse<T>(Guid Id, int Ordinal, IReadOnlyCollection<string> ByPerson, T Value)
    where T : class, IRow<T>;

/// <summary>One statement of a person.</summary>
/// <param name="EntryId">The row that it is about; null: about the document.</param>
/// <param name="Row">What kind of row that is.</param>
/// <param name="Field">Null: about the whole row.</param>
/// <param name="Value">A list of facts, or without <paramref name="Field"/> the row.</param>
public sealed record CorrectionResponse(
    int Number, CorrectionAction Action, Guid? EntryId, RowKind? Row, string? Field, JsonElement Value, string By, DateTimeOffset At, string? Note)
{
    internal static CorrectionResponse Of(Correction correction) => new(
        correction.Number, correction.Action, correction.EntryId, correction.EntryId is null ? null : correction.Row, correction.Field, JsonSerializer.Deserialize<JsonElement>(correction.Value), correction.By,
        correction.At, correction.Note);
}

using System.ComponentModel.DataAnnotations;
using AwardArchive.Archive;
using AwardArchive.Capture;
using Microsoft.Extensions.Options;

namespace AwardArchive.Viewing.Withdrawals;

/// <summary>Why a document is taken out of sight, or comes back.</summary>
public sealed record Withdrawal([Required, StringLength(WithdrawalRequest.MaxReason, MinimumLength = 3)] string Reason);

/// <summary>What a second person says of it.</summary>
public sealed record WithdrawalWord([StringLength(WithdrawalRequest.MaxReason)] string? Note = null);

/// <summary>A wish to withdraw or restore as REST shows it.</summary>
/// <param name="IsMine">Who looks is who asked: another person has to decide.</param>
/// <param name="FileName">Of the document; null where the document is known.</param>
public sealed record WithdrawalResponse(
    Guid Id, Guid DocumentId, WithdrawalAim Aim, string Reason, string AskedBy, DateTimeOffset AskedAt, WithdrawalState State, string? DecidedBy, DateTimeOffset? DecidedAt,
    string? Note, bool IsMine, string? FileName)
{
    internal static WithdrawalResponse Of(WithdrawalRequest request, string? fileName = null) => new(
        request.Id, request.DocumentId, request.Aim, request.Reason, request.AskedByName, request.AskedAt, request.State, request.DecidedByName, request.DecidedAt,
        request.Note, request.AskedBy == Actor.Current.UserId, fileName);
}

/// <summary>Withdraws and restores, for REST and for the pages. Nothing is deleted.</summary>
internal sealed class WithdrawalDesk(Catalog catalog, IIngestionPipeline pipeline, IOptions<WithdrawalOptions> options)
{
    private const int MaxHistory = 200;

    public bool NeedsSecondPerson => options.Value.SecondPerson;

    /// <param name="reason">Cleaned here.</param>
    public async Task<(WithdrawalOutcome Outcome, WithdrawalRequest? Request)> AskAsync(Guid documentId, WithdrawalAim aim, string reason, CancellationToken cancellationToken) =>
        await GoOnAsync(await catalog.AskWithdrawalAsync(documentId, aim, Clean(reason), NeedsSecondPerson, cancellationToken), cancellationToken);

    /// <inheritdoc cref="Catalog.DecideWithdrawalAsync"/>
    public async Task<(WithdrawalOutcome Outcome, WithdrawalRequest? Request)> DecideAsync(Guid id, WithdrawalState decision, string? note, CancellationToken cancellationToken) =>
        await GoOnAsync(
            await catalog.DecideWithdrawalAsync(id, decision, Clean(note) is { Length: > 0 } said ? said : null, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<WithdrawalResponse>> HistoryAsync(Guid documentId, CancellationToken cancellationToken) =>
        [.. (await catalog.FindWithdrawalsAsync(documentId, MaxHistory, cancellationToken)).Select(request => WithdrawalResponse.Of(request))];

    /// <summary>What waits for a second person, newest first.</summary>
    public async Task<ListResponse<WithdrawalResponse>> WaitingAsync(Guid? before, int size, CancellationToken cancellationToken)
    {
        var found = await catalog.FindWaitingWithdrawalsAsync(before, size + 1, cancellationToken);
        var items = found.Take(size).Select(row => WithdrawalResponse.Of(row.Request, row.FileName)).ToList();
        return new(items, found.Count > size ? items[^1].Id.ToString("N") : null);
    }

    /// <summary>A person's text, of one line.</summary>
    public static string Clean(string? text) => DisplayText.Clean((text ?? "").ReplaceLineEndings(" "));

    /// <summary>A document that came back goes on by itself; should the machine end here, the sweep sees to it.</summary>
    private async Task<(WithdrawalOutcome Outcome, WithdrawalRequest? Request)> GoOnAsync(
        (WithdrawalOutcome Outcome, WithdrawalRequest? Request, DocumentStatus? From) done, CancellationToken cancellationToken)
    {
        if (done is { Request.DocumentId: var id, From: { } from }) await pipeline.AdvanceAsync(id, from, cancellationToken);
        return (done.Outcome, done.Request);
    }
}

using AwardArchive.Archive;

namespace AwardArchive.Tests;

internal static class Withdrawing
{
    /// <summary>Somebody withdraws it, and no second person is needed.</summary>
    public static async Task<bool> WithdrawAsync(this Catalog catalog, Guid id, string reason, CancellationToken cancellationToken) =>
        (await catalog.AskWithdrawalAsync(id, WithdrawalAim.Withdraw, reason, secondPerson: false, cancellationToken)).Outcome is WithdrawalOutcome.Done;
}

using AwardArchive.Archive;
using AwardArchive.Viewing.Corrections;

namespace AwardArchive.Viewing.Withdrawals;

/// <summary>Wishes to withdraw and restore, in words for people.</summary>
internal static class WithdrawalText
{
    public static string Of(WithdrawalAim aim) => aim == WithdrawalAim.Withdraw ? "rút khỏi kho" : "khôi phục";

    /// <summary>What became of it; it waits no more.</summary>
    public static string EndOf(WithdrawalResponse request)
    {
        var what = request.State switch
        {
            WithdrawalState.Done => "thực hiện theo quyết định của",
            WithdrawalState.Refused => "bị từ chối bởi",
            _ => "được thu lại bởi",
        };
        return $"{what} {request.DecidedBy}, {FactText.Time(request.DecidedAt!.Value)}{(request.Note is { } note ? $" – {note}" : "")}";
    }
}

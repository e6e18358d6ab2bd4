namespace AwardArchive.Viewing.Withdrawals;

/// <summary>How documents are withdrawn and restored.</summary>
public sealed class WithdrawalOptions
{
    public const string Section = "Withdrawal";

    /// <value>Another account than the one that asked must say yes. Default false.</value>
    public bool SecondPerson { get; set; }
}

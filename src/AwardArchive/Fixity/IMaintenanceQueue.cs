namespace AwardArchive.Fixity;

/// <summary>Where upkeep is asked for; a machine that works does it.</summary>
internal interface IMaintenanceQueue
{
    /// <summary>Verify everything, beginning at once.</summary>
    void VerifyNow();
}

namespace AwardArchive.Setup.Commands;

/// <summary>How a command ended, for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>Done, but some of it needs a person's attention.</summary>
    public const int NeedsAttention = 2;

    /// <summary>As EX_USAGE of sysexits.h.</summary>
    public const int WrongUsage = 64;
}

namespace AwardArchive.Recognition.Exports;

/// <summary>How this program signs what it writes.</summary>
internal static class ProgramVersion
{
    public const string Name = "Award Archive";

    public static string Number { get; } = typeof(ProgramVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}

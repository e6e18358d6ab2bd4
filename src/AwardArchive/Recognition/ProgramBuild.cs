using AwardArchive.Vietnamese;

namespace AwardArchive.Recognition;

/// <summary>Which build of this program runs: another one may prepare pages or improve words otherwise.</summary>
internal static class ProgramBuild
{
    /// <summary>Changes with every change of the code, or of the tables built into it, of service and language; and only then.</summary>
    public static string Id { get; } = $"{typeof(ProgramBuild).Module.ModuleVersionId:N}-{typeof(NormalForm).Module.ModuleVersionId:N}";
}

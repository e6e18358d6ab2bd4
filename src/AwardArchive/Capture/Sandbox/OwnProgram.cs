using System.Runtime.InteropServices;

namespace AwardArchive.Capture.Sandbox;

/// <summary>How this program is started as a child of itself.</summary>
internal static class OwnProgram
{
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
    private static readonly string Assembly = System.Reflection.Assembly.GetExecutingAssembly().Location;

    private static bool RunsByDotnet => File.Exists(Dotnet) && Assembly.Length > 0;

    /// <summary>What must be there for it to run.</summary>
    public static IReadOnlyList<string> Files => RunsByDotnet ? [Dotnet, Assembly] : [Environment.ProcessPath!];

    /// <summary>The folders that hold all of it: the runtime's and its own.</summary>
    public static IReadOnlyList<string> Folders => [.. Files.Select(file => Path.GetDirectoryName(file)!).Append(AppContext.BaseDirectory.TrimEnd('/')).Distinct()];

    /// <remarks>
    /// The runtime that runs this process also runs the worker: so it does not matter whether the service was started by its own executable,
    /// by <c>dotnet</c>, or inside a test host.
    /// </remarks>
    public static IReadOnlyList<string> Command(string verb) => RunsByDotnet ? [Dotnet, "exec", Assembly, verb] : [Environment.ProcessPath!, verb];

    /// <summary>The runtime small and at once: its own threads, probes and profiles are of no use to a worker, which compiles once and well.</summary>
    /// <param name="heapBytes">A hostile file then ends in a managed OutOfMemoryException, before the limit of the process that native code meets.</param>
    public static Dictionary<string, string> Variables(long heapBytes) => new()
    {
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_EnableDiagnostics"] = "0",
        // Else compiled code lies in memory that is shared with nobody but counts for no limit, and that the sandbox refuses.
        ["DOTNET_EnableWriteXorExecute"] = "0",
        // Hexadecimal.
        ["DOTNET_GCHeapHardLimit"] = heapBytes.ToString("x", System.Globalization.CultureInfo.InvariantCulture),
    };
}

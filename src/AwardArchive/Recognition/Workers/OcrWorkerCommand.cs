using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AwardArchive.Recognition.Workers;

/// <summary>How a worker is started.</summary>
internal static class OcrWorkerCommand
{
    /// <summary>What a worker must be told for this page.</summary>
    public static WorkerSettings SettingsOf(RecognitionOptions options, PageRequest request) =>
        new(request.Language ?? options.Language, options.TessdataFolder, request.PageSegmentation ?? options.PageSegmentation,
            options.WorkerMemoryBytes, options.MaxPagePixels)
        {
            YieldToOthers = options.YieldToOthers,
            RetryBudget = options.RetryBudget,
        };

    public static ProcessStartInfo Of(RecognitionOptions options) => Of(options, SettingsOf(options, new()));

    public static ProcessStartInfo Of(RecognitionOptions options, WorkerSettings settings)
    {
        var command = options.WorkerCommand.Count > 0 ? options.WorkerCommand : OwnCommand();
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        start.ArgumentList.Add(JsonSerializer.Serialize(settings, WorkerJson.Default.WorkerSettings));

        // One page is one thread: more only wait for each other (6.7 s a page instead of 1.6 s on two cores), and OpenMP reads this at start only.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        // glibc raises this limit with every large block that is freed: page images then lie among small blocks and hold their memory for good.
        // Read at start only, too. Fixed, a worker that had grown from 184 to 249 MB in 800 pages stays at 102 MB.
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = "1048576";
        start.Environment["MALLOC_TRIM_THRESHOLD_"] = "1048576";
        // One heap for each thread of the pool that ever read a page would be as many half-empty ones.
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        // The runtime itself should be small and start at once: its own threads, probes and profiles are of no use here.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        // A worker lives for 200 pages: what it compiles, it compiles once and well. Compiled in tiers, 27 pages took 17 % more processor time.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        // Hexadecimal. A hostile PDF then ends in a managed OutOfMemoryException, before the limit of the process that native code meets.
        start.Environment["DOTNET_GCHeapHardLimit"] = (settings.MemoryBytes / 2).ToString("x", CultureInfo.InvariantCulture);
        return start;
    }

    /// <remarks>
    /// The runtime that runs this process also runs the worker: so it does not matter whether the service was started by its own executable,
    /// by <c>dotnet</c>, or inside a test host.
    /// </remarks>
    private static string[] OwnCommand()
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var assembly = Assembly.GetExecutingAssembly().Location;
        return File.Exists(dotnet) && assembly.Length > 0
            ? [dotnet, "exec", assembly, OcrWorker.Verb]
            : [Environment.ProcessPath!, OcrWorker.Verb];
    }
}

using System.Diagnostics;
using System.Text.Json;
using AwardArchive.Capture.Sandbox;

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

    /// <summary>As the service starts it where there is no sandbox.</summary>
    public static ProcessStartInfo Of(RecognitionOptions options) =>
        Of(options, SettingsOf(options, new()), ParserSandbox.None, ParserSandbox.None.OpenInbox());

    /// <param name="inbox">Through which it gets its files.</param>
    public static ProcessStartInfo Of(RecognitionOptions options, WorkerSettings settings, ParserSandbox sandbox, Inbox inbox)
    {
        var command = options.WorkerCommand.Count > 0 ? options.WorkerCommand : OwnProgram.Command(OcrWorker.Verb);
        var environment = OwnProgram.Variables(settings.MemoryBytes / 2);
        // One page is one thread: more only wait for each other (6.7 s a page instead of 1.6 s on two cores), and OpenMP reads this at start only.
        environment["OMP_THREAD_LIMIT"] = "1";
        // glibc raises this limit with every large block that is freed: page images then lie among small blocks and hold their memory for good.
        // Read at start only, too. Fixed, a worker that had grown from 184 to 249 MB in 800 pages stays at 102 MB.
        environment["MALLOC_MMAP_THRESHOLD_"] = "1048576";
        environment["MALLOC_TRIM_THRESHOLD_"] = "1048576";
        // One heap for each thread of the pool that ever read a page would be as many half-empty ones.
        environment["MALLOC_ARENA_MAX"] = "2";
        // A worker lives for 200 pages: what it compiles, it compiles once and well. Compiled in tiers, 27 pages took 17 % more processor time.
        environment["DOTNET_TieredCompilation"] = "0";
        if (Environment.GetEnvironmentVariable("TESSDATA_PREFIX") is { Length: > 0 } prefix) environment["TESSDATA_PREFIX"] = prefix;
        return sandbox.Start([.. command, JsonSerializer.Serialize(settings, WorkerJson.Default.WorkerSettings)], new()
        {
            Visible = [.. inbox.Visible, .. Tessdata.FoldersOf(settings).Select(folder => (folder, folder))],
            Processes = 128,
            FileBytes = ViewBytes(options),
            ProcessorTime = options.RecycleAfterPages * options.PageTimeout,
            Environment = environment,
        });
    }

    /// <summary>The largest image for viewing that is believed.</summary>
    public static long ViewBytes(RecognitionOptions options) => 4L * options.MaxPagePixels;
}

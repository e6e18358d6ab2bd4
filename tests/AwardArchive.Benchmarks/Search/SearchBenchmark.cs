using System.Runtime.InteropServices;

namespace AwardArchive.Benchmarks.Search;

/// <summary>Search against its peers: quality on judged queries, or speed over a corpus of any size.</summary>
internal static class SearchBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (SearchBenchmarkOptions.Parse(args) is not { } options)
        {
            Console.Error.WriteLine($"usage: bench.sh {SearchBenchmarkOptions.Usage}");
            return 64;
        }
        // Since .NET 10 the runtime leaves this signal to the system, which ends a process without a word: no server of a peer may outlive it.
        using var stop = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(143));
        await Machine.DescribeAsync();
        if (options.IsOfDirectories) return await DirectoryBenchmark.RunAsync(options);
        if (options.IsOfReady) return await ReadyBenchmark.RunAsync(options);
        return options.IsQuality ? await QualityBenchmark.RunAsync(options) : await SpeedBenchmark.RunAsync(options);
    }
}

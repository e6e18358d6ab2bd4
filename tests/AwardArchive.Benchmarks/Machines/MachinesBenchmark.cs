using System.Globalization;
using AwardArchive.Tests;
using AwardArchive.Tests.Servers;

namespace AwardArchive.Benchmarks.Machines;

/// <summary>Many machines on PostgreSQL and S3: what a page costs beyond its recognition, and what a load of small documents does to searches.</summary>
internal static class MachinesBenchmark
{
    public const string Usage = "machines [PAGES] [DOCUMENTS]   (pages to recognize, by one and by two processes; documents of one page to load at once)";

    public static async Task<int> RunAsync(string[] args)
    {
        var pages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 48;
        var documents = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2000;
        await Machine.DescribeAsync();
        var folder = Directory.CreateTempSubdirectory("award-archive-bench-").FullName;
        var services = folder + "-services"; // made by the script, so that PostgreSQL's own user gets there
        var script = Path.Combine(Repository.Root, "eng", "services.sh");
        try
        {
            var reach = ServiceAddresses.Parse(await Run.OutputAsync("bash", "-c", $"'{script}' start '{services}' 2>/dev/null"));
            if (pages > 0) await ScalingRun.RunAsync(reach, folder, pages);
            if (documents > 0) await LoadRun.RunAsync(reach, Path.Combine(folder, "load"), documents);
            return 0;
        }
        finally
        {
            await Run.OutputAsync("bash", "-c", $"'{script}' stop '{services}' 2>/dev/null");
            Directory.Delete(folder, recursive: true);
        }
    }
}

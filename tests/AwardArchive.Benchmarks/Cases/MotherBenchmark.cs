using System.Diagnostics;
using System.Globalization;
using AwardArchive.Benchmarks.Machines;
using AwardArchive.Demo;
using AwardArchive.Demo.Mothers;
using AwardArchive.Tests.Cases;

namespace AwardArchive.Benchmarks.Cases;

/// <summary>Dossiers of generated mothers, as scans, through recognition, reading, proposals, an officer who knows the truth, and the law.</summary>
internal static class MotherBenchmark
{
    public const string Usage = "mothers [MOTHERS] [seed=N] [level=NAME] [keep=FOLDER]   (dossiers as scans to verdicts over REST: right, proposed, of whom)";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments.Select(argument => int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).FirstOrDefault(number => number > 0, 50);
        var seed = ulong.Parse(Named("seed") ?? "1975", NumberStyles.None, CultureInfo.InvariantCulture);
        var level = Enum.Parse<DemoLevel>(Named("level") ?? "Office", ignoreCase: true);
        var kept = Named("keep");
        var folder = kept is null ? Directory.CreateTempSubdirectory("award-archive-mothers-").FullName : Directory.CreateDirectory(kept).FullName;
        try
        {
            using var server = await ArchiveProcess.StartAsync(new Dictionary<string, string>(), ["serve", "--data", Path.Combine(folder, "data")]);
            var officer = new CaseOfficer(server.Http);
            var dossiers = new List<(Guid Id, MotherDossier Mother)>();
            var clock = Stopwatch.StartNew();
            var pages = 0;
            foreach (var mother in Enumerable.Range(0, count).Select(number => MotherDossier.Draw(seed, number)))
            {
                var scans = DemoGenerator.Generate(mother, seed, level, Path.Combine(folder, "scans"), CancellationToken.None);
                pages += scans.Sum(scan => scan.Truth.Pages.Count);
                dossiers.Add((await officer.SendAsync(mother, scans, CancellationToken.None), mother));
            }
            await officer.WaitAsync(CancellationToken.None);
            var ready = clock.Elapsed;
            var judged = new List<JudgedDossier>();
            foreach (var (id, mother) in dossiers) judged.Add(await officer.JudgeAsync(id, mother, CancellationToken.None));
            return Report(judged, pages, ready, clock.Elapsed - ready, seed, level);
        }
        finally
        {
            if (kept is null) Directory.Delete(folder, recursive: true);
        }

        string? Named(string name) => arguments.FirstOrDefault(argument => argument.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..];
    }

    private static int Report(List<JudgedDossier> judged, int pages, TimeSpan reading, TimeSpan deciding, ulong seed, DemoLevel level)
    {
        var confirmed = judged.Where(one => one.IsConfirmed).ToList();
        Console.WriteLine($"{judged.Count} mothers, {pages} pages, seed {seed}, level {level}; {reading.TotalSeconds:F0} s until all was read, {deciding.TotalSeconds:F0} s to decide.");
        Console.WriteLine($"all evidence proposed and confirmed: {confirmed.Count} mothers; verdict right in {confirmed.Count(one => one.IsRight)} of these, in {judged.Count(one => one.IsRight)} of all");
        Console.WriteLine($"accepted: {judged.Sum(one => one.Accepted)}, on a wrong page {judged.Sum(one => one.WrongPages)}, hers but called doubtful {judged.Sum(one => one.OwnDoubtful)}");
        Console.WriteLine($"about somebody else: {judged.Sum(one => one.Strangers)} proposals, called doubtful {judged.Sum(one => one.Doubtful)}, accepted silently {judged.Sum(one => one.Silent)}");
        foreach (var one in judged.Where(one => !one.IsConfirmed || !one.IsRight))
            Console.WriteLine($"  mother {one.Dossier.Number} ({one.Dossier.Story}): {one.Result} {one.Case}, expected {one.Dossier.Expected}; not proposed: {string.Join("; ", one.NotProposed)}");
        return confirmed.All(one => one.IsRight) && judged.TrueForAll(one => one is { Silent: 0, WrongPages: 0 }) ? 0 : 1;
    }
}

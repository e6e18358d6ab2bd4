using AwardArchive.Benchmarks;
using AwardArchive.Benchmarks.Access;
using AwardArchive.Benchmarks.Audit;
using AwardArchive.Benchmarks.Cases;
using AwardArchive.Benchmarks.Machines;
using AwardArchive.Benchmarks.People;
using AwardArchive.Benchmarks.Reading;
using AwardArchive.Benchmarks.Search;

return args switch
{
    ["ingest", .. var rest] => await IngestBenchmark.RunAsync(rest),
    ["recognition", .. var rest] => await RecognitionBenchmark.RunAsync(rest),
    ["machines", .. var rest] => await MachinesBenchmark.RunAsync(rest),
    ["audit", .. var rest] => await AuditBenchmark.RunAsync(rest),
    ["mothers", .. var rest] => await MotherBenchmark.RunAsync(rest),
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    ["access", "times", .. var rest] => await HiddenTimes.RunAsync(rest),
    ["access", .. var rest] => await AccessBenchmark.RunAsync(rest),
    ["reading", "people", .. var rest] => await PeopleBenchmark.RunAsync(rest),
    ["reading", "again", .. var rest] => await RereadBenchmark.RunAsync(rest),
    ["reading", .. var rest] => await ReadingBenchmark.RunAsync(rest),
    ["recognition-position", .. var rest] => await PositionComparison.RunAsync(rest),
    ["recognition-memory", .. var rest] => await WorkerMemory.RunLongAsync(rest),
    ["sandbox", .. var rest] => await SandboxBenchmark.RunAsync(rest),
    ["learn-confusions", .. var rest] => await ConfusionLearning.RunAsync(rest),
    ["language-harm", .. var files] => await LanguageBenchmark.HarmAsync(files),
    ["numbers", .. var rest] => await NumberBenchmark.RunAsync(rest),
    ["language", .. var rest] => await LanguageBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        $"usage: bench.sh MODE …\n\ningest [PAGES] [ROUNDS]\n{RecognitionBenchmark.Usage}\n\nlearn-confusions SEED,SEED,… [FOLDER]\n"
        + $"language SEED,SEED,… [FOLDER]\nlanguage-harm FILE…\n{NumberBenchmark.Usage}\n{ReadingBenchmark.Usage}\n{RereadBenchmark.Usage}\n{PeopleBenchmark.Usage}\n{MotherBenchmark.Usage}\n{MachinesBenchmark.Usage}\n{SandboxBenchmark.Usage}\n{AuditBenchmark.Usage}\n\n{SearchBenchmarkOptions.Usage}\n{AccessBenchmark.Usage}\n{HiddenTimes.Usage}");
    return 64;
}

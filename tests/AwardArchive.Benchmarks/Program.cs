using AwardArchive.Benchmarks;
using AwardArchive.Benchmarks.Search;

return args switch
{
    ["ingest", .. var rest] => await IngestBenchmark.RunAsync(rest),
    ["recognition", .. var rest] => await RecognitionBenchmark.RunAsync(rest),
    ["search", .. var rest] => await SearchBenchmark.RunAsync(rest),
    ["learn-confusions", .. var rest] => await ConfusionLearning.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"usage: bench.sh ingest [PAGES] [ROUNDS] | recognition [report|tune] [DOCUMENTS] [alone] | learn-confusions SEED,SEED,… [FOLDER] | {SearchBenchmarkOptions.Usage}");
    return 64;
}

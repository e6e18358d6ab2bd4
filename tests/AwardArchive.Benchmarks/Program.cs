using AwardArchive.Benchmarks;

return args switch
{
    ["ingest", .. var rest] => await IngestBenchmark.RunAsync(rest),
    ["recognition", .. var rest] => await RecognitionBenchmark.RunAsync(rest),
    ["learn-confusions", .. var rest] => await ConfusionLearning.RunAsync(rest),
    ["recognition-memory", .. var rest] => await WorkerMemory.RunLongAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"usage: bench.sh MODE …\n\ningest [PAGES] [ROUNDS]\nlearn-confusions SEED,SEED,… [FOLDER]\n{RecognitionBenchmark.Usage}");
    return 64;
}

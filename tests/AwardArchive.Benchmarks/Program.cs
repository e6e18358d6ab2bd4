using AwardArchive.Benchmarks;

return args switch
{
    ["ingest", .. var rest] => await IngestBenchmark.RunAsync(rest),
    ["recognition", .. var rest] => await RecognitionBenchmark.RunAsync(rest),
    ["learn-confusions", .. var rest] => await ConfusionLearning.RunAsync(rest),
    ["language-harm", .. var files] => await LanguageBenchmark.HarmAsync(files),
    ["language", .. var rest] => await LanguageBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench.sh ingest [PAGES] [ROUNDS] | recognition [report|tune] [DOCUMENTS] [alone] | learn-confusions SEED,SEED,… [FOLDER] | language SEED,SEED,… [FOLDER] | language-harm FILE…");
    return 64;
}

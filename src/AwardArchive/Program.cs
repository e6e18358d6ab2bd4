using AwardArchive.Capture.FileWorkers;
using AwardArchive.Recognition.Workers;
using AwardArchive.Setup.Commands;

// Workers are child processes that start often: nothing else of the service is loaded for them.
if (args is [OcrWorker.Verb, .. var rest]) return await OcrWorker.RunAsync(rest);
if (args is [FileWorker.Verb]) return await FileWorker.RunAsync();

return await CommandLine.RunAsync(args);

using AwardArchive.Recognition.Workers;
using AwardArchive.Setup.Commands;

// A recognition worker is a child process that starts often: nothing else of the service is loaded for it.
if (args is [OcrWorker.Verb, .. var rest]) return await OcrWorker.RunAsync(rest);

return await CommandLine.RunAsync(args);

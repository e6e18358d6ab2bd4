using AwardArchive.Recognition.Workers;

if (args is [OcrWorker.Verb, .. var rest]) return await OcrWorker.RunAsync(rest);
Console.WriteLine("award-archive");
return 0;

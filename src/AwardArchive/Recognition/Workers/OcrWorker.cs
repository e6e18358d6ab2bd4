using System.Text.Json;
using System.Threading.Channels;
using AwardArchive.Capture.Sandbox;
using AwardArchive.Recognition.Native;
using Microsoft.Win32.SafeHandles;

namespace AwardArchive.Recognition.Workers;

/// <summary>
/// The child process that touches what others made: it decodes images, runs Tesseract, opens PDFs. Whatever a hostile file does there,
/// it does to this process only.
/// </summary>
internal static class OcrWorker
{
    public const string Verb = "ocr-worker";

    /// <summary>Serves requests from standard input until it ends, which it does when the service dies.</summary>
    /// <param name="args">One argument: <see cref="WorkerSettings"/> as JSON.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args is not [['{', ..] json] || JsonSerializer.Deserialize(json, WorkerJson.Default.WorkerSettings) is not { } settings)
        {
            await Console.Error.WriteLineAsync($"{Verb} is started by the service, not by hand.");
            return 64;
        }

        // Native libraries print to descriptor 1 as they like: replies get a descriptor of their own, and 1 becomes standard error.
        var replies = new SafeFileHandle(LibC.Duplicate(1), ownsHandle: true);
        LibC.Duplicate(2, 1);
        LibC.NewSession();
        if (settings.YieldToOthers) LibC.YieldToOthers();
        if (!LibC.LimitData(settings.MemoryBytes))
        {
            await Console.Error.WriteLineAsync("The memory limit could not be set.");
            return 1;
        }

        using var output = new FileStream(replies, FileAccess.Write, bufferSize: 0);
        using var input = Console.OpenStandardInput();
        using var desk = new WorkerDesk(settings, TesseractOcrEngine.Open);
        var requests = Channel.CreateBounded<WorkerRequest>(1);
        // Reading goes on while a page is worked on, so that the end of input is seen, and obeyed, at any moment.
        var reading = ReadAsync(input, requests.Writer);
        var working = Task.Run(() => WorkAsync(requests.Reader, desk, output));
        var ended = await Task.WhenAny(reading, working);
        if (ended.Exception is { } fault) await Console.Error.WriteLineAsync(fault.InnerException!.Message);
        LibC.ExitNow(ended.IsFaulted ? 1 : 0);
        return 0;
    }

    private static async Task ReadAsync(Stream input, ChannelWriter<WorkerRequest> requests)
    {
        while (await MessageFrames.ReadAsync(input, WorkerJson.Default.WorkerRequest, CancellationToken.None) is { } request)
            await requests.WriteAsync(request);
    }

    private static async Task WorkAsync(ChannelReader<WorkerRequest> requests, WorkerDesk desk, Stream output)
    {
        await foreach (var request in requests.ReadAllAsync())
        {
            var reply = desk.Handle(request) with { Number = request.Number };
            var view = reply is ImageRecognized image && image.ViewPath != ((RecognizeImage)request).Path ? new FileInfo(image.ViewPath) : null;
            if (view is not null) reply = (ImageRecognized)reply with { ViewBytes = view.Length };
            await MessageFrames.WriteAsync(output, reply, WorkerJson.Default.WorkerReply, CancellationToken.None);
            if (view is null) continue;
            await using (var bytes = view.OpenRead()) await bytes.CopyToAsync(output);
            view.Delete();
        }
    }
}

using AwardArchive.Archive;
using AwardArchive.Capture.Sandbox;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;
using Microsoft.Extensions.Logging.Abstractions;

namespace AwardArchive.Tests.Recognition;

/// <summary>Recognition set up by hand on a folder of its own, with real processes.</summary>
internal sealed class RecognitionBench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SandboxOptions _sandbox = new();
    private int _pages;

    public RecognitionBench(Action<RecognitionOptions>? configure = null, TimeProvider? time = null)
    {
        Options = new RecognitionOptions { Workers = 1 };
        configure?.Invoke(Options);
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        var sandbox = new ParserSandbox(
            Microsoft.Extensions.Options.Options.Create(_sandbox),
            Microsoft.Extensions.Options.Options.Create(new ArchiveOptions { DataFolder = PathOf("data") }),
            NullLogger<ParserSandbox>.Instance);
        Pool = new(options, sandbox, time ?? TimeProvider.System, NullLogger<OcrWorkerPool>.Instance);
        Recognizer = new PageRecognizer(Pool, new PageRasterizer(options, sandbox), options, time ?? TimeProvider.System);
    }

    public RecognitionOptions Options { get; }

    public OcrWorkerPool Pool { get; }

    public IPageRecognizer Recognizer { get; }

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    public Task<RecognizedPage> RecognizeAsync(string file, string mediaType, int page = 1)
    {
        var scratch = Directory.CreateDirectory(PathOf($"scratch-{Interlocked.Increment(ref _pages)}"));
        return Recognizer.RecognizeAsync(file, mediaType, page, scratch.FullName, TestContext.Current.CancellationToken);
    }

    /// <summary>Puts a shell script in the place of the worker; <c>$reply</c> is a file with the frames it can send.</summary>
    public async Task ReplaceWorkerAsync(string script, params WorkerReply[] replies)
    {
        await using (var frames = File.Create(PathOf("reply")))
        {
            foreach (var reply in replies)
                await MessageFrames.WriteAsync(frames, reply, WorkerJson.Default.WorkerReply, TestContext.Current.CancellationToken);
        }
        var lines = $"reply='{PathOf("reply")}'\npid='{PathOf("pid")}'\n{script}\n";
        await File.WriteAllTextAsync(PathOf("worker.sh"), lines, TestContext.Current.CancellationToken);
        _sandbox.Use = SandboxUse.Never; // the script is to write files and to be seen
        Options.WorkerCommand = ["/bin/sh", PathOf("worker.sh")];
    }

    /// <summary>The process id that a script wrote to <c>$pid</c>, as soon as it is there.</summary>
    public async Task<int> ScriptProcessIdAsync()
    {
        while (true)
        {
            if (File.Exists(PathOf("pid")) && int.TryParse(await File.ReadAllTextAsync(PathOf("pid")), out var id)) return id;
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        _folder.Dispose();
    }
}

using System.Globalization;
using AwardArchive.Archive;
using AwardArchive.Capture.Sandbox;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Benchmarks;

/// <summary>Recognition as the service does it, worker processes and all.</summary>
internal sealed class OurRecognition : IAsyncDisposable
{
    private readonly OcrWorkerPool _pool;
    private readonly PageRecognizer _recognizer;
    private readonly string _folder;
    private int _pages;

    /// <param name="folder">Where each page gets a folder of its own for a while.</param>
    /// <param name="configure">What differs from the defaults.</param>
    /// <param name="use">Of the sandbox.</param>
    public OurRecognition(string folder, Action<RecognitionOptions> configure, SandboxUse use = SandboxUse.Auto)
    {
        var settings = new RecognitionOptions();
        configure(settings);
        var options = Options.Create(settings);
        _folder = folder;
        var sandbox = Sandbox(folder, use);
        _pool = new(options, sandbox, TimeProvider.System, NullLogger<OcrWorkerPool>.Instance);
        _recognizer = new(_pool, new PageRasterizer(options, sandbox), options, TimeProvider.System);
    }

    /// <summary>As the service has it on this machine.</summary>
    public static ParserSandbox Sandbox(string folder, SandboxUse use = SandboxUse.Auto) => new(
        Options.Create(new SandboxOptions { Use = use }), Options.Create(new ArchiveOptions { DataFolder = folder }), NullLogger<ParserSandbox>.Instance);

    public async Task<string> TextOfAsync(string file, string mediaType, int page = 1) => PageText.Of(await WordsOfAsync(file, mediaType, page)).Text;

    /// <summary>Degrees clockwise by which the page was turned to be read.</summary>
    public async Task<int> TurnOfAsync(BenchmarkPage page) =>
        (await WordsOfAsync(page.Image, page.MediaType, 1)).Engine.Parameters.TryGetValue("turned", out var turned) ? int.Parse(turned, CultureInfo.InvariantCulture) : 0;

    public Task<string> TextOfAsync(BenchmarkPage page) => TextOfAsync(page.Image, page.MediaType);

    /// <summary>The worker that will get the next page.</summary>
    public async Task<int> WorkerIdAsync()
    {
        await using var worker = await _pool.RentAsync(CancellationToken.None);
        return worker.ProcessId;
    }

    public async Task<PageWords> WordsOfAsync(string file, string mediaType, int page)
    {
        var scratch = Directory.CreateDirectory(Path.Combine(_folder, $"scratch-{Interlocked.Increment(ref _pages)}"));
        var recognized = await _recognizer.RecognizeAsync(file, mediaType, page, scratch.FullName, CancellationToken.None);
        scratch.Delete(recursive: true);
        return recognized.Words;
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}

using AwardArchive.Capture.Sandbox;
using Microsoft.Extensions.Options;

namespace AwardArchive.Recognition.Workers;

/// <summary>At most <see cref="RecognitionOptions.Workers"/> worker processes, started when needed, kept warm, ended when idle.</summary>
internal sealed partial class OcrWorkerPool : IAsyncDisposable
{
    private readonly RecognitionOptions _options;
    private readonly ParserSandbox _sandbox;
    private readonly ILogger<OcrWorkerPool> _logger;
    private readonly SemaphoreSlim _seats;
    private readonly IdleChildren<OcrWorkerProcess> _idle;

    public OcrWorkerPool(IOptions<RecognitionOptions> options, ParserSandbox sandbox, TimeProvider time, ILogger<OcrWorkerPool> logger)
    {
        (_options, _sandbox, _logger) = (options.Value, sandbox, logger);
        _seats = new(_options.Workers);
        _idle = new(_options.IdleTimeout, time, EndAsync);
    }

    /// <summary>Workers that wait for work.</summary>
    public int IdleCount => _idle.Count;

    /// <summary>Waits for a free worker of the usual settings.</summary>
    /// <exception cref="OcrWorkerDiedException">A worker cannot be started.</exception>
    public Task<Lease> RentAsync(CancellationToken cancellationToken) => RentAsync(OcrWorkerCommand.SettingsOf(_options, new()), cancellationToken);

    /// <summary>Waits for a free worker, warm if there is one of these settings, and keeps it until the lease is disposed.</summary>
    /// <exception cref="OcrWorkerDiedException">A worker cannot be started.</exception>
    public async Task<Lease> RentAsync(WorkerSettings settings, CancellationToken cancellationToken)
    {
        await _seats.WaitAsync(cancellationToken);
        try
        {
            if (await _idle.TakeAsync(idle => idle.Settings == settings) is { } warm) return new(this, warm);
            // A worker that waits with other settings must not make the processes more than there are seats.
            await _idle.EndMoreThanAsync(_seats.CurrentCount);
            return new(this, await StartAsync(settings));
        }
        catch
        {
            _seats.Release();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _idle.DisposeAsync();

    private async Task<OcrWorkerProcess> StartAsync(WorkerSettings settings)
    {
        var worker = await OcrWorkerProcess.StartAsync(_options, settings, _sandbox);
        Log.Started(_logger, worker.Id);
        return worker;
    }

    private async ValueTask ReturnAsync(OcrWorkerProcess worker, string? original)
    {
        try
        {
            worker.Pages++;
            worker.Inbox.Clear(except: original);
            if (worker.IsUsable && worker.Pages < _options.RecycleAfterPages && !IsBloated(worker) && _idle.TryKeep(worker)) return;
            await EndAsync(worker);
        }
        finally
        {
            _seats.Release();
        }
    }

    /// <summary>What stays resident between pages is not needed for the next one, and may be a leak.</summary>
    private bool IsBloated(OcrWorkerProcess worker) => worker.ResidentBytes() > _options.WorkerMemoryBytes / 2;

    private ValueTask EndAsync(OcrWorkerProcess worker)
    {
        if (worker.IsUsable && worker.HasExited) Log.FoundDead(_logger, worker.Id);
        else Log.Ended(_logger, worker.Id, worker.Pages);
        return worker.DisposeAsync();
    }

    /// <summary>The right to use one worker, for one page.</summary>
    internal sealed class Lease(OcrWorkerPool pool, OcrWorkerProcess worker) : IAsyncDisposable
    {
        public int ProcessId => worker.Id;

        /// <summary>Puts a file where the worker can read it.</summary>
        /// <returns>Its path for the worker.</returns>
        public string Place(string path) => worker.Inbox.Place(path);

        /// <summary>Where the worker writes what it sends back.</summary>
        public string TemporaryFolderOr(string folder) => pool._sandbox.TemporaryFolderOr(folder);

        /// <summary>Asks for one thing and waits for the answer.</summary>
        /// <exception cref="UnreadablePageException">The worker cannot read the page.</exception>
        /// <exception cref="RecognitionUnavailableException">The worker lacks Tesseract or its language.</exception>
        /// <exception cref="OcrWorkerException">The worker failed or is lost.</exception>
        public Task<TReply> AskAsync<TReply>(WorkerRequest request, CancellationToken cancellationToken)
            where TReply : WorkerReply => AskAsync<TReply>(request, null, cancellationToken);

        /// <summary>The same, with a file that comes with the answer.</summary>
        /// <param name="viewPath">Where it goes.</param>
        public async Task<TReply> AskAsync<TReply>(WorkerRequest request, string? viewPath, CancellationToken cancellationToken)
            where TReply : WorkerReply =>
            await worker.AskAsync(request, viewPath is null ? null : (viewPath, OcrWorkerCommand.ViewBytes(pool._options)), cancellationToken) switch
            {
                TReply reply => reply,
                RequestFailed { Kind: FailureKind.Unreadable } failed => throw new UnreadablePageException(failed.Reason, failed.Message),
                RequestFailed { Kind: FailureKind.Unavailable } failed => throw new RecognitionUnavailableException(failed.Reason, failed.Message),
                RequestFailed failed => throw new OcrWorkerFailedException(failed.Message),
                var other => throw new OcrWorkerGarbledException($"The OCR worker answered {other.GetType().Name} to {request.GetType().Name}."),
            };

        /// <summary>The file that the next page is likely to be of: it stays where it is.</summary>
        public string? Original { get; set; }

        public ValueTask DisposeAsync() => pool.ReturnAsync(worker, Original);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "OCR worker {ProcessId} started")]
        public static partial void Started(ILogger logger, int processId);

        [LoggerMessage(LogLevel.Debug, "OCR worker {ProcessId} ended after {Pages} pages")]
        public static partial void Ended(ILogger logger, int processId, int pages);

        [LoggerMessage(LogLevel.Warning, "Idle OCR worker {ProcessId} was found dead")]
        public static partial void FoundDead(ILogger logger, int processId);
    }
}

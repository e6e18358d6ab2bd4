using AwardArchive.Archive;
using AwardArchive.Capture.Sandbox;
using Microsoft.Extensions.Options;

namespace AwardArchive.Capture.FileWorkers;

/// <summary>
/// Everything that decodes files beside recognition, done by warm processes in the sandbox: started when needed, replaced after a crash or
/// <see cref="CaptureOptions.RecycleAfterFiles"/>, ended after a minute without work.
/// </summary>
internal sealed partial class FileWorkerPool : IAsyncDisposable
{
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(1);

    // A lost worker says nothing certain about the file: a fresh one gets it once more.
    private const int Attempts = 2;

    private readonly CaptureOptions _options;
    private readonly ParserSandbox _sandbox;
    private readonly ILogger<FileWorkerPool> _log;
    private readonly SemaphoreSlim _seats;
    private readonly IdleChildren<FileWorkerProcess> _idle;

    public FileWorkerPool(IOptions<CaptureOptions> options, ParserSandbox sandbox, TimeProvider time, ILogger<FileWorkerPool> log)
    {
        (_options, _sandbox, _log) = (options.Value, sandbox, log);
        _seats = new(_options.FileWorkers);
        _idle = new(IdleTimeout, time, worker => worker.DisposeAsync());
    }

    /// <param name="mediaType">TIFF, JPEG or PNG.</param>
    /// <returns>At least 1.</returns>
    /// <exception cref="CaptureRefusedException">The file is not taken.</exception>
    public async Task<int> CountPagesAsync(string path, string mediaType, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await AskAsync(
                path, file => new InspectFile(file, mediaType, _options.MaxPages, _options.MaxPixels, _options.MaxSide), NoImage, cancellationToken);
            if (reply is not FileInspected { Pages: > 0 } inspected) throw Refusal(reply);
            ImageLimits.CheckPages(inspected.Pages, _options);
            return inspected.Pages;
        }
        catch (TimeoutException)
        {
            throw new CaptureRefusedException(CaptureProblem.DamagedFile, "Tệp bị hỏng: không đọc xong trong thời gian cho phép.");
        }
        catch (FileWorkerLostException)
        {
            throw new CaptureRefusedException(CaptureProblem.DamagedFile, "Tệp bị hỏng: không đọc được cấu trúc tệp.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new CaptureRefusedException(CaptureProblem.InspectionAway, "Không có gì được lưu; hãy thử lại sau ít phút hoặc báo người quản trị.");
        }
    }

    /// <summary>A smaller copy of a page image.</summary>
    /// <returns>JPEG of that width.</returns>
    /// <exception cref="InvalidDataException">The image cannot be decoded.</exception>
    public async Task<CodedImage> ShrinkAsync(string path, int width, CancellationToken cancellationToken) =>
        (await ImagesAsync(path, file => new ShrinkImage(file, width), cancellationToken)) is [{ } small]
            ? small
            : throw new InvalidDataException("The page image cannot be decoded.");

    /// <summary>Pieces of a page image, as JPEG, in the order of the boxes; null for each that does not lie on it.</summary>
    /// <exception cref="InvalidDataException">The image cannot be decoded.</exception>
    public async Task<IReadOnlyList<CodedImage?>> CutAsync(string path, IReadOnlyList<Box> boxes, CancellationToken cancellationToken)
    {
        var pieces = await ImagesAsync(path, file => new CutImage(file, boxes), cancellationToken);
        return pieces.Count == boxes.Count ? pieces : throw new InvalidDataException("The worker cut another number of pieces than asked for.");
    }

    /// <summary>Draws an image on white and writes it as a plain PNG.</summary>
    /// <exception cref="InvalidDataException">The image cannot be decoded.</exception>
    public Task FlattenAsync(string path, string pngPath, CancellationToken cancellationToken) =>
        MadeAsync(path, file => new FlattenImage(file), (made, from, stop) => SavedBytes.SaveAsync(from, made.Bytes, pngPath, stop), cancellationToken);

    public ValueTask DisposeAsync() => _idle.DisposeAsync();

    private async Task<IReadOnlyList<CodedImage?>> ImagesAsync(string path, Func<string, FileRequest> request, CancellationToken cancellationToken)
    {
        var bytes = new Dictionary<MadeImage, byte[]>(ReferenceEqualityComparer.Instance);
        var made = await MadeAsync(path, request, TakeAsync, cancellationToken);
        return [.. made.Select(image => image is null ? null : new CodedImage(image.Width, image.Height, bytes[image]))];

        async Task TakeAsync(MadeImage image, Stream from, CancellationToken stop)
        {
            if (image.Bytes > Array.MaxLength) throw new InvalidDataException("An image of no size.");
            await from.ReadExactlyAsync(bytes[image] = new byte[image.Bytes], stop);
        }
    }

    private async Task<IReadOnlyList<MadeImage?>> MadeAsync(
        string path, Func<string, FileRequest> request, Func<MadeImage, Stream, CancellationToken, Task> image, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(path, request, image, cancellationToken) is ImagesMade made ? made.Images : throw new InvalidDataException("The page image cannot be decoded.");
        }
        catch (Exception e) when (e is TimeoutException or FileWorkerLostException)
        {
            throw new InvalidDataException("The page image cannot be decoded.", e);
        }
    }

    /// <exception cref="FileWorkerLostException">A second worker, too, was lost over the file.</exception>
    /// <exception cref="TimeoutException">It took longer than <see cref="CaptureOptions.FileTimeout"/>.</exception>
    private async Task<FileReply> AskAsync(
        string path, Func<string, FileRequest> request, Func<MadeImage, Stream, CancellationToken, Task> image, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await _seats.WaitAsync(cancellationToken);
            FileWorkerProcess? worker = null;
            try
            {
                worker = await _idle.TakeAsync(_ => true) ?? await FileWorkerProcess.StartAsync(_sandbox, _options);
                using var limit = new CancellationTokenSource(_options.FileTimeout);
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
                try
                {
                    var reply = await worker.AskAsync(path, request, image, stop.Token);
                    if (worker.Files < _options.RecycleAfterFiles && _idle.TryKeep(worker)) worker = null;
                    return reply;
                }
                catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                {
                    throw new TimeoutException();
                }
            }
            catch (FileWorkerLostException e)
            {
                Log.Lost(_log, e.Message);
                if (attempt == Attempts) throw;
            }
            finally
            {
                if (worker is not null) await worker.DisposeAsync();
                _seats.Release();
            }
        }
    }

    private static CaptureRefusedException Refusal(FileReply reply) => reply is FileRefused refused
        ? new(CaptureProblem.OfFile(refused.Code), DisplayText.End(DisplayText.Clean(refused.Message), 300)!)
        : new(CaptureProblem.DamagedFile, "Tệp bị hỏng: không đọc được cấu trúc tệp.");

    private static Task NoImage(MadeImage image, Stream from, CancellationToken cancellationToken) =>
        throw new InvalidDataException("An image that nobody asked for.");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{What}")]
        public static partial void Lost(ILogger logger, string what);
    }
}

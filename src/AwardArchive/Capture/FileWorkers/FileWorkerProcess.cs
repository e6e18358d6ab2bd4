using System.Diagnostics;
using AwardArchive.Capture.Sandbox;

namespace AwardArchive.Capture.FileWorkers;

/// <summary>One running worker, seen from the service. Used for one file at a time.</summary>
internal sealed class FileWorkerProcess : WarmChild
{
    /// <summary>Images that are sent back stay in memory or scratch: larger ones are no images of pages.</summary>
    private const long MostImageBytes = 2L << 30;

    private FileWorkerProcess((Process Process, Inbox Inbox) started)
        : base(started)
    {
    }

    /// <summary>Files worked on so far.</summary>
    public int Files { get; private set; }

    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static async Task<FileWorkerProcess> StartAsync(ParserSandbox sandbox, CaptureOptions options) =>
        new(await StartAsync(sandbox, inbox => sandbox.Start(OwnProgram.Command(FileWorker.Verb), new()
        {
            Visible = inbox.Visible,
            Processes = 128,
            DataBytes = options.FileMemoryBytes,
            FileBytes = 0, // it sends what it makes
            ProcessorTime = options.RecycleAfterFiles * options.FileTimeout,
            Environment = OwnProgram.Variables(options.FileMemoryBytes / 2),
        })));

    /// <param name="path">Of the file, in the service.</param>
    /// <param name="request">What to do with it, given its path in the worker.</param>
    /// <param name="image">Takes each image that comes with the reply: its size and bytes.</param>
    /// <param name="cancellationToken">Kills the worker.</param>
    /// <exception cref="FileWorkerLostException">It died, or talked nonsense.</exception>
    public async Task<FileReply> AskAsync(
        string path, Func<string, FileRequest> request, Func<MadeImage, Stream, CancellationToken, Task> image, CancellationToken cancellationToken)
    {
        await using var kill = cancellationToken.Register(Kill);
        try
        {
            Files++;
            await MessageFrames.WriteAsync(Requests, request(Inbox.Place(path)), FileJson.Default.FileRequest, cancellationToken).WaitAsync(cancellationToken);
            var reply = await MessageFrames.ReadAsync(Replies, FileJson.Default.FileReply, cancellationToken).WaitAsync(cancellationToken)
                ?? throw new EndOfStreamException();
            foreach (var made in (reply as ImagesMade)?.Images.OfType<MadeImage>() ?? [])
            {
                if (made is not { Width: > 0, Height: > 0, Bytes: > 0 and <= MostImageBytes }) throw new InvalidDataException("An image of no size.");
                await image(made, Replies, cancellationToken).WaitAsync(cancellationToken);
            }
            Inbox.Clear();
            return reply;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Kill();
            throw new FileWorkerLostException($"The {FileWorker.Verb} was lost over a file: {e.Message} {await LastErrorsAsync()}", e);
        }
    }
}

/// <summary>A worker was lost over a file; a fresh one may do better.</summary>
internal sealed class FileWorkerLostException(string message, Exception inner) : Exception(message, inner);

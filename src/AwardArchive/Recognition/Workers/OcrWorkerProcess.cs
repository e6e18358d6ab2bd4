using System.Diagnostics;
using AwardArchive.Capture.Sandbox;

namespace AwardArchive.Recognition.Workers;

/// <summary>One running worker, seen from the service. Used by one page at a time.</summary>
internal sealed class OcrWorkerProcess : WarmChild
{
    private int _asked;

    private OcrWorkerProcess((Process Process, Inbox Inbox) started, WorkerSettings settings)
        : base(started) => Settings = settings;

    /// <summary>What it was told at its start, and what it can be used for.</summary>
    public WorkerSettings Settings { get; }

    /// <summary>Whether it can take another request; false for good after anything went wrong.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Pages worked on so far.</summary>
    public int Pages { get; set; }

    /// <exception cref="OcrWorkerDiedException">It cannot be started.</exception>
    public static async Task<OcrWorkerProcess> StartAsync(RecognitionOptions options, WorkerSettings settings, ParserSandbox sandbox)
    {
        try
        {
            return new(await StartAsync(sandbox, inbox => OcrWorkerCommand.Of(options, settings, sandbox, inbox)), settings);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new OcrWorkerDiedException(OcrWorker.Verb, -1, $"It cannot be started: {e.Message}");
        }
    }

    /// <param name="view">Where the image for viewing goes, if the reply brings one of its own: at most so many bytes.</param>
    /// <param name="cancellationToken">Kills the worker: native code cannot be asked to stop.</param>
    /// <exception cref="OcrWorkerException">The worker is lost.</exception>
    public async Task<WorkerReply> AskAsync(WorkerRequest request, (string Path, long MostBytes)? view, CancellationToken cancellationToken)
    {
        var answered = false;
        await using var kill = cancellationToken.Register(Kill);
        try
        {
            request = request with { Number = _asked++ };
            // A child of the worker may hold the pipes when the worker is killed: not worth waiting for.
            await MessageFrames.WriteAsync(Requests, request, WorkerJson.Default.WorkerRequest, cancellationToken).WaitAsync(cancellationToken);
            var reply = await MessageFrames.ReadAsync(Replies, WorkerJson.Default.WorkerReply, cancellationToken).WaitAsync(cancellationToken)
                ?? throw new EndOfStreamException();
            ReplyCheck.EnsureBelievable(reply, request);
            if (reply is ImageRecognized { ViewBytes: > 0 } image)
            {
                if (image.ViewBytes > view?.MostBytes) throw new InvalidDataException($"The image for viewing has {image.ViewBytes} bytes.");
                await SavedBytes.SaveAsync(Replies, image.ViewBytes, view!.Value.Path, cancellationToken).WaitAsync(cancellationToken);
            }
            answered = true;
            return reply;
        }
        catch (InvalidDataException e)
        {
            throw new OcrWorkerGarbledException($"The OCR worker broke its protocol. {e.Message}", e);
        }
        catch (IOException)
        {
            // The pipe broke: because we killed it, or because it ended by itself.
            cancellationToken.ThrowIfCancellationRequested();
            throw new OcrWorkerDiedException(OcrWorker.Verb, await EndAsync(), await LastErrorsAsync());
        }
        finally
        {
            if (!answered)
            {
                IsUsable = false;
                Kill();
            }
        }
    }

    /// <summary>Memory that the process holds, in bytes; 0 when it is gone.</summary>
    public long ResidentBytes() => ProcessTree.ResidentBytes(Id);
}

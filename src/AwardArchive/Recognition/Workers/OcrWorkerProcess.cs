using System.Diagnostics;
using AwardArchive.Capture;
using AwardArchive.Capture.Sandbox;

namespace AwardArchive.Recognition.Workers;

/// <summary>One running worker, seen from the service. Used by one page at a time.</summary>
internal sealed class OcrWorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private int _asked;

    private OcrWorkerProcess(Process process, WorkerSettings settings, Inbox inbox)
    {
        _process = process;
        Inbox = inbox;
        Id = process.Id;
        Settings = settings;
        _errors = OutputTail.ReadAsync(process.StandardError);
    }

    public int Id { get; }

    /// <summary>What it was told at its start, and what it can be used for.</summary>
    public WorkerSettings Settings { get; }

    /// <summary>How files come to it.</summary>
    public Inbox Inbox { get; }

    /// <summary>Whether it can take another request; false for good after anything went wrong.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Pages worked on so far.</summary>
    public int Pages { get; set; }

    /// <exception cref="OcrWorkerDiedException">It cannot be started.</exception>
    public static async Task<OcrWorkerProcess> StartAsync(RecognitionOptions options, WorkerSettings settings, ParserSandbox sandbox)
    {
        var inbox = sandbox.OpenInbox();
        try
        {
            return new(await ChildStarter.StartAsync(OcrWorkerCommand.Of(options, settings, sandbox, inbox)), settings, inbox);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            inbox.Dispose();
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
            await MessageFrames.WriteAsync(_process.StandardInput.BaseStream, request, WorkerJson.Default.WorkerRequest, cancellationToken)
                .WaitAsync(cancellationToken);
            var reply = await MessageFrames.ReadAsync(_process.StandardOutput.BaseStream, WorkerJson.Default.WorkerReply, cancellationToken)
                .WaitAsync(cancellationToken) ?? throw new EndOfStreamException();
            ReplyCheck.EnsureBelievable(reply, request);
            if (reply is ImageRecognized { ViewBytes: > 0 } image)
            {
                if (image.ViewBytes > view?.MostBytes) throw new InvalidDataException($"The image for viewing has {image.ViewBytes} bytes.");
                await SavedBytes.SaveAsync(_process.StandardOutput.BaseStream, image.ViewBytes, view!.Value.Path, cancellationToken).WaitAsync(cancellationToken);
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
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
            throw new OcrWorkerDiedException(OcrWorker.Verb, _process.ExitCode, await LastErrorsAsync());
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

    /// <remarks>A child of the worker may live on and hold the pipe open: not worth waiting for.</remarks>
    private async Task<string> LastErrorsAsync()
    {
        var ended = await Task.WhenAny(_errors, Task.Delay(TimeSpan.FromSeconds(1)));
        return ended == _errors ? await _errors : "";
    }

    /// <summary>Memory that the process holds, in bytes; 0 when it is gone.</summary>
    public long ResidentBytes() => ProcessTree.ResidentBytes(Id);

    public bool HasExited => _process.HasExited;

    public async ValueTask DisposeAsync()
    {
        IsUsable = false;
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        Inbox.Dispose();
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}

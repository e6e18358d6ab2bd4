using System.Diagnostics;

namespace AwardArchive.Capture.Sandbox;

/// <summary>A child process in the sandbox that serves one request after the other on its pipes, and the way by which files come to it.</summary>
internal abstract class WarmChild : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    protected WarmChild((Process Process, Inbox Inbox) started)
    {
        (_process, Inbox) = started;
        Id = _process.Id;
        _errors = OutputTail.ReadAsync(_process.StandardError);
    }

    public int Id { get; }

    public bool HasExited => _process.HasExited;

    public Inbox Inbox { get; }

    /// <summary>What it is asked, and what it answers: <see cref="MessageFrames"/>.</summary>
    protected Stream Requests => _process.StandardInput.BaseStream;

    /// <inheritdoc cref="Requests"/>
    protected Stream Replies => _process.StandardOutput.BaseStream;

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
        Inbox.Dispose();
    }

    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    protected static async Task<(Process Process, Inbox Inbox)> StartAsync(ParserSandbox sandbox, Func<Inbox, ProcessStartInfo> command)
    {
        var inbox = sandbox.OpenInbox();
        try
        {
            return (await ChildStarter.StartAsync(command(inbox)), inbox);
        }
        catch
        {
            inbox.Dispose();
            throw;
        }
    }

    protected void Kill()
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

    /// <returns>Its exit code.</returns>
    protected async Task<int> EndAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        return _process.ExitCode;
    }

    /// <summary>The end of what it wrote to standard error, once it has ended.</summary>
    /// <remarks>A child of its own may live on and hold the pipe open: not worth waiting for.</remarks>
    protected async Task<string> LastErrorsAsync() =>
        await Task.WhenAny(_errors, Task.Delay(TimeSpan.FromSeconds(1))) == _errors ? await _errors : "";
}

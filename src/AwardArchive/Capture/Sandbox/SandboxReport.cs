namespace AwardArchive.Capture.Sandbox;

/// <summary>Tries the sandbox out when the service starts, so that the log says at once what is in force.</summary>
internal sealed class SandboxReport(ParserSandbox sandbox) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = sandbox.Status;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using System.CommandLine;
using AwardArchive.Archive;
using AwardArchive.Recognition;

namespace AwardArchive.Setup.Commands;

/// <summary><c>work</c>: recognizes and reads for an archive that other machines serve.</summary>
internal static class WorkCommand
{
    public static Command Create()
    {
        var command = new Command("work", "Work for an archive on PostgreSQL and S3, on any number of machines.");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var _ = Actor.Use(Actor.System); // what the service does by itself nobody at the machine does
        using var host = await ArchiveSession.OpenForWorkAsync(parsed, cancellationToken);
        await host.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync("Award Archive: at work");
        if (host.Services.GetRequiredService<RecognitionAvailability>().Check() is { } missing)
            await Console.Error.WriteLineAsync(missing.Message);
        // Told to stop, a step is given back: its lease is freed, and another machine goes on.
        await host.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }
}

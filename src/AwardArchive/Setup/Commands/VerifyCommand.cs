using System.CommandLine;
using AwardArchive.Archive;
using AwardArchive.Fixity;
using AwardArchive.Indexing;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup.Commands;

/// <summary><c>verify</c>: everything the archive keeps against its SHA-256, beside a running server or without one.</summary>
internal static class VerifyCommand
{
    private static readonly Option<bool> RemoveOrphans = new("--remove-orphans")
    {
        Description = "Afterwards delete objects that no row knows and that are older than uploads take. Nothing else ever deletes.",
    };

    private static readonly Option<bool> Unlimited = new("--unlimited")
    {
        Description = $"Read as fast as the store gives, whatever {FixityOptions.Section}:{nameof(FixityOptions.BytesPerSecond)} says.",
    };

    public static Command Create()
    {
        var command = new Command("verify", "Verify every object against its SHA-256, and repair what can be repaired.") { RemoveOrphans, Unlimited };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = await OpenAsync(parsed, cancellationToken);
        var services = host.Host.Services;
        if (parsed.GetValue(Unlimited)) services.GetRequiredService<IOptions<FixityOptions>>().Value.BytesPerSecond = 0;
        await services.GetRequiredService<OriginalCopies>().RunAsync(whole: true, cancellationToken);
        var outcome = await services.GetRequiredService<VerificationRun>().RunAsync(new(Now: true, Whole: true), cancellationToken);
        if (outcome == RunOutcome.Busy) throw new CommandFailedException("A server or another command is at the verification already; it goes on there.");
        var report = services.GetRequiredService<FixityReport>();
        if (outcome == RunOutcome.Paused)
            throw new CommandFailedException($"The verification waits and goes on with the next run: {(await report.StatusAsync(cancellationToken)).Pass?.PausedBecause}");
        if (host.KeepsIndex) await CheckIndexAsync(host.Host, cancellationToken);
        var removed = parsed.GetValue(RemoveOrphans) ? await RemoveAsync(parsed, services, cancellationToken) : 0;
        await TellFindingsAsync(parsed, services.GetRequiredService<FindingBook>(), cancellationToken);
        var status = await report.StatusAsync(cancellationToken);
        await TellAsync(parsed, status, removed);
        return status.OpenFindings > 0 ? ExitCode.NeedsAttention : ExitCode.Done;
    }

    /// <summary>Takes the data folder when nobody holds it, which also brings the catalog to the present schema; else works beside whoever does.</summary>
    private static async Task<Opened> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        ArchiveSession.OpenForReading(parsed).Dispose(); // there must be an archive
        try
        {
            var host = await ArchiveSession.OpenForWritingAsync(parsed, process: false, cancellationToken);
            return new(host, Directory.Exists(host.Services.GetRequiredService<IOptions<ArchiveOptions>>().Value.IndexFolder));
        }
        catch (DataFolderInUseException)
        {
            return new(ArchiveSession.OpenForReading(parsed), false); // whoever holds the folder compares its index by itself
        }
    }

    private static async Task CheckIndexAsync(IHost host, CancellationToken cancellationToken)
    {
        await host.StartAsync(cancellationToken);
        await host.Services.GetRequiredService<IndexFollower>().FlushAsync(cancellationToken);
        await ActivatorUtilities.CreateInstance<IndexCheck>(host.Services).RunAsync(cancellationToken);
        await host.StopAsync(cancellationToken);
    }

    private static Task<int> RemoveAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<OrphanRemoval>().RemoveAsync(
            (place, key) =>
            {
                if (!parsed.IsJson()) Console.Out.WriteLine($"Removed {key} ({place})");
            },
            cancellationToken);

    private static async Task TellFindingsAsync(ParseResult parsed, FindingBook book, CancellationToken cancellationToken)
    {
        const int AtATime = 500;
        for (Guid? before = null; ;)
        {
            var some = await book.ListAsync(FindingState.Open, null, before, AtATime, cancellationToken);
            foreach (var finding in some)
            {
                if (parsed.IsJson()) await Output.WriteLineAsync(finding);
                else await Console.Out.WriteLineAsync($"{finding.Kind,-12} {finding.Place,-8} {finding.Key}  {finding.Remedy} {finding.Note}".TrimEnd());
            }
            if (some.Count < AtATime) return;
            before = some[^1].Id;
        }
    }

    private static Task TellAsync(ParseResult parsed, FixityStatus status, int removed) => parsed.IsJson()
        ? Output.WriteLineAsync(new { status.Pass!.Documents, status.Pass.Objects, status.Pass.Bytes, status.OpenFindings, status.Findings, status.WaitingForCopy, removed })
        : Console.Out.WriteLineAsync(
            $"{status.Pass!.Documents} documents, {status.Pass.Objects} objects ({status.Pass.Bytes >> 20} MiB) verified, {status.OpenFindings} open findings."
            + (status.SecondStore ? $" {status.WaitingForCopy} originals wait for their second copy." : ""));

    /// <param name="KeepsIndex">Whether this process holds an index to compare.</param>
    private sealed record Opened(IHost Host, bool KeepsIndex) : IDisposable
    {
        public void Dispose() => Host.Dispose();
    }
}

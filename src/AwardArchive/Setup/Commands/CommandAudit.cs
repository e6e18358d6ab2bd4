using System.CommandLine;
using System.CommandLine.Parsing;
using AwardArchive.Access.Audit;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup.Commands;

/// <summary>Tells the audit chain of commands at the machine that look at, change or take away what the archive holds. What a server does for a command, the server tells.</summary>
internal static class CommandAudit
{
    private static readonly Dictionary<string, AuditAction> Told = new()
    {
        ["ingest"] = AuditAction.Added,
        ["search"] = AuditAction.Searched,
        ["recognize"] = AuditAction.Maintained,
        ["reread"] = AuditAction.Maintained,
        ["reindex"] = AuditAction.Maintained,
        ["verify"] = AuditAction.Maintained,
        ["backup"] = AuditAction.Exported,
        [Restore] = AuditAction.Maintained,
        ["places import"] = AuditAction.Maintained,
        ["people match"] = AuditAction.Maintained,
        ["audit list"] = AuditAction.Viewed,
        ["audit export"] = AuditAction.Exported,
        ["audit forget"] = AuditAction.Maintained,
        ["audit new-head"] = AuditAction.Maintained,
    };

    /// <summary>Puts another chain in the place of the one that would announce it.</summary>
    private const string Restore = "restore";

    public static async Task<int> RunAsync(ParseResult parsed, Func<Task<int>> run)
    {
        var verb = VerbOf(parsed.CommandResult);
        if (!Told.TryGetValue(verb, out var action) || HasServer(parsed)) return await run();
        var told = new AuditEvent(action, "command/" + verb.Replace(' ', '/'), Arguments(parsed));
        var intent = verb == Restore ? null : await TellAsync(parsed, told, AuditOutcome.Intended, null);
        var outcome = AuditOutcome.Failed;
        try
        {
            var code = await run();
            if (code is ExitCode.Done or ExitCode.NeedsAttention) outcome = AuditOutcome.Done;
            return code;
        }
        finally
        {
            await TellAsync(parsed, intent is null ? told : told with { Detail = null }, outcome, intent);
        }
    }

    /// <returns>The number of the entry; null where there is no archive, or one that an earlier program made and nobody has opened since.</returns>
    private static async Task<long?> TellAsync(ParseResult parsed, AuditEvent told, AuditOutcome outcome, long? intent)
    {
        if (Open(parsed) is not { } host) return null;
        using (host)
        {
            if (!await HasChainAsync(host.Services)) return null;
            return await host.Services.GetRequiredService<AuditLog>().AppendAsync(told, outcome, intent, Actor.System, CancellationToken.None);
        }
    }

    /// <returns>Null where settings are wrong, which the command itself tells.</returns>
    private static IHost? Open(ParseResult parsed)
    {
        try
        {
            return ArchiveSession.OpenChain(parsed);
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException)
        {
            return null;
        }
    }

    private static async Task<bool> HasChainAsync(IServiceProvider services)
    {
        if (!services.GetRequiredService<IOptions<CatalogOptions>>().Value.IsShared && !File.Exists(services.GetRequiredService<IOptions<ArchiveOptions>>().Value.CatalogPath))
            return false;
        await using var db = await services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateDbContextAsync();
        return !(await db.Database.GetPendingMigrationsAsync()).Any();
    }

    private static string VerbOf(CommandResult command) =>
        command.Parent is CommandResult { Parent: not null } above ? $"{VerbOf(above)} {command.Command.Name}" : command.Command.Name;

    private static bool HasServer(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<OptionResult>().Any(option => option is { Implicit: false, Option.Name: "--server" });

    /// <summary>The words of a search, the names of files. Options are left out: one may be a secret.</summary>
    private static string? Arguments(ParseResult parsed) =>
        string.Join(' ', parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value)) is { Length: > 0 } words ? words : null;
}

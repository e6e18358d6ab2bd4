using System.CommandLine;
using System.Globalization;
using AwardArchive.Access.Audit;
using AwardArchive.Archive;

namespace AwardArchive.Setup.Commands;

/// <summary><c>audit verify</c>, <c>list</c>, <c>export</c>, <c>forget</c>, <c>new-head</c>: the audit chain, beside a running server or without one.</summary>
internal static class AuditCommand
{
    private static readonly Option<string?> Expect = new("--expect")
    {
        Description = "A mark that an earlier verification printed (NUMBER:HASH), noted where nobody could change it: the chain must still have it.",
    };

    private static readonly Option<string?> Name = new("--name") { Description = "Of this account only." };
    private static readonly Option<string?> Target = new("--target") { Description = "On this only, or what lies below it: documents/ID." };
    private static readonly Option<int> Count = new("--count") { Description = "How many. Default 50.", DefaultValueFactory = _ => 50 };
    private static readonly Option<string?> Out = new("--out") { Description = "The table to write, CSV. Default: standard output." };
    private static readonly Option<string> Before = new("--before") { Description = "The first month whose details stay: yyyy-MM.", Required = true };

    public static Command Create()
    {
        var verify = new Command("verify", "Hold every entry against its hash, this machine's head and all checkpoints.") { Expect };
        Expect.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && AuditMark.Parse(token.Value) is null) result.AddError("--expect takes a mark such as 1234:9f86d0…, as 'audit verify' prints it.");
        });
        verify.SetAction(VerifyAsync);
        var list = new Command("list", "Show the newest entries.") { Name, Target, Count };
        list.SetAction(ListAsync);
        var export = new Command("export", "Write the chain as a table, newest first.") { Name, Target, Out };
        export.SetAction(ExportAsync);
        var forget = new Command("forget", "Destroy the keys of months, and with them the query words and names in the entries' details. The chain stays whole. Nothing brings them back.") { Before };
        Before.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && MonthOf(token.Value) is null) result.AddError("--before takes a month such as 2026-01.");
        });
        forget.SetAction(ForgetAsync);
        var head = new Command("new-head", "After a verification has been looked into: set this machine's head aside and begin another. It is an entry of the chain.");
        head.SetAction(NewHeadAsync);
        return new Command("audit", "Who did and looked at what: a chain that cannot be changed unnoticed.") { verify, list, export, forget, head };
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        var verdict = await host.Services.GetRequiredService<AuditVerifier>().VerifyAsync(parsed.GetValue(Expect) is { } mark ? AuditMark.Parse(mark) : null, cancellationToken);
        if (parsed.IsJson())
        {
            await Output.WriteLineAsync(verdict);
        }
        else
        {
            foreach (var fault in verdict.Faults) await Console.Out.WriteLineAsync($"Entry {fault.Number}: {Explain(fault.Kind)}");
            await Console.Out.WriteLineAsync(
                $"{verdict.Entries} entries, {verdict.Checkpoints} checkpoints: {(verdict.Faults.Count == 0 ? "the chain is whole" : "THE CHAIN IS NOT WHOLE")}. "
                + $"Announced without an end: {verdict.Open}. Behind the head: {verdict.Behind}.");
            if (verdict.Last is not null) await Console.Out.WriteLineAsync($"Mark to note: {verdict.Last}");
        }
        return verdict.Faults.Count == 0 ? ExitCode.Done : ExitCode.NeedsAttention;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        var entries = await host.Services.GetRequiredService<AuditBook>().ListAsync(FilterOf(parsed), null, parsed.GetValue(Count), cancellationToken);
        foreach (var entry in entries)
        {
            if (parsed.IsJson()) await Output.WriteLineAsync(entry);
            else await Console.Out.WriteLineAsync($"{entry.Number,8} {entry.At:yyyy-MM-dd HH:mm:ss} {entry.Name,-16} {entry.Address,-20} {entry.Action,-14} {entry.Outcome,-8} {entry.Target} {entry.Detail}".TrimEnd());
        }
        return ExitCode.Done;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        await using var output = parsed.GetValue(Out) is { } path ? File.Create(path) : Console.OpenStandardOutput();
        await host.Services.GetRequiredService<AuditExport>().WriteAsync(output, FilterOf(parsed), cancellationToken);
        return ExitCode.Done;
    }

    private static async Task<int> ForgetAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        var month = MonthOf(parsed.GetRequiredValue(Before))!.Value;
        if (month > AuditMonths.Of(host.Services.GetRequiredService<TimeProvider>().GetUtcNow())) throw new CommandFailedException("This month's details are still being written.");
        var destroyed = await host.Services.GetRequiredService<AuditForgetting>().ForgetBeforeAsync(month, cancellationToken);
        foreach (var one in destroyed)
            await host.Services.GetRequiredService<IAuditLog>().WriteAsync(new(AuditAction.Maintained, AuditForgetting.TargetOf(one)), CancellationToken.None);
        if (parsed.IsJson()) await Output.WriteLineAsync(new { months = destroyed });
        else await Console.Out.WriteLineAsync($"The details of {destroyed.Count} months are destroyed. Backups of before still have their keys.");
        return ExitCode.Done;
    }

    private static Task<int> NewHeadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var host = ArchiveSession.OpenForReading(parsed);
        // The entry that tells how this command ended begins the new one.
        host.Services.GetRequiredService<AuditHead>().SetAside();
        return Task.FromResult(ExitCode.Done);
    }

    private static AuditFilter FilterOf(ParseResult parsed) => new(parsed.GetValue(Name), Target: parsed.GetValue(Target));

    private static int? MonthOf(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var month) ? AuditMonths.Of(month) : null;

    private static string Explain(AuditFaultKind kind) => kind switch
    {
        AuditFaultKind.Changed => "changed since it was written.",
        AuditFaultKind.Deleted => "deleted, alone or with others behind it.",
        AuditFaultKind.Inserted => "put in by somebody without the key, or copied from elsewhere.",
        AuditFaultKind.Reordered => "stands in the place of another.",
        AuditFaultKind.Truncated => "gone with all behind it: a head or checkpoint knows it, and the chain ends before.",
        AuditFaultKind.Rewritten => "not the entry that a head, a checkpoint or the entry before knows: the chain was set back and went on otherwise.",
        AuditFaultKind.HeadForged => "this machine's head was not written with the chain's key.",
        AuditFaultKind.HeadMissing => "this machine has no head of the chain: a new machine, or it was taken away. The next entry begins one.",
        AuditFaultKind.CheckpointForged => "its checkpoint was not written with the chain's key.",
        AuditFaultKind.KeyMissing => "from here on another key is needed to tell whether entries are genuine (Audit:PreviousKeys).",
        _ => kind.ToString(),
    };
}

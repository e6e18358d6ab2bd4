using System.Net;
using AwardArchive.Archive;
using AwardArchive.Demo;
using AwardArchive.Tests.Access.Audit;

namespace AwardArchive.Tests;

/// <summary>The audit chain of the real program: killed, on a full disk, by commands.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 5 * 60 * 1000)]
    public async Task Killed_at_any_moment_the_chain_is_whole_and_has_every_look_that_was_answered()
    {
        const int Kills = 5, Readers = 4;
        var answered = 0;
        var random = new Random(1975);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.StartAsync(folder.File("data"));
            using var over = new CancellationTokenSource();
            var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
            {
                while (!over.IsCancellationRequested)
                {
                    try
                    {
                        using var answer = await server.Http.GetAsync(new Uri($"api/v1/documents/{Guid.NewGuid()}", UriKind.Relative), over.Token);
                        if (answer.StatusCode == HttpStatusCode.NotFound) Interlocked.Increment(ref answered);
                    }
                    catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
                    {
                        // It is dead.
                    }
                }
            }, Stop)).ToArray();
            await Task.Delay(random.Next(300, 1200), Stop);
            await server.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(readers);
        }
        Assert.True(answered > 0);
        var verified = await RunAsync("audit", "verify", "--json");
        Assert.Contains("\"faults\":[]", verified.Output, StringComparison.Ordinal);
        await using var archive = new AuditArchive(folder.File("data"), TimeProvider.System, []);
        var told = (await archive.Book.ListAsync(new(Action: AuditAction.Viewed, Outcome: AuditOutcome.Failed), null, int.MaxValue, Stop)).Count;
        Assert.True(told >= answered, $"{answered} looks were answered, {told} are in the chain.");
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_told_and_when_there_is_room_the_chain_goes_on()
    {
        using var disk = SmallDisk.TryCreate(8);
        Assert.SkipWhen(disk is null, "Mounting is not allowed here.");
        await using (var archive = new AuditArchive(Path.Combine(disk!.Path, "data"), TimeProvider.System, []))
        {
            await archive.OpenAsync();
            await archive.LookAsync(20);
            var filler = Path.Combine(disk.Path, "filler");
            await FillAsync(filler);
            var error = await Assert.ThrowsAnyAsync<Exception>(() => archive.LookAsync(2000));
            Assert.True(Posix.IsStorageFull(error), $"{error}");
            File.Delete(filler);
            await archive.LookAsync(20);
            Assert.Empty((await archive.VerifyAsync()).Faults);
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact(Timeout = 3 * 60 * 1000)]
    public async Task Commands_that_change_look_or_take_away_are_in_the_chain_and_a_backup_brings_it_along()
    {
        var scan = DemoGenerator.Generate(DemoSet.One(DemoKind.DeathNotice, DemoLevel.Clean, DemoContainer.BornDigitalPdf), folder.File("scans"), Stop)[0].Path;
        await RunAsync("ingest", scan, "--wait");
        await RunAsync("search", "giấy báo tử");
        await RunAsync("backup", folder.File("backup"));
        var told = (await RunAsync("audit", "list", "--json")).Lines;
        Assert.Contains(told, line => line.Contains("command/search", StringComparison.Ordinal) && line.Contains("giấy báo tử", StringComparison.Ordinal));
        Assert.Equal(2, told.Count(line => line.Contains("command/backup", StringComparison.Ordinal)));
        Assert.Contains(told, line => line.Contains("command/ingest", StringComparison.Ordinal));

        // Restored with its key, the chain is verified as far as it goes; without, it says which part it cannot tell.
        Directory.CreateDirectory(folder.File("moved/keys"));
        File.Copy(folder.File("data/keys/audit.key"), folder.File("moved/keys/audit.key"));
        Assert.Equal(0, (await ArchiveProgram.RunAsync("restore", folder.File("backup"), "--data", folder.File("moved"))).ExitCode);
        var moved = await ArchiveProgram.RunAsync("audit", "verify", "--data", folder.File("moved"), "--json");
        Assert.Contains("\"faults\":[]", moved.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ArchiveProgram.RunAsync("restore", folder.File("backup"), "--data", folder.File("other"))).ExitCode);
        var other = await ArchiveProgram.RunAsync("audit", "verify", "--data", folder.File("other"), "--json");
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("keyMissing", other.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 3 * 60 * 1000)]
    public async Task The_command_names_the_first_wrong_entry_and_a_mark_on_paper_is_held_against_the_chain()
    {
        await using (var archive = new AuditArchive(folder.File("data"), TimeProvider.System, []))
        {
            await archive.OpenAsync();
            await archive.LookAsync(30);
        }
        var whole = await RunAsync("audit", "verify");
        Assert.Contains("the chain is whole", whole.Output, StringComparison.Ordinal);
        var mark = whole.Lines.Single(line => line.StartsWith("Mark to note: ", StringComparison.Ordinal))["Mark to note: ".Length..];
        await RunAsync("audit", "verify", "--expect", mark);
        await using (var archive = new AuditArchive(folder.File("data"), TimeProvider.System, []))
            await archive.ExecuteAsync("UPDATE \"AuditEntries\" SET \"Name\" = 'another' WHERE \"Number\" = 12");
        var changed = await ArchiveProgram.RunAsync("audit", "verify", "--data", folder.File("data"));
        Assert.Equal(2, changed.ExitCode);
        Assert.Contains("Entry 12: changed", changed.Output, StringComparison.Ordinal);
        Assert.Equal(64, (await ArchiveProgram.RunAsync("audit", "verify", "--expect", "12:zz")).ExitCode);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static async Task FillAsync(string path)
    {
        await using var file = File.Create(path);
        try
        {
            while (true) await file.WriteAsync(new byte[64 << 10], Stop);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    private async Task<CommandResult> RunAsync(params string[] arguments)
    {
        var result = await ArchiveProgram.RunAsync([.. arguments, "--data", folder.File("data")]);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.ExitCode} {result.Output} {result.Errors}");
        return result;
    }
}

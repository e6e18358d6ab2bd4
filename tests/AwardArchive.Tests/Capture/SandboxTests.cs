using System.Diagnostics;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Capture.Sandbox;
using AwardArchive.Recognition;
using AwardArchive.Recognition.Workers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Capture;

/// <summary>What a parser that was taken over can do, through the very launcher of the service.</summary>
public sealed class SandboxTests
{
    private const string User = "61183";

    /// <summary>A user who is not the superuser and has nothing of his own.</summary>
    private static readonly string[] AsUser = ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", "--"];

    private static readonly string[] Everything =
    [
        "alter-input", "environment", "environment-of-service", "fill-disk", "fill-disk-by-many-files", "fill-memory", "fork", "fork-without-end", "keyring",
        "list-objects", "listen", "memory-file", "plant-beside-program", "read-accounts", "read-catalog", "read-keys", "see-service", "shared-memory",
        "signal-service", "tcp", "trace", "udp", "unix", "unix-abstract", "user-name-space", "write-data",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_sandbox_a_parser_that_was_taken_over_can_do_everything()
    {
        await using var parser = new HostileParser();
        Assert.Equal(Everything, await RunFreelyAsync(parser, []));
        Assert.False(parser.IsUntouched());
    }

    [Fact]
    public async Task Also_as_an_ordinary_user_it_can()
    {
        RequireRoot();
        await using var parser = new HostileParser(AsUser);
        // The tests' own folder is not his.
        Assert.Equal(Everything.Except(["plant-beside-program"]), await RunFreelyAsync(parser, AsUser));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task In_the_sandbox_it_can_do_nothing(bool ordinaryUser, bool mayFork)
    {
        if (ordinaryUser) RequireRoot();
        string[] startedBy = ordinaryUser ? AsUser : [];
        await using var parser = new HostileParser(startedBy);
        var sandbox = Sandbox(parser, startedBy);
        Assert.True(sandbox.Status.IsWhole, sandbox.Status.Lacking);
        Assert.Equal(!ordinaryUser && Environment.IsPrivilegedProcess, sandbox.Status.HasOwnUser);

        using var input = new HandedFile(sandbox, parser.Input);
        var command = parser.Command(input.Inside);
        var limits = new ProcessLimits(TimeSpan.FromMinutes(1), 256 << 20) { FileBytes = 64 << 20, Visible = input.Visible, MayFork = mayFork };
        var result = await LimitedProcess.RunAsync(sandbox, command[0], [.. command.Skip(1)], limits, Stop);

        // It came to its end, where memory runs out: perl says so.
        Assert.Contains("Out of memory", result.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(mayFork ? ["fork"] : [], HostileParser.Did(result.Output));
        Assert.True(parser.IsUntouched());
    }

    [Fact]
    public async Task A_recognition_worker_that_was_taken_over_can_do_nothing()
    {
        await using var parser = new HostileParser();
        var sandbox = Sandbox(parser, []);
        var options = Options.Create(new RecognitionOptions { Workers = 1, WorkerCommand = ["/bin/sh", "-c", "exec \"$@\" >&2", "sh", .. parser.Command("/in/0")] });
        await using var pool = new OcrWorkerPool(options, sandbox, TimeProvider.System, NullLogger<OcrWorkerPool>.Instance);
        var recognizer = new PageRecognizer(pool, new PageRasterizer(options, sandbox), options, TimeProvider.System);
        using var scratch = new TemporaryFolder();

        var lost = await Assert.ThrowsAsync<OcrWorkerDiedException>(
            () => recognizer.RecognizeAsync(parser.Input, "image/png", 1, scratch.Path, new(), Stop));

        // Its limit of memory is set by the worker itself, before it reads anything.
        Assert.Equal(["fill-memory"], HostileParser.Did(lost.Message.Replace("page. did", "page.\ndid", StringComparison.Ordinal)));
        Assert.True(parser.IsUntouched());
    }

    [Fact]
    public async Task A_child_has_nothing_of_the_environment_and_no_folder_of_the_archive()
    {
        Environment.SetEnvironmentVariable("Storage__S3__SecretKey", "secret");
        var result = await LimitedProcess.RunAsync(
            Sandboxes.Usual, "/bin/sh", ["-c", "env | cut -d= -f1 | sort | tr '\\n' ' '; ls / | tr '\\n' ' '"], new(TimeSpan.FromSeconds(30), 1L << 30) { MayFork = true }, Stop);
        Assert.Equal("LC_ALL PATH PWD TMPDIR bin dev etc lib lib64 proc sbin tmp usr", WithoutProgramFolders(result.Output));
        var limited = await LimitedProcess.RunAsync(ParserSandbox.None, "env", [], new(TimeSpan.FromSeconds(30), 1L << 30), Stop);
        Assert.DoesNotContain("SecretKey", limited.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_ends_with_whoever_started_it()
    {
        var mark = $"{Random.Shared.Next(100_000, 999_999)}";
        var start = Sandboxes.Usual.Start(["sleep", mark], new());
        // Another process starts it, and dies.
        var between = new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" & read -r line; kill -9 $$", "sh", start.FileName, .. start.ArgumentList])
        {
            RedirectStandardInput = true,
        };
        using var process = Process.Start(between)!;
        while (!IsRunning("sleep", mark)) await Task.Delay(10, Stop);
        await process.StandardInput.WriteLineAsync("now");
        await process.WaitForExitAsync(Stop);
        while (IsRunning("sleep", mark)) await Task.Delay(10, Stop);
    }

    [Fact]
    public void Where_it_is_required_and_not_to_be_had_nothing_starts()
    {
        var sandbox = new ParserSandbox(
            Options.Create(new SandboxOptions { Use = SandboxUse.Never }), Options.Create(new ArchiveOptions()), NullLogger<ParserSandbox>.Instance);
        Assert.False(sandbox.Status.IsWhole);
        Assert.Equal(SandboxKind.LimitsOnly, sandbox.Status.Kind);

        // A user who may start nothing of the kind: bubblewrap is not on his way.
        using var folder = new TemporaryFolder();
        var without = Lacking(WithoutBubblewrap(folder));
        Assert.False(without.Status.IsWhole);
        Assert.NotEqual(SandboxKind.Bubblewrap, without.Status.Kind);
        Assert.Contains("bwrap", without.Status.Lacking, StringComparison.Ordinal);
    }

    /// <summary>Starts with a PATH that has everything but bubblewrap.</summary>
    private static string[] WithoutBubblewrap(TemporaryFolder folder)
    {
        foreach (var program in (string[])["prlimit", "unshare", "setpriv", "nice", "choom"])
        {
            var path = Array.Find((string[])["/usr/bin/" + program, "/bin/" + program], File.Exists)!;
            File.CreateSymbolicLink(folder.File(program), path);
        }
        return ["/usr/bin/env", $"PATH={folder.Path}"];
    }

    private static ParserSandbox Lacking(string[] startedBy) => new(
        Options.Create(new SandboxOptions()), Options.Create(new ArchiveOptions()), NullLogger<ParserSandbox>.Instance) { StartedBy = startedBy };

    private static ParserSandbox Sandbox(HostileParser parser, string[] startedBy) => new(
        Options.Create(new SandboxOptions { TemporaryBytes = 16 << 20 }),
        Options.Create(new ArchiveOptions { DataFolder = parser.Data }),
        NullLogger<ParserSandbox>.Instance) { StartedBy = startedBy };

    private static async Task<IReadOnlyList<string>> RunFreelyAsync(HostileParser parser, string[] startedBy)
    {
        string[] command = [.. startedBy, .. parser.Command(parser.Input)];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[HostileParser.SecretName] = HostileParser.Secret;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.Equal("", await errors);
        return HostileParser.Did(output);
    }

    private static string WithoutProgramFolders(string output)
    {
        // The program may lie anywhere: of its folders the first part is to be seen, and nothing else in it.
        var own = OwnProgram.Folders.Select(folder => folder.Split('/')[1]).Except(["usr"]).ToHashSet();
        string[] optional = ["lib32", "var"];
        return string.Join(' ', output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => !own.Contains(word) && !optional.Contains(word)));
    }

    private static bool IsRunning(string program, string argument) => Directory.EnumerateDirectories("/proc").Any(folder =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).TrimEnd('\0') == $"{program}\0{argument}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private static void RequireRoot() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only the superuser can become another user.");
}

using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AwardArchive.Capture;
using AwardArchive.Capture.VirusScan;

namespace AwardArchive.Tests.Capture;

/// <summary>The step before triage: a real clamd with a signature of our own, and one that does whatever clamd should not.</summary>
public sealed class VirusScanTests
{
    private const string Marker = "award-archive-test-signature";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_real_clamd_finds_its_signature_and_lets_everything_else_pass()
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/clamd"), "clamav-daemon is not installed: eng/packages.sh clamav-daemon");
        using var folder = new TemporaryFolder();
        var socket = folder.File("clamd.socket");
        Directory.CreateDirectory(folder.File("signatures"));
        await File.WriteAllTextAsync(folder.File("signatures/own.ndb"), $"Test.AwardArchive:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Marker))}\n", Stop);
        await File.WriteAllTextAsync(
            folder.File("clamd.conf"), $"LocalSocket {socket}\nDatabaseDirectory {folder.File("signatures")}\nForeground yes\nStreamMaxLength 1M\n", Stop);
        using var clamd = Process.Start(new ProcessStartInfo("/usr/sbin/clamd", ["--config-file", folder.File("clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var said = OutputTail.ReadAsync(clamd.StandardError, Stop);
            while (!File.Exists(socket))
            {
                Assert.False(clamd.HasExited, clamd.HasExited ? await said : "");
                await Task.Delay(20, Stop);
            }
            await using var bench = await CaptureBench.OpenAsync(("Capture:VirusScan:Address", $"unix://{socket}"));

            var refused = await bench.RefusesAsync(Infected(), CaptureProblem.InfectedFile);
            Assert.Contains("Test.AwardArchive", refused.Message, StringComparison.Ordinal);
            Assert.Equal(422, refused.Problem.Status);
            // Larger than it takes: no verdict is no permission.
            await bench.RefusesAsync([.. Scans.Pdf(), .. new byte[2 << 20]], CaptureProblem.ScannerAway);
            Assert.Equal(CaptureOutcome.Captured, (await bench.CaptureAsync(Scans.Pdf())).Outcome);
            Assert.True((await bench.Viruses.StatusAsync(Stop)).Answers);
        }
        finally
        {
            clamd.Kill();
            await clamd.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Theory]
    [InlineData("stream: OK\0")]
    [InlineData("stream: OK")] // and hangs up
    public async Task A_file_reaches_clamd_whole_and_is_then_taken(string answer)
    {
        await using var clamd = new FakeClamd(answer);
        await using var bench = await CaptureBench.OpenAsync(("Capture:VirusScan:Address", clamd.Address));
        var large = (byte[])[.. Scans.Pdf(), .. Encoding.ASCII.GetBytes($"\n%{new string('x', 300_000)}\n%%EOF\n")];
        Assert.Equal(CaptureOutcome.Captured, (await bench.CaptureAsync(large)).Outcome);
        Assert.Equal(large, await clamd.Received);
    }

    [Theory]
    [InlineData("")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream:  FOUND\0")]
    [InlineData("UNKNOWN COMMAND\0")]
    [InlineData("stream: OKAY\0")]
    public async Task Without_a_verdict_the_settings_decide(string answer)
    {
        await using (var clamd = new FakeClamd(answer))
        await using (var bench = await CaptureBench.OpenAsync(("Capture:VirusScan:Address", clamd.Address)))
        {
            var refused = await bench.RefusesAsync(Scans.Pdf(), CaptureProblem.ScannerAway);
            Assert.True(refused.Problem.IsPassing); // a watched folder keeps the file and tries again
        }
        await using (var clamd = new FakeClamd(answer))
        await using (var bench = await CaptureBench.OpenAsync(("Capture:VirusScan:Address", clamd.Address), ("Capture:VirusScan:WhenAway", "accept")))
            Assert.Equal(CaptureOutcome.Captured, (await bench.CaptureAsync(Scans.Pdf())).Outcome);
    }

    [Fact]
    public async Task A_clamd_that_is_away_or_silent_is_no_verdict()
    {
        await using (var away = await CaptureBench.OpenAsync(("Capture:VirusScan:Address", "unix:///no/such/socket")))
        {
            await away.RefusesAsync(Scans.Pdf(), CaptureProblem.ScannerAway);
            Assert.Equal(new(true, false, WhenScannerIsAway.Refuse), await away.Viruses.StatusAsync(Stop));
        }
        await using var clamd = new FakeClamd(null);
        await using var silent = await CaptureBench.OpenAsync(("Capture:VirusScan:Address", clamd.Address));
        var capturing = silent.CaptureAsync(Scans.Pdf());
        await clamd.Received;
        silent.Time.Advance(new VirusScanOptions().Timeout);
        Assert.Equal(CaptureProblem.ScannerAway, (await Assert.ThrowsAsync<CaptureRefusedException>(() => capturing)).Problem);
    }

    [Fact]
    public async Task A_virus_found_while_the_file_is_still_being_sent_is_a_verdict()
    {
        await using var clamd = new FakeClamd("stream: Early.Bird FOUND\0", hangUpAtOnce: true);
        await using var bench = await CaptureBench.OpenAsync(("Capture:VirusScan:Address", clamd.Address));
        await bench.RefusesAsync([.. Scans.Pdf(), .. new byte[8 << 20]], CaptureProblem.InfectedFile);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_asked()
    {
        await using var bench = await CaptureBench.OpenAsync();
        Assert.Equal(CaptureOutcome.Captured, (await bench.CaptureAsync(Infected())).Outcome);
        Assert.Equal(new(false, null, WhenScannerIsAway.Refuse), await bench.Viruses.StatusAsync(Stop));
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:3310", true)]
    [InlineData("unix:///run/clamav/clamd.ctl", true)]
    [InlineData("http://127.0.0.1:3310", false)]
    [InlineData("tcp://127.0.0.1", false)]
    [InlineData("/run/clamav/clamd.ctl", false)]
    public void An_address_is_of_tcp_or_a_socket(string address, bool good) =>
        Assert.Equal(good, !new VirusScanOptions { Address = new(address, UriKind.RelativeOrAbsolute) }.Validate(new(new object())).Any());

    /// <summary>A sound PDF that bears the signature's bytes.</summary>
    private static byte[] Infected() => [.. Scans.Pdf(), .. Encoding.ASCII.GetBytes($"\n%{Marker}\n%%EOF\n")];

    /// <summary>Takes one file and answers what it is told; null: nothing at all.</summary>
    private sealed class FakeClamd : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource<byte[]> _received = new();
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _serving;

        public FakeClamd(string? answer, bool hangUpAtOnce = false)
        {
            _listener.Start();
            _serving = ServeAsync(answer, hangUpAtOnce);
        }

        public string Address => $"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

        public Task<byte[]> Received => _received.Task;

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _listener.Dispose();
            _stop.Dispose();
        }

        private async Task ServeAsync(string? answer, bool hangUpAtOnce)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            var stream = client.GetStream();
            var command = new byte["zINSTREAM\0".Length];
            await stream.ReadExactlyAsync(command, _stop.Token);
            var received = new MemoryStream();
            var head = new byte[4];
            while (!hangUpAtOnce)
            {
                await stream.ReadExactlyAsync(head, _stop.Token);
                var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(head)];
                if (piece.Length == 0) break;
                await stream.ReadExactlyAsync(piece, _stop.Token);
                received.Write(piece);
            }
            _received.SetResult(received.ToArray());
            if (answer is null) await Task.Delay(Timeout.Infinite, _stop.Token);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer!), _stop.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            // Bytes that nobody read would take the answer along when the connection is closed.
            if (hangUpAtOnce) await stream.CopyToAsync(Stream.Null, _stop.Token);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace AwardArchive.Tests.Capture;

#pragma warning disable CA1416 // Modes of files: the sandbox is a matter of Linux.

/// <summary>
/// A parser that a hostile file has taken over: it tries everything at once and says what it could do. Around it an archive to reach for:
/// a data folder, listeners of every kind, a process of the service with a secret in its environment.
/// </summary>
internal sealed class HostileParser : IAsyncDisposable
{
    public const string SecretName = "Catalog__Password", Secret = "a-secret-of-the-service";

    /// <summary>Much more than the sandbox of the tests gives, little for the machine.</summary>
    private const int MuchMiB = 384;

    // One line for each thing that worked. perl-base is essential on Debian.
    private const string Script = """
        use strict; use Socket; use POSIX ();
        my ($data, $input, $tcp, $udp, $unix, $abstract, $victim, $out, $much, $x64, $program) = @ARGV;
        $| = 1; $SIG{XFSZ} = 'IGNORE'; $SIG{CHLD} = 'DEFAULT';
        sub did { print "did: $_[0]\n" }
        my $h;
        did('write-data') if open($h, '>', "$data/planted");
        did('read-catalog') if open($h, '<', "$data/catalog.db") && defined(scalar <$h>);
        did('read-keys') if open($h, '<', "$data/keys/key.xml");
        did('list-objects') if opendir(my $d, "$data/objects");
        did('read-accounts') if open($h, '<', '/etc/passwd');
        did('environment') if defined $ENV{Catalog__Password};
        did('environment-of-service') if open($h, '<', "/proc/$victim/environ") && join('', <$h>) =~ /a-secret/;
        did('alter-input') if open($h, '>>', $input) || chmod(0600, $input) || unlink($input);
        did('plant-beside-program') if open($h, '>', "$program/planted-by-test");
        did('see-service') if -d "/proc/$victim";
        did('signal-service') if kill(0, $victim);
        did('tcp') if socket($h, PF_INET, SOCK_STREAM, 0) && connect($h, sockaddr_in($tcp, inet_aton('127.0.0.1')));
        did('udp') if socket($h, PF_INET, SOCK_DGRAM, 0) && send($h, 'x', 0, sockaddr_in($udp, inet_aton('127.0.0.1')));
        did('unix') if socket($h, PF_UNIX, SOCK_STREAM, 0) && connect($h, sockaddr_un($unix));
        did('unix-abstract') if socket($h, PF_UNIX, SOCK_STREAM, 0) && connect($h, pack('S a*', AF_UNIX, "\0$abstract"));
        did('listen') if socket($h, PF_INET, SOCK_STREAM, 0) && bind($h, sockaddr_in(0, INADDR_ANY)) && listen($h, 1);
        if ($x64) {
            my $shared = syscall(9, 0, $much << 20, 3, 0x21, -1, 0);
            did('shared-memory') if $shared > 0;
            my $name = "m\0";
            did('memory-file') if syscall(319, $name, 0) >= 0;
            my $child = syscall(57);
            if ($child == 0) { POSIX::_exit(syscall(272, 0x10000000) == 0 ? 7 : 0) }
            if ($child > 0) { waitpid($child, 0); did('user-name-space') if ($? >> 8) == 7 }
            did('trace') if syscall(101, 16, $victim, 0, 0) == 0 && defined(syscall(101, 17, $victim, 0, 0));
            did('keyring') if syscall(250, 0, -3, 1) > 0;
        }
        for my $folder ($out, '/tmp', '/dev', '/dev/shm', '/') {
            next unless open(my $file, '>', "$folder/fill-$victim");
            my ($piece, $written) = ('x' x (1 << 20), 0);
            while ($written < $much) { last unless syswrite($file, $piece) == 1 << 20; $written++ }
            close($file);
            did("fill-disk") if $written >= $much;
            unlink("$folder/fill-$victim");
        }
        my @files;
        for my $i (1 .. $much) { last unless open(my $file, '>', "/tmp/many-$victim-$i"); last unless syswrite($file, 'x' x (1 << 20)) == 1 << 20; push @files, $i }
        did('fill-disk-by-many-files') if @files >= $much;
        unlink("/tmp/many-$victim-$_") for 1 .. $much;
        my ($read, $write); pipe($read, $write);
        my @children;
        for (1 .. 100) {
            my $child = fork(); last unless defined $child;
            if ($child == 0) { close($write); sysread($read, my $x, 1); POSIX::_exit(0) }
            push @children, $child;
        }
        close($write); waitpid($_, 0) for @children;
        did('fork') if @children > 0;
        did('fork-without-end') if @children >= 100;
        # Last: where memory ends, perl does.
        my $memory = 'x' x ($much << 20);
        did('fill-memory') if length($memory) == $much << 20;
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly TcpListener _tcp = new(IPAddress.Loopback, 0);
    private readonly UdpClient _udp = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Socket _unix = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Socket _abstract = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string _abstractName = $"award-archive-{Guid.NewGuid():N}";
    private readonly Process _service;

    /// <param name="startedBy">What makes another user of whoever runs the test.</param>
    public HostileParser(params string[] startedBy)
    {
        foreach (var name in (string[])["keys", "objects", "out"]) Directory.CreateDirectory(Path.Combine(Data, name));
        File.WriteAllText(Path.Combine(Data, "catalog.db"), "rows\n");
        File.WriteAllText(Path.Combine(Data, "keys", "key.xml"), "<key/>");
        File.WriteAllText(Input, "%PDF-");
        // So that nothing but the sandbox stands in the way, whoever tries.
        foreach (var path in Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Append(_folder.Path))
            File.SetUnixFileMode(path, (UnixFileMode)0b111_111_111);
        _tcp.Start();
        _unix.Bind(new UnixDomainSocketEndPoint(UnixPath));
        _unix.Listen();
        File.SetUnixFileMode(UnixPath, (UnixFileMode)0b111_111_111);
        _abstract.Bind(new UnixDomainSocketEndPoint("\0" + _abstractName));
        _abstract.Listen();
        string[] command = [.. startedBy, "sleep", "600"];
        _service = Process.Start(new ProcessStartInfo(command[0], command[1..]) { Environment = { [SecretName] = Secret } })!;
        // It has become what it will be when its environment is there to be read.
        while (File.ReadAllText($"/proc/{_service.Id}/comm").Trim() != "sleep") Thread.Yield();
    }

    public string Data => _folder.File("data");

    public string Input => _folder.File("data/input");

    private string UnixPath => _folder.File("data/socket");

    /// <param name="input">Where it finds the file that it was started for.</param>
    public IReadOnlyList<string> Command(string input) =>
    [
        "perl", "-e", Script, Data, input, Text(((IPEndPoint)_tcp.LocalEndpoint).Port), Text(((IPEndPoint)_udp.Client.LocalEndPoint!).Port), UnixPath,
        _abstractName, Text(_service.Id), Path.Combine(Data, "out"), Text(MuchMiB), RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "1" : "0",
        AppContext.BaseDirectory,
    ];

    /// <summary>What the script said that it could do.</summary>
    public static IReadOnlyList<string> Did(string output) =>
        [.. output.Split('\n').Where(line => line.StartsWith("did: ", StringComparison.Ordinal)).Select(line => line["did: ".Length..].Trim()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The archive as it was: nothing written, nothing heard, the service alive.</summary>
    public bool IsUntouched() =>
        !File.Exists(Path.Combine(Data, "planted")) && File.ReadAllText(Input) == "%PDF-" && !_service.HasExited
        && !_tcp.Pending() && _udp.Available == 0 && !_unix.Poll(0, SelectMode.SelectRead) && !_abstract.Poll(0, SelectMode.SelectRead);

    public async ValueTask DisposeAsync()
    {
        _service.Kill();
        await _service.WaitForExitAsync();
        _service.Dispose();
        _tcp.Dispose();
        _udp.Dispose();
        _unix.Dispose();
        _abstract.Dispose();
        File.Delete(Path.Combine(AppContext.BaseDirectory, "planted-by-test"));
        _folder.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace AwardArchive.Tests.Servers;

/// <summary>Stands before a server: passes bytes on, and on demand late, wrong, cut off in the middle, or not at all.</summary>
internal sealed class FaultProxy : IDisposable
{
    private readonly IPEndPoint server;
    private readonly X509Certificate2? certificate;
    private readonly ConcurrentDictionary<Socket, byte> open = [];
    private TcpListener? listener;
    private long requests;

    /// <param name="certificate">With it, it speaks TLS to whoever connects.</param>
    public FaultProxy(IPEndPoint server, X509Certificate2? certificate = null)
    {
        (this.server, this.certificate) = (server, certificate);
        Restore();
    }

    public int Port { get; private set; }

    /// <summary>Connections so far.</summary>
    public int Passed { get; private set; }

    /// <summary>Requests of HTTP/1.1 so far, where nothing is enciphered.</summary>
    public long Requests => Interlocked.Read(ref requests);

    /// <summary>What is done to the bytes; may change at any time, also of connections that there are.</summary>
    public Trouble Trouble { get; set; } = Trouble.None;

    /// <summary>Refuses connections from now on and resets those that there are.</summary>
    public void Cut()
    {
        listener?.Dispose();
        listener = null;
        ResetAll();
    }

    public void Restore()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    public void ResetAll()
    {
        foreach (var socket in open.Keys) socket.Close(timeout: 0);
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(TcpListener accepting)
    {
        try
        {
            while (true) _ = PassAsync(await accepting.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task PassAsync(Socket client)
    {
        using var target = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        open[client] = open[target] = 0;
        Passed++;
        try
        {
            await target.ConnectAsync(server);
            await using var there = new NetworkStream(target);
            await using Stream here = certificate is null ? new NetworkStream(client) : new SslStream(new NetworkStream(client));
            if (here is SslStream secure) await secure.AuthenticateAsServerAsync(certificate!);
            await Task.WhenAny(CopyAsync(here, there, client, here), CopyAsync(there, here, client, null));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // Either side left.
        }
        finally
        {
            open.TryRemove(client, out _);
            open.TryRemove(target, out _);
            client.Dispose();
        }
    }

    /// <param name="asker">Where an answer goes to instead of the question on to the server; null in the direction of answers.</param>
    private async Task CopyAsync(Stream from, Stream to, Socket client, Stream? asker)
    {
        var buffer = new byte[64 << 10];
        var passed = 0L;
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            // A client sends a head in one stretch, so that the end of its first line is never cut in two.
            if (asker is not null && buffer.AsSpan(0, read).IndexOf(" HTTP/1.1\r\n"u8) >= 0) Interlocked.Increment(ref requests);
            var trouble = Trouble;
            if (asker is not null && trouble.Answer is { } answer)
            {
                await asker.WriteAsync(answer);
                return;
            }
            if (trouble.Delay > TimeSpan.Zero) await Task.Delay(trouble.Delay);
            // Bodies are long, heads are short.
            if (trouble.WrongBytes && read > 2048) buffer[read * 3 / 4] ^= 0x10;
            passed += read;
            if (passed > trouble.ResetAfter)
            {
                client.Close(timeout: 0);
                return;
            }
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}

/// <summary>What a <see cref="FaultProxy"/> does to what it passes on.</summary>
/// <param name="Delay">Before every stretch of bytes.</param>
/// <param name="ResetAfter">Bytes of one direction after which the connection is reset.</param>
/// <param name="WrongBytes">One bit of every long stretch is turned.</param>
/// <param name="Answer">Goes to whoever asks, in the server's place.</param>
internal sealed record Trouble(TimeSpan Delay = default, long ResetAfter = long.MaxValue, bool WrongBytes = false, byte[]? Answer = null)
{
    public static readonly Trouble None = new();

    /// <summary>S3's way of saying that there is too much to do.</summary>
    public static readonly Trouble SlowDown = new(Answer:
        "HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nContent-Length: 68\r\nConnection: close\r\n\r\n<Error><Code>SlowDown</Code><Message>Later, please</Message></Error>"u8[..].ToArray());
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace AwardArchive.Tests.Servers;

/// <summary>Stands before a server; cuts every connection to it, and lets them through again.</summary>
internal sealed class FaultProxy : IDisposable
{
    private readonly IPEndPoint server;
    private readonly X509Certificate2? certificate;
    private readonly ConcurrentDictionary<Socket, byte> open = [];
    private TcpListener? listener;

    /// <param name="certificate">With it, it speaks TLS to whoever connects.</param>
    public FaultProxy(IPEndPoint server, X509Certificate2? certificate = null)
    {
        (this.server, this.certificate) = (server, certificate);
        Restore();
    }

    public int Port { get; private set; }

    /// <summary>Connections so far.</summary>
    public int Passed { get; private set; }

    /// <summary>Refuses connections from now on and resets those that there are.</summary>
    public void Cut()
    {
        listener?.Dispose();
        listener = null;
        foreach (var socket in open.Keys) socket.Close(timeout: 0);
    }

    public void Restore()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
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
        using var target = new Socket(SocketType.Stream, ProtocolType.Tcp);
        open[client] = open[target] = 0;
        Passed++;
        try
        {
            await target.ConnectAsync(server);
            await using var there = new NetworkStream(target);
            await using Stream here = certificate is null ? new NetworkStream(client) : new SslStream(new NetworkStream(client));
            if (here is SslStream secure) await secure.AuthenticateAsServerAsync(certificate!);
            await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
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
}

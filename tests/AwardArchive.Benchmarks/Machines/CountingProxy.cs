using System.Net;
using System.Net.Sockets;

namespace AwardArchive.Benchmarks.Machines;

/// <summary>Passes connections on to a server of HTTP/1.1 and counts the requests.</summary>
internal sealed class CountingProxy : IDisposable
{
    private static readonly byte[] EndOfRequestLine = " HTTP/1.1\r\n"u8.ToArray();

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private long requests;

    /// <param name="server">Its port on this machine.</param>
    public CountingProxy(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public long Requests => Interlocked.Read(ref requests);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = PassAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var target = new TcpClient { NoDelay = true };
        using var here = client;
        client.NoDelay = true;
        try
        {
            await target.ConnectAsync(IPAddress.Loopback, server);
            await Task.WhenAny(CountAsync(client.GetStream(), target.GetStream()), target.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // Either side left.
        }
    }

    // A client sends a head in one stretch, so that the end of its first line is never cut in two.
    private async Task CountAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 << 10];
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            if (buffer.AsSpan(0, read).IndexOf(EndOfRequestLine) >= 0) Interlocked.Increment(ref requests);
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}

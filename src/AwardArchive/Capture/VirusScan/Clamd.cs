using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace AwardArchive.Capture.VirusScan;

/// <summary>What clamd says of a file.</summary>
/// <param name="Virus">The name of the signature that was found; null when the file is clean.</param>
internal readonly record struct ClamdVerdict(string? Virus);

/// <summary>clamd does not answer, or not with a verdict.</summary>
internal sealed class ClamdException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Talks to clamd as clamd(8) describes it: one command a connection, words end with a zero byte.</summary>
internal sealed class Clamd(Uri address)
{
    private const int PieceBytes = 64 * 1024;
    private const int MostReply = 1024;

    /// <summary>Sends the file's bytes; clamd itself needs no right to read it.</summary>
    /// <exception cref="ClamdException">There is no verdict.</exception>
    public Task<ClamdVerdict> ScanAsync(string path, CancellationToken cancellationToken) => TalkAsync(async stream =>
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
        var piece = new byte[sizeof(uint) + PieceBytes];
        try
        {
            int read;
            do
            {
                read = await file.ReadAsync(piece.AsMemory(sizeof(uint)), cancellationToken);
                BinaryPrimitives.WriteInt32BigEndian(piece, read); // the last piece is of no bytes
                await stream.WriteAsync(piece.AsMemory(0, sizeof(uint) + read), cancellationToken);
            }
            while (read > 0);
        }
        catch (IOException)
        {
            // It has heard enough and hung up: its answer says why.
        }
        return Read(await ReplyAsync(stream, cancellationToken));
    });

    /// <exception cref="ClamdException">It does not answer.</exception>
    public Task PingAsync(CancellationToken cancellationToken) => TalkAsync(async stream =>
    {
        await stream.WriteAsync("zPING\0"u8.ToArray(), cancellationToken);
        var reply = await ReplyAsync(stream, cancellationToken);
        return reply == "PONG" ? reply : throw new ClamdException($"clamd answered '{reply}' to PING.");
    });

    private async Task<T> TalkAsync<T>(Func<NetworkStream, Task<T>> talk)
    {
        try
        {
            using var socket = address.Scheme == "unix"
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            if (address.Scheme == "unix") await socket.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath));
            else await socket.ConnectAsync(address.Host, address.Port);
            await using var stream = new NetworkStream(socket);
            return await talk(stream);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            throw new ClamdException($"clamd at {address} does not answer: {e.Message}", e);
        }
    }

    private static async Task<string> ReplyAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var reply = new byte[MostReply];
        var length = 0;
        while (length < reply.Length)
        {
            var read = await stream.ReadAsync(reply.AsMemory(length), cancellationToken);
            if (read == 0) break;
            length += read;
            if (reply[length - 1] == 0) break;
        }
        return Encoding.UTF8.GetString(reply, 0, length).TrimEnd('\0', '\n');
    }

    private static ClamdVerdict Read(string reply)
    {
        if (reply == "stream: OK") return new(null);
        if (reply.StartsWith("stream: ", StringComparison.Ordinal) && reply.EndsWith(" FOUND", StringComparison.Ordinal) && reply.Length > "stream:  FOUND".Length)
            return new(DisplayText.Clean(reply["stream: ".Length..^" FOUND".Length]));
        throw new ClamdException(reply.Length == 0 ? "clamd hung up without a verdict." : $"clamd gave no verdict: '{DisplayText.Clean(reply)}'.");
    }
}

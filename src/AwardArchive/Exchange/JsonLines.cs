using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AwardArchive.Exchange;

/// <summary>A file of JSON objects, one a line, gzip: rows go through one at a time.</summary>
internal static class JsonLines
{
    /// <returns>How many lines.</returns>
    public static async Task<long> WriteAsync<T>(string path, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var count = 0L;
        await using var file = File.Create(path);
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                await JsonSerializer.SerializeAsync(gzip, row, JsonSerializerOptions.Web, cancellationToken);
                gzip.WriteByte((byte)'\n');
                count++;
            }
        }
        file.Flush(flushToDisk: true);
        return count;
    }

    public static async IAsyncEnumerable<T> ReadAsync<T>(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var lines = new StreamReader(gzip);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
            yield return JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!;
    }
}

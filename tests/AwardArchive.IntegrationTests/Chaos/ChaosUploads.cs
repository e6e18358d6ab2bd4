using System.Collections.Concurrent;
using System.Net.Http.Json;
using AwardArchive.Capture;

namespace AwardArchive.Tests.Chaos;

/// <summary>Sends scans as patient people would: each again and again, to whichever server answers, until one says that it has it.</summary>
internal sealed class ChaosUploads(IReadOnlyList<ChaosNode> servers, CancellationToken stop)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private int tries;

    /// <summary>What senders were told: the id of each original's SHA-256.</summary>
    public ConcurrentDictionary<string, Guid> Accepted { get; } = [];

    /// <summary>Uploads that did not end with an answer of success.</summary>
    public int Failed => tries - Accepted.Count;

    /// <param name="batch">Empty: by itself.</param>
    public async Task SendAsync(string scan, string batch, Random random)
    {
        while (true)
        {
            try
            {
                if (servers[random.Next(servers.Count)].Process is { } server)
                {
                    Interlocked.Increment(ref tries);
                    await using var file = File.OpenRead(scan);
                    using var form = new MultipartFormDataContent { { new StringContent(batch), "batch" }, { new StreamContent(file), "file", Path.GetFileName(scan) } };
                    using var answer = await server.Http.PostAsync(new Uri("api/v1/documents", UriKind.Relative), form, stop);
                    answer.EnsureSuccessStatusCode();
                    var document = await answer.Content.ReadFromJsonAsync<UploadAnswer>(stop);
                    Assert.Equal(document!.Id, Accepted.GetOrAdd(document.Sha256, document.Id));
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException
                || (e is OperationCanceledException && !stop.IsCancellationRequested)) // its client went with the server
            {
                // Again.
            }
            await Task.Delay(Patience, stop);
        }
    }
}

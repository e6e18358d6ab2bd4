using System.Collections.Concurrent;
using System.Net.Http.Json;
using AwardArchive.Capture;

namespace AwardArchive.Tests;

/// <summary>Sends scans as patient people would: each again and again, until a server says that it has it.</summary>
/// <param name="server">The one to ask next; null while none is up.</param>
internal sealed class PatientUploads(Func<ServerProcess?> server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private int tries;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What senders were told: the id of each original's SHA-256.</summary>
    public ConcurrentDictionary<string, Guid> Accepted { get; } = [];

    /// <summary>Uploads that did not end with an answer of success.</summary>
    public int Failed => tries - Accepted.Count;

    /// <param name="batch">Empty: by itself.</param>
    public async Task SendAsync(string scan, string batch = "")
    {
        while (true)
        {
            try
            {
                if (server() is { } asked)
                {
                    Interlocked.Increment(ref tries);
                    await using var file = File.OpenRead(scan);
                    using var form = new MultipartFormDataContent { { new StringContent(batch), "batch" }, { new StreamContent(file), "file", Path.GetFileName(scan) } };
                    using var answer = await asked.Http.PostAsync(new Uri("api/v1/documents", UriKind.Relative), form, Stop);
                    answer.EnsureSuccessStatusCode();
                    var document = await answer.Content.ReadFromJsonAsync<UploadAnswer>(Stop);
                    Assert.Equal(document!.Id, Accepted.GetOrAdd(document.Sha256, document.Id));
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or ObjectDisposedException
                || (e is OperationCanceledException && !Stop.IsCancellationRequested)) // its client went with the server
            {
                // Again.
            }
            await Task.Delay(Patience, Stop);
        }
    }
}

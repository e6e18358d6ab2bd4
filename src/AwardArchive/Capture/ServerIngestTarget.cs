using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace AwardArchive.Capture;

/// <summary>The server cannot be reached, or does not let this caller in: no file would fare better.</summary>
public sealed class IngestServerException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A server's archive, through <c>POST /api/v1/documents</c>.</summary>
/// <param name="batch">Under which the files come; null: each by itself.</param>
/// <param name="dossierByFolder">The files of a folder make a dossier.</param>
/// <param name="http">Its base address is the server's; its bearer token, if any, is set.</param>
internal sealed class ServerIngestTarget(HttpClient http, string? batch = null, bool dossierByFolder = false) : IIngestTarget
{
    /// <exception cref="IngestServerException">The server cannot be reached or does not let this caller in.</exception>
    public async Task<IngestedDocument> SendAsync(FileStream content, string name, string? folder, CancellationToken cancellationToken)
    {
        using var file = new StreamContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(DisplayText.End(folder) ?? ""), "sourceReference" },
            { new StringContent(batch ?? ""), "batch" },
            { new StringContent(dossierByFolder ? DisplayText.End(folder) ?? "" : ""), "dossierFolder" },
            { file, "file", name },
        };
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/v1/documents", UriKind.Relative)) { Content = form };
            request.Headers.ExpectContinue = true; // a server that refuses at once says so before the file is sent
            using var answer = await http.SendAsync(request, cancellationToken);
            if (answer.StatusCode is not HttpStatusCode.Accepted) throw await RefusalAsync(answer, cancellationToken);
            var document = await answer.Content.ReadFromJsonAsync<Answer>(cancellationToken)
                ?? throw new IngestServerException("The server's answer is empty.");
            return new(document.Id, document.Sha256, document.Status, await PagesAsync(document.Id, cancellationToken), document.Duplicate);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            throw new IngestServerException($"{http.BaseAddress}: {e.Message}", e);
        }
    }

    private async Task<int?> PagesAsync(Guid id, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri($"api/v1/documents/{id}", UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<Counted>(cancellationToken))?.PageCount : null;
    }

    private static async Task<Exception> RefusalAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
            return new IngestServerException($"{answer.RequestMessage?.RequestUri}: {status} {answer.ReasonPhrase}");
        var problem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await answer.Content.ReadFromJsonAsync<ProblemDetails>(cancellationToken)
            : null;
        var code = problem?.Type?[(problem.Type.LastIndexOf(':') + 1)..] ?? "server-error";
        var title = problem?.Title ?? answer.ReasonPhrase ?? "";
        return new CaptureRefusedException(new(code, status, title), problem?.Detail ?? $"Máy chủ trả lời {status} {title}.");
    }

    private sealed record Answer(Guid Id, string Sha256, string Status, bool Duplicate);

    private sealed record Counted(int PageCount);
}

using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace AwardArchive.Archive.S3;

/// <summary>Gives errors a message where the server leaves it empty.</summary>
/// <remarks>Minio 7.0.0 makes an ArgumentNullException of a code that it has no type for when the message is empty, as Ceph's gateway
/// sends it; the code, which says what is wrong, would be lost.</remarks>
internal sealed class S3ErrorMessages(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode || request.Method == HttpMethod.Head) return response;
        var error = await S3Error.ReadAsync(response.Content, cancellationToken);
        if (error is not { Code.Length: > 0, Message.Length: 0 }) return response;
        var body = new XElement("Error", new XElement("Code", error.Code), new XElement("Message", error.Code)).ToString();
        response.Content.Dispose();
        response.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/xml"));
        return response;
    }
}

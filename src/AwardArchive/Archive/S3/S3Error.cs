using System.Xml;
using System.Xml.Linq;

namespace AwardArchive.Archive.S3;

/// <summary>The body with which an S3 server refuses: <c>&lt;Error&gt;&lt;Code&gt;NoSuchKey&lt;/Code&gt;…</c>.</summary>
/// <param name="Code">Empty when the answer tells none, as to a HEAD.</param>
internal sealed record S3Error(string Code, string Message)
{
    /// <summary>Nobody's error is longer; a proxy's page may be.</summary>
    private const int MaxBytes = 64 << 10;

    public static async Task<S3Error> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            await using var body = await content.ReadAsStreamAsync(cancellationToken);
            var error = (await XDocument.LoadAsync(body, LoadOptions.None, cancellationToken)).Root;
            return new(error?.Element("Code")?.Value ?? "", error?.Element("Message")?.Value ?? "");
        }
        catch (Exception e) when (e is XmlException or HttpRequestException)
        {
            return new("", "");
        }
    }
}

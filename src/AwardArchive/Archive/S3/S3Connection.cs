using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Minio;

namespace AwardArchive.Archive.S3;

/// <summary>The clients of the one S3 server: <see cref="Minio"/> writes, lists and signs; plain HTTP reads what it has signed.</summary>
internal sealed class S3Connection : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Other machines may answer under the name by then.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public S3Connection(IOptions<S3Options> options)
    {
        var settings = options.Value;
        Http = new HttpClient(new S3ErrorMessages(Handler(settings.CaFile)), disposeHandler: true);
        // Without a region the client asks the server for one, bucket by bucket.
        var endpoint = new Uri(settings.Endpoint!);
        Minio = new MinioClient()
            .WithEndpoint(endpoint)
            .WithSSL(endpoint.Scheme == Uri.UriSchemeHttps) // the client forgets what the address says
            .WithRegion(settings.Region)
            .WithCredentials(settings.AccessKey, settings.SecretKey)
            .WithHttpClient(Http, disposeHttpClient: false)
            .Build();
        Http.Timeout = settings.Timeout; // only now: the client sets half an hour
    }

    public IMinioClient Minio { get; }

    public HttpClient Http { get; }

    public void Dispose()
    {
        Minio.Dispose();
        Http.Dispose();
    }

    private static SocketsHttpHandler Handler(string? caFile)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            AllowAutoRedirect = false, // a redirect says that the region is wrong
            UseProxy = false,
        };
        if (caFile is null) return handler;
        var trusted = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trusted.CustomTrustStore.ImportFromPemFile(caFile);
        handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trusted };
        return handler;
    }
}

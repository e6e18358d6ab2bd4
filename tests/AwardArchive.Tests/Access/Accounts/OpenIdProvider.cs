using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AwardArchive.Tests.Access.Accounts;

/// <summary>A small provider of OpenID Connect: discovery, keys, the code flow with PKCE. Whoever comes is the one that the test says.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Client = "award-archive";

    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;

    /// <summary>What was asked for with each code that is not redeemed yet.</summary>
    private readonly Dictionary<string, (string Nonce, string Challenge)> asked = [];

    private OpenIdProvider(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Who comes.</summary>
    public Dictionary<string, object> Person { get; set; } = [];

    /// <summary>Signs with a key that nobody knows.</summary>
    public bool IsForged { get; set; }

    public static async Task<OpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new OpenIdProvider(builder.Build());
        provider.app.MapGet("/.well-known/openid-configuration", provider.Discover);
        provider.app.MapGet("/keys", provider.Keys);
        provider.app.MapGet("/authorize", provider.Authorize);
        provider.app.MapPost("/token", provider.TokenAsync);
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private IResult Discover() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["jwks_uri"] = $"{Address}/keys",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var open = key.ExportParameters(false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "one", n = Base64UrlEncoder.Encode(open.Modulus), e = Base64UrlEncoder.Encode(open.Exponent) } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != Client || query["response_type"] != "code" || query["code_challenge_method"] != "S256") return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        asked[code] = (query["nonce"]!, query["code_challenge"]!);
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!asked.Remove(form["code"]!, out var was)
            || Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"]!))) != was.Challenge)
            return Results.BadRequest();
        using var unknown = RSA.Create(2048);
        var signs = new RsaSecurityKey(IsForged ? unknown : key) { KeyId = "one", CryptoProviderFactory = new() { CacheSignatureProviders = false } };
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address, Audience = Client, IssuedAt = now, NotBefore = now, Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object>(Person) { ["nonce"] = was.Nonce }, SigningCredentials = new(signs, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "x", token_type = "Bearer", expires_in = 300, id_token = token });
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AwardArchive.Access.SignIn;

/// <summary>The secret of a token: <c>award_</c> and 32 random bytes in base64url. It is shown once; what is kept is its SHA-256, which for so many random bytes nobody
/// can turn around.</summary>
internal static class TokenSecret
{
    /// <summary>By it, scanners for forgotten secrets know one.</summary>
    private const string Prefix = "award_";

    private const int RandomBytes = 32;

    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <returns>As in <see cref="Archive.AccessToken.Hash"/>.</returns>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

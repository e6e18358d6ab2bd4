using System.Security.Cryptography;
using System.Text;

namespace AwardArchive.Access;

/// <summary>Authenticated encryption (AES-256-GCM, NIST SP 800-38D): 12 bytes of nonce, the enciphered bytes, 16 bytes of tag.</summary>
internal static class SealedBytes
{
    private const int NonceBytes = 12, TagBytes = 16;

    /// <param name="key">32 bytes.</param>
    /// <param name="bound">What it belongs to: it does not open as something else.</param>
    public static byte[] Seal(string open, byte[] key, long bound) => Seal(Encoding.UTF8.GetBytes(open), key, bound);

    /// <param name="key">32 bytes.</param>
    /// <param name="bound">What it belongs to: it does not open as something else.</param>
    public static byte[] Seal(ReadOnlySpan<byte> open, byte[] key, long bound)
    {
        var result = new byte[NonceBytes + open.Length + TagBytes];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(result.AsSpan(0, NonceBytes), open, result.AsSpan(NonceBytes, open.Length), result.AsSpan(NonceBytes + open.Length), BitConverter.GetBytes(bound));
        return result;
    }

    /// <inheritdoc cref="Open"/>
    public static string? OpenText(ReadOnlySpan<byte> kept, byte[] key, long bound) => Open(kept, key, bound) is { } open ? Encoding.UTF8.GetString(open) : null;

    /// <returns>Null where it was altered, belongs to something else, or the key is another.</returns>
    public static byte[]? Open(ReadOnlySpan<byte> kept, byte[] key, long bound)
    {
        if (kept.Length < NonceBytes + TagBytes) return null;
        var result = new byte[kept.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(kept[..NonceBytes], kept.Slice(NonceBytes, result.Length), kept[(NonceBytes + result.Length)..], result, BitConverter.GetBytes(bound));
            return result;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace AwardArchive.Tests.Access.Accounts;

/// <summary>What an app on a phone shows (RFC 6238 with SHA-1, 30 seconds, 6 digits), written here anew so that the service is not checked with itself.</summary>
internal static class Totp
{
    /// <param name="secret">Base32 (RFC 4648), without padding.</param>
    public static string CodeOf(string secret, DateTimeOffset at)
    {
        var bits = string.Concat(secret.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // what the apps have
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}

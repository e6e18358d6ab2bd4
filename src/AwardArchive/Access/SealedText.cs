using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AwardArchive.Access.Audit;

namespace AwardArchive.Access;

/// <summary>What has to be read again and still must not lie readable in the catalog: enciphered (AES-256-GCM) under a key made of the secret that is outside it
/// (<see cref="AuditKeys"/>), so that a copy of the catalog alone opens nothing.</summary>
internal sealed class SealedText(AuditKeys keys)
{
    private const string Mark = "sealed.";
    private const int IdDigits = 8;

    /// <param name="belongsTo">What it is and whose: put into the place of another, it does not open.</param>
    /// <returns><c>sealed.</c>, eight hexadecimal digits that name the secret, a point, base64url.</returns>
    public string Seal(string text, string belongsTo)
    {
        var key = keys.Current;
        return $"{Mark}{key.Id:x8}.{Base64Url.EncodeToString(SealedBytes.Seal(text, key.Sealed, Bound(belongsTo)))}";
    }

    /// <param name="kept">As <see cref="Seal"/> gave it; what was kept before there were seals comes back as it is.</param>
    /// <returns>Null: it was altered, or this machine does not have the secret.</returns>
    public string? Open(string kept, string belongsTo)
    {
        if (!kept.StartsWith(Mark, StringComparison.Ordinal)) return kept;
        var rest = kept.AsSpan(Mark.Length);
        if (rest.Length <= IdDigits + 1 || !int.TryParse(rest[..IdDigits], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id) || !Base64Url.IsValid(rest[(IdDigits + 1)..])) return null;
        return keys.Find(id) is { } key ? SealedBytes.OpenText(Base64Url.DecodeFromChars(rest[(IdDigits + 1)..]), key.Sealed, Bound(belongsTo)) : null;
    }

    private static long Bound(string belongsTo) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(belongsTo)));
}

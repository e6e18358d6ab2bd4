using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AwardArchive.Access.Audit;

/// <summary>What the chain was when its last entry had this number: kept outside the database as a head or a checkpoint, under the chain's secret.</summary>
internal sealed record AuditMark(long Number, byte[] Hash)
{
    /// <summary>8 bytes of number, 4 naming the key, 32 of hash, 32 of HMAC-SHA-256 over these.</summary>
    public const int Bytes = 8 + 4 + AuditHash.Bytes + HMACSHA256.HashSizeInBytes;

    private const int SignedBytes = Bytes - HMACSHA256.HashSizeInBytes;

    public byte[] Write(AuditKey key)
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Number);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), key.Id);
        Hash.CopyTo(bytes, 12);
        HMACSHA256.HashData(key.Head, bytes.AsSpan(0, SignedBytes), bytes.AsSpan(SignedBytes));
        return bytes;
    }

    /// <returns>Null where nobody who has a key of ours wrote it.</returns>
    public static AuditMark? Read(ReadOnlySpan<byte> bytes, AuditKeys keys)
    {
        if (bytes.Length != Bytes || keys.Find(BinaryPrimitives.ReadInt32BigEndian(bytes[8..])) is not { } key) return null;
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key.Head, bytes[..SignedBytes]), bytes[SignedBytes..])
            ? new(BinaryPrimitives.ReadInt64BigEndian(bytes), bytes.Slice(12, AuditHash.Bytes).ToArray())
            : null;
    }

    /// <summary>For paper: <c>number:hash</c>.</summary>
    public override string ToString() => $"{Number}:{Convert.ToHexStringLower(Hash)}";

    public static AuditMark? Parse(string text) =>
        text.Split(':') is [var number, { Length: 2 * AuditHash.Bytes } hash] && long.TryParse(number, out var n) && hash.All(char.IsAsciiHexDigit) ? new(n, Convert.FromHexString(hash)) : null;
}

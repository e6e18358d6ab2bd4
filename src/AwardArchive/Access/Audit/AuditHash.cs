using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AwardArchive.Archive;

namespace AwardArchive.Access.Audit;

/// <summary>The canonical bytes of an entry, and their HMAC-SHA-256.</summary>
/// <remarks>A version byte, then the properties in the order of <see cref="AuditEntry"/>: numbers big-endian, times as ticks of UTC, GUIDs as RFC 9562 has them,
/// texts in UTF-8 and bytes after their length (4 bytes), −1 for null; at the end the hash of the entry before.</remarks>
internal static class AuditHash
{
    public const int Bytes = 32;

    private const byte Version = 1;

    /// <summary>Before the first entry.</summary>
    public static readonly byte[] Start = new byte[Bytes];

    /// <summary>The hash that an entry with this number has, after the entry that has the hash <see cref="AuditEntry.Previous"/>.</summary>
    public static byte[] Of(AuditEntry entry, long number, AuditKey key)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        bytes.Write([Version]);
        Put(bytes, number);
        Put(bytes, entry.At.UtcTicks);
        Put(bytes, (int)entry.Action);
        Put(bytes, (int)entry.Outcome);
        Put(bytes, entry.Intent ?? 0);
        Put(bytes, entry.UserId);
        Put(bytes, entry.Name);
        Put(bytes, entry.TokenId);
        Put(bytes, entry.Address);
        Put(bytes, entry.Target);
        Put(bytes, entry.Detail);
        Put(bytes, entry.KeyId);
        bytes.Write(entry.Previous);
        return HMACSHA256.HashData(key.Chain, bytes.WrittenSpan);
    }

    /// <summary>Whether whoever has the key wrote this entry under this number.</summary>
    public static bool IsGenuine(AuditEntry entry, long number, AuditKey key) =>
        entry.Previous.Length == Bytes && CryptographicOperations.FixedTimeEquals(Of(entry, number, key), entry.Hash);

    private static void Put(ArrayBufferWriter<byte> bytes, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), value);
        bytes.Advance(sizeof(long));
    }

    private static void Put(ArrayBufferWriter<byte> bytes, int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), value);
        bytes.Advance(sizeof(int));
    }

    private static void Put(ArrayBufferWriter<byte> bytes, Guid? value)
    {
        Put(bytes, value is null ? -1 : 16);
        if (value is not { } id) return;
        id.TryWriteBytes(bytes.GetSpan(16), bigEndian: true, out _);
        bytes.Advance(16);
    }

    private static void Put(ArrayBufferWriter<byte> bytes, string? value)
    {
        Put(bytes, value is null ? -1 : Encoding.UTF8.GetByteCount(value));
        if (value is not null) Encoding.UTF8.GetBytes(value, bytes);
    }

    private static void Put(ArrayBufferWriter<byte> bytes, byte[]? value)
    {
        Put(bytes, value?.Length ?? -1);
        bytes.Write(value ?? []);
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AwardArchive.Access.Audit;

/// <summary>A secret of the chain, and what is made of it, each for one purpose (HKDF, RFC 5869).</summary>
internal sealed class AuditKey
{
    private const int Bytes = 32;

    /// <param name="secret">Whatever letters; its strength is theirs.</param>
    public AuditKey(string secret)
    {
        var root = Encoding.UTF8.GetBytes(secret.Trim());
        Id = BinaryPrimitives.ReadInt32BigEndian(For("id"));
        Chain = For("chain");
        Head = For("head");
        Months = For("months");
        Sealed = For("sealed");

        byte[] For(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, root, Bytes, info: Encoding.UTF8.GetBytes($"award-archive audit {purpose}"));
    }

    /// <summary>Names it in entries, and tells nothing of it.</summary>
    public int Id { get; }

    /// <summary>Of the hashes of entries.</summary>
    public byte[] Chain { get; }

    /// <summary>Of heads and checkpoints.</summary>
    public byte[] Head { get; }

    /// <summary>Of the keys of months.</summary>
    public byte[] Months { get; }

    /// <summary>Of <see cref="SealedText"/>.</summary>
    public byte[] Sealed { get; }
}

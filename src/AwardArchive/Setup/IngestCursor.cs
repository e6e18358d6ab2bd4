using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AwardArchive.Setup;

/// <summary>Places in the change feed as those who watch get them. Numbers of the feed count what is hidden, too, and by their gaps would tell how much of it there is and when it changes;
/// these tell nothing, are of one length, and are another text each time.</summary>
/// <remarks>The keys lie in the catalog: every machine reads what another one gave.</remarks>
internal sealed class IngestCursor(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("AwardArchive.IngestCursor");

    /// <param name="number">Of the change feed; 0: before the first change.</param>
    /// <returns>Letters and digits of base64url (RFC 4648 section 5).</returns>
    public string Of(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return Base64Url.EncodeToString(protector.Protect(bytes));
    }

    /// <returns>The number; null for whatever <see cref="Of"/> did not give.</returns>
    public long? Read(string text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            // One text for one value: spaces, padding and loose bits at the end were not ours.
            if (Base64Url.EncodeToString(bytes) != text) return null;
            return protector.Unprotect(bytes) is { Length: sizeof(long) } number ? BinaryPrimitives.ReadInt64BigEndian(number) : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}

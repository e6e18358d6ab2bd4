using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AwardArchive.Access.Defense;

/// <summary>Enciphers the keys of <see cref="CatalogKeys"/>: whoever has a copy of the catalog signs no session with it.</summary>
internal sealed class CatalogKeyCipher(SealedText seals) : IXmlEncryptor
{
    private const string Purpose = "keys of sessions";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", seals.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose)), typeof(Opener));

    /// <summary>Made by data protection, which finds it by the name that is kept with the key.</summary>
    public sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        /// <exception cref="CryptographicException">This machine does not have the secret: the key is passed over, and another one is made.</exception>
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(services.GetRequiredService<SealedText>().Open(encryptedElement.Value, Purpose) ?? throw new CryptographicException("Not sealed with a secret of this machine."));
    }
}

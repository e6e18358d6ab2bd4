using System.Security.Cryptography;
using System.Text;

namespace AwardArchive.Access.Accounts;

/// <summary>What opens an account once in place of the app that shows codes.</summary>
internal static class RecoveryCode
{
    public const int Count = 10;

    /// <summary>Longer than any code.</summary>
    public const int HashLength = 64;

    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <summary>Four times four letters: 78 bits, which nobody can try, so that no salt is needed.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    /// <summary>As the store has it, however the code is typed.</summary>
    public static string HashOf(string typed)
    {
        var plain = new string([.. typed.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(plain)));
    }
}

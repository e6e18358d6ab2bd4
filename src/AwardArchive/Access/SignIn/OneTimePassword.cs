using System.Security.Cryptography;

namespace AwardArchive.Access.SignIn;

/// <summary>A password that somebody is given and must change.</summary>
internal static class OneTimePassword
{
    /// <summary>Without letters that look like others on paper.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <returns>Four groups of five letters: 99 bits.</returns>
    public static string Create() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}

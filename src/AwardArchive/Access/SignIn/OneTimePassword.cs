using System.Globalization;
using System.Security.Cryptography;
using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.SignIn;

/// <summary>Passwords that somebody is given and must change, while they are good.</summary>
internal sealed class OneTimePassword(IPasswordHasher<ArchiveUser> hasher, IOptions<AccessOptions> options, TimeProvider time)
{
    /// <summary>Without letters that look like others on paper.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Gives the account a new one, in place of whatever it had; nothing is saved.</summary>
    /// <returns>Four groups of five letters: 99 bits. It cannot be shown again.</returns>
    public string Give(ArchiveUser user)
    {
        var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
        user.PasswordHash = hasher.HashPassword(user, password);
        (user.MustChangePassword, user.PasswordGivenAt) = (true, time.GetUtcNow());
        return password;
    }

    /// <summary>Until when the password that was given is good; null: the account has one of its own.</summary>
    public DateTimeOffset? EndOf(ArchiveUser user) => user.MustChangePassword ? (user.PasswordGivenAt ?? user.CreatedAt) + options.Value.OneTimePasswordLife : null;

    /// <summary>For people, in the machine's time zone.</summary>
    public static string Say(DateTimeOffset end) => end.ToLocalTime().ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    public bool IsOver(ArchiveUser user) => EndOf(user) <= time.GetUtcNow();
}

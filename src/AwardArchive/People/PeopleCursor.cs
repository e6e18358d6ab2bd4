using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AwardArchive.People;

/// <summary>Where a list of award entries by name goes on; written as letters, digits, dots and dashes.</summary>
internal readonly record struct PeopleCursor(string NameKey, Guid Id)
{
    /// <summary>Null of anything that <see cref="ToString"/> did not write.</summary>
    public static PeopleCursor? Read(string? text)
    {
        if (text?.Split('.') is not [var key, var id] || !Guid.TryParseExact(id, "N", out var entry)) return null;
        try
        {
            var name = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(key));
            return name.All(char.IsLetterOrDigit) ? new(name, entry) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public override string ToString() => $"{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(NameKey))}.{Id:N}";
}

using System.Globalization;
using AwardArchive.Archive;

namespace AwardArchive.Viewing.Corrections;

/// <summary>Addresses that show where something stands on the scan.</summary>
internal static class BoxLink
{
    /// <summary>The page of the document, with the box marked if there is one.</summary>
    public static string Of(Guid document, int page, Box? box) => box is { } mark && mark != default
        ? string.Create(CultureInfo.InvariantCulture, $"/documents/{document}?page={page}&box={mark}")
        : string.Create(CultureInfo.InvariantCulture, $"/documents/{document}?page={page}");

    /// <returns>Null when the text is no box.</returns>
    public static Box? Read(string? text)
    {
        var parts = text?.Split(',') ?? [];
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return numbers is [>= 0 and var x, >= 0 and var y, > 0 and < 1 << 20 and var width, > 0 and < 1 << 20 and var height] ? new(x, y, width, height) : null;
    }
}

using System.Globalization;

namespace AwardArchive.Viewing;

/// <summary>A document's version as REST's ETag and If-Match carry it.</summary>
internal static class DocumentETag
{
    public static string Of(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    public static bool IsGiven(HttpRequest request) => request.GetTypedHeaders().IfMatch is [_, ..];

    /// <returns>Null when there is no If-Match, or none that this service gave.</returns>
    public static int? VersionOf(HttpRequest request) =>
        request.GetTypedHeaders().IfMatch is [var tag, ..]
        && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}

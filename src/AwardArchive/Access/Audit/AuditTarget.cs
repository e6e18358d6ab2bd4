namespace AwardArchive.Access.Audit;

/// <summary>What a request is about, by ids: its path without what all paths share.</summary>
internal static class AuditTarget
{
    private const string Api = "/api/v1/";
    private const int MaxSegment = 80;

    /// <returns><c>documents/0193…/pages/3/image</c>; parts that are no ids or words of ours are <c>*</c>, since nobody knows whose names they are; <c>/</c> for the root.</returns>
    public static string Of(PathString path)
    {
        var text = path.Value ?? "";
        if (text.StartsWith(Api, StringComparison.OrdinalIgnoreCase)) text = text[Api.Length..];
        var segments = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length == 0 ? "/" : string.Join('/', segments.Select(Segment));
    }

    // One document has one name, however its id was written.
    private static string Segment(string segment) =>
        Guid.TryParse(segment, out var id) ? id.ToString("D")
        : segment.Length <= MaxSegment && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? segment
        : "*";
}

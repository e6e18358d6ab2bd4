namespace AwardArchive.Recognition.Exports;

/// <summary>A page on its way into an export.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Words">Null for a page that was not recognized.</param>
/// <param name="Reason">Why not, for people; null for a recognized page.</param>
/// <param name="ImagePath">The page image as a local file, JPEG or PNG; only read. Null where it is not at hand: only a PDF needs it.</param>
internal sealed record ExportPage(int Number, PageWords? Words, string? Reason, string? ImagePath)
{
    public static ExportPage NotRecognized(int number, string reason) => new(number, null, reason, null);
}

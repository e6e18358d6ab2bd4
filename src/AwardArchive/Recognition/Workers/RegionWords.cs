using AwardArchive.Archive;

namespace AwardArchive.Recognition.Workers;

/// <summary>Words where a seal or a pen was found.</summary>
internal static class RegionWords
{
    // Print under a seal or a signature is read more surely than this, strokes taken for letters are not.
    private const double LeastConfidence = 0.5;

    // Of the word's box.
    private const double MostInside = 0.5;

    /// <summary>Without those that lie inside a region and that the engine is not sure of.</summary>
    public static IReadOnlyList<Word> Drop(IReadOnlyList<Word> words, IReadOnlyList<PageRegion> regions) => regions.Count == 0
        ? words
        : [.. words.Where(word => word.Confidence >= LeastConfidence || !regions.Any(region => IsInside(word.Box, region.Box)))];

    private static bool IsInside(Box word, Box region)
    {
        var width = Math.Min(word.X + word.Width, region.X + region.Width) - Math.Max(word.X, region.X);
        var height = Math.Min(word.Y + word.Height, region.Y + region.Height) - Math.Max(word.Y, region.Y);
        return width > 0 && height > 0 && (double)width * height > MostInside * word.Width * word.Height;
    }
}

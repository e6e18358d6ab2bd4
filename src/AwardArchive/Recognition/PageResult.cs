using System.Security.Cryptography;
using System.Text.Json;
using AwardArchive.Archive;

namespace AwardArchive.Recognition;

/// <summary>What the catalog notes of a recognized page.</summary>
internal static class PageResult
{
    /// <param name="words">Those that count.</param>
    /// <param name="reviewBelow">A mean confidence that a person should look at.</param>
    public static RecognizedText TextOf(PageWords words, double reviewBelow)
    {
        var running = PageText.Of(words);
        var alternatives = words.Words
            .Select((word, i) => new TextAlternative(running.Starts[i], word.Text.Length, [.. word.Alternatives.Select(reading => reading.Text)]))
            .Where(alternative => alternative.Readings.Count > 0);
        return new(running.Text, [.. alternatives], ReviewOf(words, reviewBelow));
    }

    private static PageReview? ReviewOf(PageWords words, double reviewBelow) =>
        words.IsBlank ? null
        : words.Words.Count == 0 ? PageReview.NoWords
        : words.Confidence() < reviewBelow ? PageReview.LowConfidence
        : null;

    /// <summary>The same for the same words and regions of the same engine, whatever time they took and whichever page they stand on.</summary>
    public static string Sha256Of(PageWords words) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(words with { Page = 1, Seconds = null, RecognizedAt = null }, PageWordsJson.Readable.PageWords)));

    /// <summary>Of a file's bytes.</summary>
    public static async Task<string> Sha256OfAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }
}

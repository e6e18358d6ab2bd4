using AwardArchive.Archive;

namespace AwardArchive.Recognition;

/// <summary>What a kept result has in the object store, checked against what its row says of it.</summary>
internal static class StoredResult
{
    public static ObjectKey ImageKeyOf(PageRecognition row) => ObjectKey.PageImage(row.Place, row.ImageMediaType, row.Image);

    public static ObjectKey WordsKeyOf(PageRecognition row) => ObjectKey.PageWords(row.Place, row.Number);

    /// <summary>Copies the page image to a new file.</summary>
    /// <returns>False when it is missing or not what the row says; the file is nothing to go by then.</returns>
    public static async Task<bool> TryCopyImageAsync(IObjectStore objects, PageRecognition row, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var image = await objects.OpenReadAsync(ImageKeyOf(row), cancellationToken);
            if (image is null) return false;
            await using (var file = File.Create(path)) await image.CopyToAsync(file, cancellationToken);
            return await PageResult.Sha256OfAsync(path, cancellationToken) == row.ImageSha256;
        }
        catch (ObjectDamagedException)
        {
            return false;
        }
    }

    /// <returns>Null when they are missing or not what the row says.</returns>
    public static async Task<PageWords?> TryReadWordsAsync(IObjectStore objects, PageRecognition row, CancellationToken cancellationToken)
    {
        try
        {
            await using var stored = await objects.OpenReadAsync(WordsKeyOf(row), cancellationToken);
            if (stored is null) return null;
            if (await PageWordsFile.Sha256OfAsync(stored, cancellationToken) != row.WordsSha256) return null;
            stored.Position = 0;
            return await PageWordsFile.ReadAsync(stored, cancellationToken);
        }
        catch (Exception e) when (e is ObjectDamagedException or InvalidDataException)
        {
            return null;
        }
    }
}

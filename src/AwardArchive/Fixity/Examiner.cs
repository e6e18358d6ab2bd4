using System.IO.Compression;
using AwardArchive.Archive;
using AwardArchive.Recognition;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Fixity;

/// <summary>What an object is found to be.</summary>
/// <param name="Kind">What is wrong; null when it is whole.</param>
/// <param name="FoundSha256">Of the bytes that are there; null when there are none.</param>
/// <param name="ByteSize">Read.</param>
/// <param name="Note">What the store said.</param>
internal sealed record Examined(FindingKind? Kind, string? FoundSha256, long ByteSize, string? Note = null)
{
    public bool IsWhole => Kind is null;
}

/// <summary>Reads an object and judges it by what the catalog knows. A store that is away is no answer: that is thrown.</summary>
internal sealed class Examiner(IDbContextFactory<CatalogDbContext> contexts)
{
    /// <exception cref="ObjectStoreUnavailableException">Nothing can be said now.</exception>
    public async Task<Examined> ExamineAsync(IObjectStore store, ExpectedObject expected, CancellationToken cancellationToken)
    {
        var found = await LookAsync(store, expected, cancellationToken);
        // Once more: bytes may be spoiled on their way, and an object may be put at this moment.
        return found.IsWhole ? found : await LookAsync(store, expected, cancellationToken);
    }

    private async Task<Examined> LookAsync(IObjectStore store, ExpectedObject expected, CancellationToken cancellationToken)
    {
        using var bytes = expected.Form == ObjectForm.Bytes ? null : new MemoryStream();
        ObjectContent? content;
        try
        {
            content = await store.CopyToAsync(expected.Key, bytes ?? Stream.Null, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(FindingKind.Unreadable, null, 0, e.Message);
        }
        if (content is null) return new(FindingKind.Missing, null, 0);
        var says = content.Sha256;
        if (bytes is not null)
        {
            bytes.Position = 0;
            if (await SayAsync(bytes, expected.Form, cancellationToken) is not { } read) return new(FindingKind.Altered, content.Sha256, content.ByteSize);
            says = read;
        }
        if (says != (expected.Sha256 ?? says))
            return new(await IsOfAnotherAsync(says, cancellationToken) ? FindingKind.Swapped : FindingKind.Altered, content.Sha256, content.ByteSize);
        // What the store keeps as checksum is what it shows readers the object by.
        return new(content.Sha256 == (content.KeptSha256 ?? content.Sha256) ? null : FindingKind.Altered, content.Sha256, content.ByteSize);
    }

    /// <returns>The SHA-256 of what is within; null when it cannot be read.</returns>
    private static async Task<string?> SayAsync(MemoryStream bytes, ObjectForm form, CancellationToken cancellationToken)
    {
        try
        {
            if (form == ObjectForm.Words) return await PageWordsFile.Sha256OfAsync(bytes, cancellationToken);
            await using var gzip = new GZipStream(bytes, CompressionMode.Decompress);
            await gzip.CopyToAsync(Stream.Null, cancellationToken);
            return "";
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task<bool> IsOfAnotherAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.AnyAsync(d => d.Sha256 == sha256 && d.PartOf == null, cancellationToken)
            || await db.Recognitions.AnyAsync(r => r.ImageSha256 == sha256 || r.WordsSha256 == sha256, cancellationToken);
    }
}

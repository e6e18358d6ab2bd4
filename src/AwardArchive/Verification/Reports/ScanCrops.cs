using System.Security.Cryptography;
using AwardArchive.Archive;
using AwardArchive.Verification.Checks;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace AwardArchive.Verification.Reports;

/// <summary>Finds the page images that places are on, and cuts the places out of them.</summary>
internal sealed class ScanCrops(IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects)
{
    /// <summary>Pages of more pixels are no paper.</summary>
    private const long MostPixels = 400_000_000;

    private const int AtATime = 200;

    /// <summary>Which image each of the places is on, as the catalog has it now.</summary>
    public async Task<Func<PaperSpot, ScanSpot?>> FindAsync(IEnumerable<Guid> documents, CancellationToken cancellationToken)
    {
        var pages = new Dictionary<(Guid, int), (int Image, string? MediaType, string? Sha256)>();
        foreach (var some in documents.Distinct().Order().Chunk(AtATime))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await db.Pages.AsNoTracking().Where(p => some.Contains(p.DocumentId) && p.ImageMediaType != null)
                .Select(p => new
                {
                    p.DocumentId, p.Number, p.Image, p.ImageMediaType,
                    Sha256 = db.Recognitions.Where(r => r.DocumentId == p.DocumentId && r.PageNumber == p.Number && r.Number == p.Image).Select(r => r.ImageSha256).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken);
            foreach (var row in rows) pages[(row.DocumentId, row.Number)] = (row.Image, row.ImageMediaType, row.Sha256);
        }
        return spot => spot.Box is { } box && box != default && pages.TryGetValue((spot.DocumentId, spot.Page), out var page)
            ? new(spot.DocumentId, spot.Page, box, page.Image, page.MediaType!, page.Sha256)
            : null;
    }

    /// <summary>Cuts the places out, page by page; what cannot be had, or is not the image that the catalog knows, is left out.</summary>
    public async Task<IReadOnlyDictionary<ScanSpot, CropImage>> CutAsync(IEnumerable<ScanSpot> spots, CancellationToken cancellationToken)
    {
        var crops = new Dictionary<ScanSpot, CropImage>();
        foreach (var page in spots.Distinct().GroupBy(spot => (spot.DocumentId, spot.Page, spot.Image)))
        {
            using var image = await OpenAsync(page.First(), cancellationToken);
            if (image is null) continue;
            foreach (var spot in page)
            {
                if (ScanCrop.Of(image, spot.Box) is { } crop) crops[spot] = crop;
            }
        }
        return crops;
    }

    private async Task<SKBitmap?> OpenAsync(ScanSpot spot, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        try
        {
            await using var stored = await objects.OpenReadAsync(ObjectKey.PageImage(spot.DocumentId, spot.Page, spot.ImageMediaType, spot.Image), cancellationToken);
            if (stored is null) return null;
            await stored.CopyToAsync(bytes, cancellationToken);
        }
        catch (ObjectDamagedException)
        {
            return null;
        }
        if (spot.ImageSha256 is { } known && Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))) != known) return null;
        bytes.Position = 0;
        using var codec = SKCodec.Create(bytes);
        return codec is null || (long)codec.Info.Width * codec.Info.Height > MostPixels ? null : SKBitmap.Decode(codec);
    }
}

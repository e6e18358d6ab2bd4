using AwardArchive.Archive;
using AwardArchive.Capture.FileWorkers;
using AwardArchive.Recognition;
using AwardArchive.Verification.Checks;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Verification.Reports;

/// <summary>Finds the page images that places are on, and cuts the places out of them.</summary>
internal sealed class ScanCrops(IDbContextFactory<CatalogDbContext> contexts, IObjectStore objects, FileWorkerPool workers)
{
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
            var places = page.ToList();
            foreach (var (spot, crop) in places.Zip(await CutAsync(places[0], [.. places.Select(spot => spot.Box)], cancellationToken)))
            {
                if (crop is not null) crops[spot] = crop;
            }
        }
        return crops;
    }

    private async Task<IReadOnlyList<CropImage?>> CutAsync(ScanSpot page, IReadOnlyList<Box> boxes, CancellationToken cancellationToken)
    {
        try
        {
            using var image = await objects.GetLocalFileAsync(ObjectKey.PageImage(page.DocumentId, page.Page, page.ImageMediaType, page.Image), cancellationToken);
            if (page.ImageSha256 is { } known && await PageResult.Sha256OfAsync(image.Path, cancellationToken) != known) return [];
            return [.. (await workers.CutAsync(image.Path, boxes, cancellationToken)).Select(crop => crop is null ? null : new CropImage(crop.Width, crop.Height, crop.Bytes))];
        }
        catch (Exception e) when (e is ObjectDamagedException or ObjectMissingException or InvalidDataException)
        {
            return [];
        }
    }
}

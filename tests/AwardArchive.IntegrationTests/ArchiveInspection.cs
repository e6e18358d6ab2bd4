using System.Security.Cryptography;
using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.Recognition;
using Lucene.Net.Index;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace AwardArchive.Tests;

/// <summary>Looks at an archive that nobody writes to, and checks its promises against what was accepted.</summary>
internal static class ArchiveInspection
{
    /// <param name="data">The data folder.</param>
    /// <param name="accepted">What callers were told: the id of each original's SHA-256.</param>
    public static async Task AssertWholeAsync(string data, IReadOnlyDictionary<string, Guid> accepted)
    {
        var options = Options.Create(new ArchiveOptions { DataFolder = data });
        var objects = new LocalFolderObjectStore(options);
        await using var db = new CatalogDbContext(
            new DbContextOptionsBuilder<CatalogDbContext>().UseSqlite($"Data Source={options.Value.CatalogPath};Pooling=False").Options);
        await AssertWholeAsync(db, objects, accepted);
        var stop = TestContext.Current.CancellationToken;
        AssertIndexed(options, await db.Documents.Select(d => d.Id).ToListAsync(stop), await db.Changes.MaxAsync(c => c.Number, stop));
    }

    /// <summary>Catalog and objects, wherever they are kept.</summary>
    public static async Task AssertWholeAsync(CatalogDbContext db, IObjectStore objects, IReadOnlyDictionary<string, Guid> accepted)
    {
        var stop = TestContext.Current.CancellationToken;
        var documents = await db.Documents.AsNoTracking().Include(d => d.Pages).ToListAsync(stop);

        Assert.Equal(accepted.OrderBy(a => a.Key), documents.ToDictionary(d => d.Sha256, d => d.Id).OrderBy(d => d.Key));
        foreach (var document in documents)
        {
            Assert.Equal((DocumentStatus.Ready, (string?)null), (document.Status, document.Reason));
            Assert.Null(document.LeaseOwner);
            await using (var original = await objects.OpenReadAsync(ObjectKey.Original(document.Sha256), stop))
                Assert.Equal(document.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(original!, stop)));
            Assert.Equal(Enumerable.Range(1, document.PageCount), document.Pages.Select(p => p.Number).Order());
            foreach (var page in document.Pages) await AssertWholeAsync(page, objects);
        }

        var changes = await db.Changes.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(stop);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(n => (long)n), changes);
    }

    private static async Task AssertWholeAsync(Page page, IObjectStore objects)
    {
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(PageStatus.Recognized, page.Status);
        await using (var image = await objects.OpenReadAsync(ObjectKey.PageImage(page.DocumentId, page.Number, page.ImageMediaType!, page.Image), stop))
        using (var codec = SKCodec.Create(image!))
            Assert.Equal((page.Width, page.Height), (codec.Info.Width, codec.Info.Height));
        await using var stored = await objects.OpenReadAsync(ObjectKey.PageWords(page.DocumentId, page.Number, page.Recognition), stop);
        Assert.Equal(page.Text, PageText.Of(await PageWordsFile.ReadAsync(stored!, stop)).Text);
    }

    private static void AssertIndexed(IOptions<ArchiveOptions> options, IEnumerable<Guid> expected, long lastChange)
    {
        using var lease = new ReadOnlyIndex(options).Acquire();
        var indexed = new List<Guid>();
        foreach (var leaf in lease.Searcher.IndexReader.Leaves)
        {
            var high = leaf.AtomicReader.GetNumericDocValues(IndexFields.IdHigh);
            var low = leaf.AtomicReader.GetNumericDocValues(IndexFields.IdLow);
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                if (leaf.AtomicReader.LiveDocs?.Get(document) == false) continue;
                indexed.Add(IndexedDocument.IdOf(high.Get(document), low.Get(document)));
            }
        }
        Assert.Equal(expected.Order(), indexed.Order());
        var commit = ((DirectoryReader)lease.Searcher.IndexReader).IndexCommit.UserData;
        Assert.Contains($"{lastChange}", commit.Values);
    }
}

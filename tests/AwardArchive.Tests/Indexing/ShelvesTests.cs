using AwardArchive.Archive;
using AwardArchive.Fixity;
using AwardArchive.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Indexing;

/// <summary>Whom a search shows a paper, while the paper, its dossier and the grants change.</summary>
public sealed class ShelvesTests : IDisposable
{
    private static readonly Guid Group = Guid.CreateVersion7();
    private static readonly Actor Anybody = ActorOf(Sight.Of(Confidentiality.Open, []));
    private static readonly Actor Cleared = ActorOf(Sight.Of(Confidentiality.Secret, []));
    private static readonly Actor Member = ActorOf(Sight.Of(Confidentiality.Open, [Group]));

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Generation => folder.File($"index/{File.ReadAllText(folder.File("index/current"))}");

    [Fact]
    public async Task A_paper_is_found_by_those_who_may_see_it_whatever_changes()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        var (granted, ofFonds) = await AddDossiersAsync(archive);
        var id = await archive.AddAsync(["mẹ Suốt"]);
        await archive.AddAsync(["mẹ Thứ"]);
        await AssertFoundAsync(archive, nobody: 0, anybody: 2, cleared: 2, member: 2);

        await EditAsync(archive, id, document => document.Confidentiality = Confidentiality.Secret);
        await AssertFoundAsync(archive, nobody: 0, anybody: 1, cleared: 2, member: 1);
        await EditAsync(archive, id, document => document.Confidentiality = Confidentiality.TopSecret);
        await AssertFoundAsync(archive, nobody: 0, anybody: 1, cleared: 1, member: 1);
        await EditAsync(archive, id, document => (document.Confidentiality, document.DossierId) = (Confidentiality.Open, granted));
        await AssertFoundAsync(archive, nobody: 0, anybody: 2, cleared: 2, member: 2);

        await GrantAsync(archive, id, new() { Id = Guid.CreateVersion7(), GroupId = Group, DossierId = granted });
        await AssertFoundAsync(archive, nobody: 0, anybody: 1, cleared: 1, member: 2);
        await EditAsync(archive, id, document => document.DossierId = ofFonds);
        await AssertFoundAsync(archive, nobody: 0, anybody: 2, cleared: 2, member: 2);
        await GrantAsync(archive, id, new() { Id = Guid.CreateVersion7(), GroupId = Group, FondsKey = "PHÔNG" });
        await AssertFoundAsync(archive, nobody: 0, anybody: 1, cleared: 1, member: 2);
        await EditAsync(archive, id, document => document.DossierId = Guid.NewGuid()); // that is not there
        await AssertFoundAsync(archive, nobody: 0, anybody: 1, cleared: 1, member: 1);
        await EditAsync(archive, id, document => document.DossierId = null);
        await AssertFoundAsync(archive, nobody: 0, anybody: 2, cleared: 2, member: 2);
        Assert.Equal(["open"], Directory.GetDirectories(Generation).Select(Path.GetFileName)); // the others are empty and gone

        await archive.Catalog.WithdrawAsync(id, "Trùng bản", Stop);
        await AssertFoundAsync(archive, nobody: 0, anybody: 1, cleared: 1, member: 1);
    }

    [Fact]
    public async Task Shelves_are_as_they_were_after_a_stop_and_after_a_new_build()
    {
        await using (var archive = await SearchableArchive.OpenAsync(folder))
        {
            await FillAsync(archive);
            await archive.Follower.ReindexAsync(Stop);
            await AssertFoundAsync(archive, nobody: 0, anybody: 1, cleared: 2, member: 2);
        }
        Assert.EndsWith("/2", Generation, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetDirectories(Generation).Length);
        await using var again = await SearchableArchive.OpenAsync(folder);
        await AssertFoundAsync(again, nobody: 0, anybody: 1, cleared: 2, member: 2);
        await again.AddAsync(["mẹ"], document => document.Confidentiality = Confidentiality.Secret);
        await AssertFoundAsync(again, nobody: 0, anybody: 1, cleared: 3, member: 2);
        Assert.False(Directory.Exists(folder.File("index/damaged")));
    }

    [Fact]
    public async Task Whatever_is_damaged_on_any_shelf_all_are_built_anew()
    {
        await using (var archive = await SearchableArchive.OpenAsync(folder)) await FillAsync(archive);
        for (var shelf = 0; shelf < 3; shelf++)
        {
            var damaged = Directory.GetDirectories(Generation).Order(StringComparer.Ordinal).ElementAt(shelf);
            // Cut, changed, and gone.
            await DamageAsync(() =>
            {
                using var stream = File.OpenWrite(Directory.GetFiles(damaged, "segments_*").Order(StringComparer.Ordinal).Last());
                stream.SetLength(10);
            });
            damaged = Directory.GetDirectories(Generation).Order(StringComparer.Ordinal).ElementAt(shelf);
            await DamageAsync(() =>
            {
                var file = Directory.GetFiles(damaged, "*.cfs").First();
                var bytes = File.ReadAllBytes(file);
                bytes[bytes.Length / 2] ^= 0x55;
                File.WriteAllBytes(file, bytes);
            });
            damaged = Directory.GetDirectories(Generation).Order(StringComparer.Ordinal).ElementAt(shelf);
            await DamageAsync(() => Directory.Delete(damaged, recursive: true));
        }

        async Task DamageAsync(Action damage)
        {
            var before = Generation;
            damage();
            await using var again = await SearchableArchive.OpenAsync(folder);
            await AssertFoundAsync(again, nobody: 0, anybody: 1, cleared: 2, member: 2);
            Assert.NotEqual(before, Generation);
        }
    }

    [Fact]
    public async Task An_index_without_shelves_as_former_programs_made_it_is_built_anew()
    {
        Guid catalog;
        await using (var archive = await SearchableArchive.OpenAsync(folder))
        {
            await FillAsync(archive);
            await using var db = await archive.OpenCatalogAsync();
            catalog = (await db.Identity.SingleAsync(Stop)).Id;
        }
        var former = Generation;
        Directory.Delete(former, recursive: true);
        using (var directory = IndexGeneration.OpenDirectory(new(former)))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new PageGapAnalyzer())))
        {
            foreach (var number in Enumerable.Range(0, 3))
            {
                var document = SearchableArchive.NewDocument("mẹ");
                writer.AddDocument(IndexedDocument.Of(document, document.Pages, []));
            }
            writer.SetCommitData(new Dictionary<string, string> { ["change"] = "3", ["catalog"] = catalog.ToString("N"), ["version"] = IndexFields.Version });
            writer.Commit();
        }
        await using var again = await SearchableArchive.OpenAsync(folder);
        await AssertFoundAsync(again, nobody: 0, anybody: 1, cleared: 2, member: 2);
        Assert.NotEqual(former, Generation);
        Assert.True(Directory.Exists(folder.File("index/damaged")));
    }

    [Fact]
    public async Task A_paper_on_the_wrong_shelf_is_found_by_the_check_and_moved_whoever_asks_for_it()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        var (secret, _) = await FillAsync(archive);
        await using (var db = await archive.OpenCatalogAsync())
        {
            // Behind the back of the change feed.
            await db.Documents.Where(d => d.Id == secret).ExecuteUpdateAsync(set => set.SetProperty(d => d.Confidentiality, Confidentiality.UltraSecret), Stop);
        }
        using (Actor.Use(Anybody)) Assert.Equal(new IndexCheckResult(NotIndexed: 0, Stale: 1, Stray: 0), await archive.IndexCheck.RunAsync(Stop));
        await AssertFoundAsync(archive, nobody: 0, anybody: 1, cleared: 1, member: 2);
        using (Actor.Use(Actor.Nobody)) Assert.Equal(new IndexCheckResult(0, 0, 0), await archive.IndexCheck.RunAsync(Stop));
        Assert.Equal(3, (await archive.SearchAsync("mẹ")).Total);
    }

    [Fact]
    public async Task A_reader_beside_the_writer_sees_the_shelves_of_its_sight()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        await FillAsync(archive);
        await archive.Follower.FlushAsync(Stop);
        var readOnly = new ReadOnlyIndex(Options.Create(new ArchiveOptions { DataFolder = folder.Path }));
        Assert.Equal(3, Count());
        using (Actor.Use(Anybody)) Assert.Equal(1, Count());
        using (Actor.Use(Cleared)) Assert.Equal(2, Count());
        using (Actor.Use(Actor.Nobody)) Assert.Equal(0, Count());

        int Count()
        {
            using var lease = readOnly.Acquire();
            return lease.Searcher.IndexReader.NumDocs;
        }
    }

    [Fact]
    public async Task What_is_made_secret_is_proposed_and_counted_to_others_no_more()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await archive.AddAsync(["CHỦ TỊCH\nTRẦN VĂN BÌNH\nNơi nhận"], document => document.Facts = DocumentFacts.None with { Kind = new("Quyết định", "Quyết định", 1, new Box(0, 0, 1, 1), 1, "test/1") }));
        }
        await EditAsync(archive, ids[0], document => document.Confidentiality = Confidentiality.Secret);
        await archive.Follower.FlushAsync(Stop);
        foreach (var (actor, count) in new[] { (Anybody, 2), (Cleared, 3) })
        {
            using var _ = Actor.Use(actor);
            Assert.Equal(count, Assert.Single(archive.Suggester.Find("tran van").Items).Count);
            var found = await archive.Searcher.SearchAsync(new("bình"), Stop);
            Assert.Equal((count, count, count), (found.Total, found.Hits.Count, Assert.Single(found.Facets.Kind).Count));
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A paper on each of three shelves: open, secret, and of a group.</summary>
    private static async Task<(Guid Secret, Guid OfGroup)> FillAsync(SearchableArchive archive)
    {
        var (granted, _) = await AddDossiersAsync(archive);
        await archive.AddAsync(["mẹ Suốt"]);
        var secret = await archive.AddAsync(["mẹ Thứ"], document => document.Confidentiality = Confidentiality.Secret);
        var ofGroup = await archive.AddAsync(["mẹ Nâu"], document => document.DossierId = granted);
        await GrantAsync(archive, ofGroup, new() { Id = Guid.CreateVersion7(), GroupId = Group, DossierId = granted });
        await AssertFoundAsync(archive, nobody: 0, anybody: 1, cleared: 2, member: 2);
        return (secret, ofGroup);
    }

    private static async Task<(Guid Granted, Guid OfFonds)> AddDossiersAsync(SearchableArchive archive)
    {
        var granted = new Dossier { Id = Guid.CreateVersion7(), Title = "Hồ sơ riêng" };
        var ofFonds = new Dossier { Id = Guid.CreateVersion7(), Title = "Hồ sơ của phông", Place = new("Phông", null, null, null, null) };
        await using var db = await archive.OpenCatalogAsync();
        db.Dossiers.AddRange(granted, ofFonds);
        db.Groups.Add(new() { Id = Group, Name = "Phòng Người có công" });
        await db.SaveChangesAsync(Stop);
        return (granted.Id, ofFonds.Id);
    }

    private static async Task GrantAsync(SearchableArchive archive, Guid document, CollectionGrant grant)
    {
        await using var db = await archive.OpenCatalogAsync();
        db.CollectionGrants.Add(grant);
        db.Changes.Add(new() { DocumentId = document });
        await db.SaveChangesAsync(Stop);
    }

    private static async Task EditAsync(SearchableArchive archive, Guid id, Action<Document> edit) =>
        Assert.True(await archive.Catalog.EditAsync(id, (await archive.Catalog.FindAsync(id, Stop))!.Version, edit, Stop));

    private static async Task AssertFoundAsync(SearchableArchive archive, int nobody, int anybody, int cleared, int member)
    {
        await archive.Follower.WaitUntilAsync(await archive.Catalog.LastChangeAsync(Stop), Stop);
        var found = new List<int>();
        foreach (var actor in new[] { Actor.Nobody, Anybody, Cleared, Member })
        {
            using var _ = Actor.Use(actor);
            var response = await archive.Searcher.SearchAsync(new("mẹ"), Stop);
            Assert.Equal(response.Total, response.Hits.Count);
            found.Add(response.Total);
        }
        Assert.Equal([nobody, anybody, cleared, member], found);
        await archive.Follower.FlushAsync(Stop);
    }

    private static Actor ActorOf(Sight sight) => Actor.Nobody with { Sight = sight };
}

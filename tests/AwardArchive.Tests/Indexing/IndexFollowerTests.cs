using AwardArchive.Archive;
using AwardArchive.Indexing;
using AwardArchive.Search;
using Lucene.Net.Index;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AwardArchive.Tests.Indexing;

public sealed class IndexFollowerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_found_while_it_is_ready_and_never_when_it_is_withdrawn()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        var id = await archive.AddAsync(["mẹ Suốt"], document => document.Status = DocumentStatus.Reading);
        Assert.Equal(0, (await archive.SearchAsync("mẹ")).Total);
        await SetStatusAsync(archive, id, DocumentStatus.Ready);
        Assert.Equal(1, (await archive.SearchAsync("mẹ")).Total);
        await archive.Catalog.WithdrawAsync(id, "Trùng bản", Stop);
        Assert.Equal(0, (await archive.SearchAsync("mẹ")).Total);
        Assert.Equal(0, (await archive.SearchAsync("")).Total);
    }

    [Fact]
    public async Task A_document_that_needs_attention_is_found_by_what_text_it_has()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        await archive.AddAsync(["", "mẹ"], document => document.Status = DocumentStatus.NeedsAttention);
        await archive.AddAsync(["", ""], document => document.Status = DocumentStatus.NeedsAttention);
        Assert.Equal(2, Assert.Single(Assert.Single((await archive.SearchAsync("me")).Hits).Pages).Number);
        Assert.Equal(1, (await archive.SearchAsync("")).Total);
    }

    [Fact]
    public async Task A_changed_text_replaces_the_old_one()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        var id = await archive.AddAsync(["thường"]);
        Assert.Equal(1, (await archive.SearchAsync("thường")).Total);
        await using (var db = await archive.OpenCatalogAsync())
        {
            await db.Pages.Where(page => page.DocumentId == id).ExecuteUpdateAsync(set => set.SetProperty(page => page.Text, "thưởng"), Stop);
            db.Changes.Add(new Change { DocumentId = id });
            await db.SaveChangesAsync(Stop);
        }
        Assert.Equal(1, (await archive.SearchAsync("thưởng")).Total);
        Assert.Equal(MatchMode.AllIgnoringMarks, (await archive.SearchAsync("thường")).Understood.Mode);
        Assert.Equal(1, (await archive.SearchAsync("")).Total);
    }

    [Fact]
    public async Task Hits_lie_on_the_pages_where_lucene_counts_them()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        string[] pages = ["một 26/KH-UBND hai", "", " . ", "ba", "một bốn", "năm"];
        await archive.AddAsync(pages);
        foreach (var (word, page) in new[] { ("một", 1), ("hai", 1), ("ba", 4), ("bốn", 5), ("năm", 6), ("26/KH-UBND", 1) })
            Assert.Equal(page, (await archive.SearchAsync(word)).Hits[0].Pages[0].Number);
    }

    [Fact]
    public async Task A_phrase_does_not_reach_over_a_page()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        await archive.AddAsync(["khen", "thưởng"]);
        Assert.Equal(MatchMode.All, (await archive.SearchAsync("khen thưởng")).Understood.Mode);
        Assert.Equal(0, (await archive.SearchAsync("\"khen thưởng\"")).Total);
    }

    [Fact]
    public async Task After_a_flush_the_commit_names_the_last_change()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        await archive.AddAsync(["mẹ"]);
        await archive.AddAsync(["con"], document => document.Status = DocumentStatus.Received);
        await archive.Follower.FlushAsync(Stop);
        Assert.Equal(2, CommittedChange());
    }

    [Fact]
    public async Task An_index_that_is_behind_catches_up()
    {
        await using (var archive = await SearchableArchive.OpenAsync(folder)) await AddAndFlushAsync(archive, "mẹ một");
        await using (var closed = await SearchableArchive.OpenAsync(folder, follow: false))
        {
            for (var i = 0; i < 150; i++) await closed.AddAsync([$"mẹ số {i}"]);
        }
        await using var again = await SearchableArchive.OpenAsync(folder);
        Assert.Equal(151, (await again.SearchAsync("mẹ")).Total);
        Assert.Equal("1", CurrentGeneration()); // the same index, not a new one
    }

    [Fact]
    public async Task A_missing_index_is_built_anew()
    {
        await using (var archive = await SearchableArchive.OpenAsync(folder)) await AddAndFlushAsync(archive, "mẹ");
        Directory.Delete(folder.File("index"), recursive: true);
        await using var again = await SearchableArchive.OpenAsync(folder);
        Assert.Equal(1, (await again.SearchAsync("mẹ")).Total);
    }

    [Fact]
    public async Task Whichever_file_is_damaged_the_index_is_set_aside_and_built_anew()
    {
        await using (var archive = await SearchableArchive.OpenAsync(folder)) await AddAndFlushAsync(archive, "mẹ Suốt", "con trai");
        var kinds = Directory.GetFiles(OpenShelfOf(CurrentGeneration())).Select(Path.GetFileName).Where(IsOfTheCommit).ToList();
        Assert.True(kinds.Count >= 3, string.Join(' ', kinds));
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            var before = CurrentGeneration();
            var file = Directory.GetFiles(OpenShelfOf(before)).Where(path => IsOfTheCommit(Path.GetFileName(path))).Order(StringComparer.Ordinal).ElementAt(kind);
            var bytes = await File.ReadAllBytesAsync(file, Stop);
            bytes[bytes.Length / 2] ^= 0x55;
            await File.WriteAllBytesAsync(file, bytes, Stop);

            await using var again = await SearchableArchive.OpenAsync(folder);
            Assert.Equal(1, (await again.SearchAsync("\"mẹ suốt\" con")).Total);
            Assert.NotEqual(before, CurrentGeneration());
            Assert.True(Directory.Exists(folder.File("index/damaged")));
            Assert.False(Directory.Exists(IndexFolderOf(before)));
        }

        static bool IsOfTheCommit(string? name) => name != "segments.gen";
    }

    [Fact]
    public async Task A_truncated_or_empty_file_is_damage_too()
    {
        await using (var archive = await SearchableArchive.OpenAsync(folder)) await AddAndFlushAsync(archive, "mẹ");
        foreach (var keep in new[] { 0, 10 })
        {
            foreach (var file in Directory.GetFiles(OpenShelfOf(CurrentGeneration()), "segments_*"))
            {
                await using var stream = File.OpenWrite(file);
                stream.SetLength(keep);
            }
            await using var again = await SearchableArchive.OpenAsync(folder);
            Assert.Equal(1, (await again.SearchAsync("mẹ")).Total);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("../..")]
    [InlineData("99")]
    public async Task A_strange_name_of_the_current_index_leads_to_a_new_one(string name)
    {
        await using (var archive = await SearchableArchive.OpenAsync(folder)) await AddAndFlushAsync(archive, "mẹ");
        await File.WriteAllTextAsync(folder.File("index/current"), name, Stop);
        await using var again = await SearchableArchive.OpenAsync(folder);
        Assert.Equal(1, (await again.SearchAsync("mẹ")).Total);
    }

    [Fact]
    public async Task An_index_ahead_of_its_catalog_is_built_anew()
    {
        await using (var archive = await SearchableArchive.OpenAsync(folder))
        {
            await archive.AddAsync(["mẹ"]);
            var lost = await archive.AddAsync(["con"]);
            await archive.Follower.FlushAsync(Stop);
            await using var db = await archive.OpenCatalogAsync(); // as a catalog restored from before
            await db.Changes.Where(change => change.DocumentId == lost).ExecuteDeleteAsync(Stop);
            await db.Pages.Where(page => page.DocumentId == lost).ExecuteDeleteAsync(Stop);
            await db.Documents.Where(document => document.Id == lost).ExecuteDeleteAsync(Stop);
        }
        await using var again = await SearchableArchive.OpenAsync(folder);
        Assert.Equal(0, (await again.SearchAsync("con")).Total);
        Assert.Equal(1, (await again.SearchAsync("mẹ")).Total);
        Assert.Equal(1, CommittedChange());
    }

    [Fact]
    public async Task The_index_of_another_catalog_is_not_used()
    {
        using var other = new TemporaryFolder();
        await using (var archive = await SearchableArchive.OpenAsync(other)) await AddAndFlushAsync(archive, "con");
        await using (var archive = await SearchableArchive.OpenAsync(folder)) await AddAndFlushAsync(archive, "mẹ");
        Directory.Delete(folder.File("index"), recursive: true);
        Directory.Move(other.File("index"), folder.File("index"));
        await using var again = await SearchableArchive.OpenAsync(folder);
        Assert.Equal(1, (await again.SearchAsync("mẹ")).Total);
        Assert.Equal(0, (await again.SearchAsync("con")).Total);
    }

    [Fact]
    public async Task An_index_whose_folder_is_torn_away_recovers_without_a_restart()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        await archive.AddAsync(["mẹ một"]);
        await archive.Follower.FlushAsync(Stop);
        Directory.Delete(folder.File("index"), recursive: true);
        await archive.AddAsync(["mẹ hai"]);
        await archive.Follower.FlushAsync(Stop);
        Assert.Equal(2, (await archive.SearchAsync("mẹ")).Total);
        Assert.Equal(2, CommittedChange());
    }

    [Fact]
    public async Task Reindexing_puts_a_new_index_in_the_place_of_the_old_one()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder);
        for (var i = 0; i < 100; i++) await archive.AddAsync([$"mẹ số {i}"]);
        await archive.Follower.FlushAsync(Stop);
        using var held = archive.Follower.Acquire();
        await archive.Follower.ReindexAsync(Stop);
        Assert.Equal("2", CurrentGeneration());
        Assert.Equal(["2"], Directory.GetDirectories(folder.File("index")).Select(Path.GetFileName));
        Assert.Equal(100, (await archive.SearchAsync("mẹ")).Total);
        Assert.Equal(100, held.Searcher.IndexReader.NumDocs); // a view of the old one stays readable
        await archive.AddAsync(["mẹ mới"]);
        Assert.Equal(101, (await archive.SearchAsync("mẹ")).Total);
    }

    [Fact]
    public async Task While_a_second_index_is_built_the_first_one_answers()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder, follow: false);
        for (var i = 0; i < 70; i++) await archive.AddAsync([$"mẹ số {i}"]);
        // Looks into the catalog: opening, the first batch of either index with one to begin the second, the last batch of the first.
        var gate = new GatedContexts(async _ => await archive.OpenCatalogAsync(), free: 5);
        using var follower = NewFollower(gate);
        var reindexed = follower.ReindexAsync(Stop);
        await follower.StartAsync(Stop);
        await gate.Entered.WaitAsync(Stop);
        Assert.False(reindexed.IsCompleted);
        using (var lease = follower.Acquire()) Assert.Equal(70, lease.Searcher.IndexReader.NumDocs);
        gate.Open();
        await reindexed;
        using (var lease = follower.Acquire()) Assert.Equal(70, lease.Searcher.IndexReader.NumDocs);
        await follower.StopAsync(Stop);
    }

    [Fact]
    public async Task A_second_index_that_a_stop_interrupted_is_finished_after_it()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder, follow: false);
        for (var i = 0; i < 70; i++) await archive.AddAsync([$"mẹ số {i}"]);
        var gate = new GatedContexts(async _ => await archive.OpenCatalogAsync(), free: 5);
        using (var stopped = NewFollower(gate))
        {
            var interrupted = stopped.ReindexAsync(Stop);
            await stopped.StartAsync(Stop);
            await gate.Entered.WaitAsync(Stop);
            await stopped.StopAsync(Stop);
            await Assert.ThrowsAsync<IndexUnavailableException>(() => interrupted);
        }
        Assert.Equal(("1", "2"), (CurrentGeneration(), await File.ReadAllTextAsync(folder.File("index/building"), Stop)));
        gate.Open();
        using var again = NewFollower(gate);
        var finished = again.ReindexAsync(Stop);
        await again.StartAsync(Stop);
        await finished;
        Assert.Equal("2", CurrentGeneration());
        Assert.False(File.Exists(folder.File("index/building")));
        using (var lease = again.Acquire()) Assert.Equal(70, lease.Searcher.IndexReader.NumDocs);
        await again.StopAsync(Stop);
    }

    [Fact]
    public async Task A_rebuild_tells_the_health_check_and_answers_with_what_it_has()
    {
        await using var archive = await SearchableArchive.OpenAsync(folder, follow: false);
        for (var i = 0; i < 70; i++) await archive.AddAsync([$"mẹ số {i}"]);
        var gate = new GatedContexts(async _ => await archive.OpenCatalogAsync(), free: 2);
        using var follower = NewFollower(gate);
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(follower));
        await follower.StartAsync(Stop);
        await gate.Entered.WaitAsync(Stop);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(follower));
        using (var lease = follower.Acquire()) Assert.Equal(64, lease.Searcher.IndexReader.NumDocs);
        gate.Open();
        await follower.WaitUntilAsync(70, Stop);
        await follower.FlushAsync(Stop);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(follower));
        await follower.StopAsync(Stop);
    }

    [Fact]
    public async Task What_a_killed_reindex_left_is_cleared_away()
    {
        await using (var archive = await SearchableArchive.OpenAsync(folder)) await AddAndFlushAsync(archive, "mẹ");
        Directory.CreateDirectory(IndexFolderOf("7"));
        await File.WriteAllTextAsync(Path.Combine(IndexFolderOf("7"), "_0.cfs"), "half", Stop);
        await using var again = await SearchableArchive.OpenAsync(folder);
        Assert.Equal(["1"], Directory.GetDirectories(folder.File("index")).Select(Path.GetFileName));
        Assert.Equal(1, (await again.SearchAsync("mẹ")).Total);
    }

    [Fact]
    public async Task A_reader_beside_the_writer_sees_what_is_committed()
    {
        var readOnly = new ReadOnlyIndex(Options.Create(new ArchiveOptions { DataFolder = folder.Path }));
        using (var nothing = readOnly.Acquire()) Assert.Equal(0, nothing.Searcher.IndexReader.NumDocs);

        await using var archive = await SearchableArchive.OpenAsync(folder);
        await archive.AddAsync(["mẹ"]);
        await archive.Follower.FlushAsync(Stop);
        using var before = readOnly.Acquire();
        Assert.Equal(1, before.Searcher.IndexReader.NumDocs);
        await archive.Follower.ReindexAsync(Stop);
        using var after = readOnly.Acquire();
        Assert.Equal(1, after.Searcher.IndexReader.NumDocs);
        Assert.Equal(1, before.Searcher.IndexReader.NumDocs);
    }

    [Fact]
    public void The_defaults_are_these()
    {
        var options = new IndexingOptions();
        Assert.Equal(TimeSpan.FromMilliseconds(250), options.PollInterval);
        Assert.Equal(TimeSpan.FromSeconds(1), options.CommitInterval);
        Assert.Equal(TimeSpan.FromSeconds(5), options.RetryInterval);
        Assert.Equal(16, options.RamBufferMiB);
    }

    public void Dispose() => folder.Dispose();

    private static async Task AddAndFlushAsync(SearchableArchive archive, params string[] pages)
    {
        await archive.AddAsync(pages);
        await archive.Follower.FlushAsync(Stop);
    }

    private static async Task SetStatusAsync(SearchableArchive archive, Guid id, DocumentStatus status) =>
        await archive.Catalog.EditAsync(id, (await archive.Catalog.FindAsync(id, Stop))!.Version, document => document.Status = status, Stop);

    private static async Task<HealthStatus> HealthAsync(IndexFollower follower) =>
        (await new IndexHealthCheck(follower).CheckHealthAsync(new HealthCheckContext(), Stop)).Status;

    private IndexFollower NewFollower(IDbContextFactory<CatalogDbContext> contexts) => new(
        new ChangeFeed(contexts), Options.Create(new IndexingOptions()), Options.Create(new ArchiveOptions { DataFolder = folder.Path }),
        TimeProvider.System, NullLogger<IndexFollower>.Instance);

    private string CurrentGeneration() => File.ReadAllText(folder.File("index/current"));

    private string IndexFolderOf(string generation) => folder.File($"index/{generation}");

    private string OpenShelfOf(string generation) => folder.File($"index/{generation}/open");

    private long CommittedChange()
    {
        using var directory = IndexGeneration.OpenDirectory(new DirectoryInfo(OpenShelfOf(CurrentGeneration())));
        using var reader = DirectoryReader.Open(directory);
        return long.Parse(reader.IndexCommit.UserData["change"], System.Globalization.CultureInfo.InvariantCulture);
    }
}

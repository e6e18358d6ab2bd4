using AwardArchive.Archive;
using AwardArchive.Fixity;
using AwardArchive.Tests.Indexing;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Fixity;

public sealed class IndexCheckTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_index_lacks_has_old_or_has_too_much_is_found_once_and_mended()
    {
        await using var archive = await SearchableArchive.OpenAsync();
        var whole = await archive.AddAsync(["huân chương"]);
        var stale = await archive.AddAsync(["huân chương"]);
        var stray = await archive.AddAsync(["huân chương"]);
        var hidden = await archive.AddAsync(["huân chương"]);
        await archive.SearchAsync("huân chương");
        var missing = SearchableArchive.NewDocument("huân chương");
        missing.Version = 1;
        await using (var db = await archive.OpenCatalogAsync())
        {
            // Behind the back of the change feed.
            db.Documents.Add(missing);
            await db.SaveChangesAsync(Stop);
            await db.Pages.Where(p => p.DocumentId == stale).ExecuteUpdateAsync(set => set.SetProperty(p => p.Text, "bằng khen"), Stop);
            await db.Documents.Where(d => d.Id == stale).ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, 2), Stop);
            await db.Documents.Where(d => d.Id == hidden).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DocumentStatus.Withdrawn), Stop);
            await db.Pages.Where(p => p.DocumentId == stray).ExecuteDeleteAsync(Stop);
            await db.Documents.Where(d => d.Id == stray).ExecuteDeleteAsync(Stop);
        }

        Assert.Equal(new IndexCheckResult(NotIndexed: 1, Stale: 1, Stray: 2), await archive.IndexCheck.RunAsync(Stop));
        Assert.Equal(new[] { whole, missing.Id }.Order(), (await archive.SearchAsync("huân chương")).Hits.Select(hit => hit.DocumentId).Order());
        Assert.Equal([stale], (await archive.SearchAsync("bằng khen")).Hits.Select(hit => hit.DocumentId));
        var findings = await archive.Findings.ListAsync(null, null, null, 10, Stop);
        Assert.Equal(
            new[] { (FindingKind.NotIndexed, missing.Id), (FindingKind.StaleInIndex, stale), (FindingKind.StrayInIndex, stray), (FindingKind.StrayInIndex, hidden) }.ToHashSet(),
            findings.Select(f => (f.Kind, f.DocumentId!.Value)).ToHashSet());
        Assert.All(findings, f => Assert.Equal((FindingState.Repaired, FindingRemedy.IndexedAgain), (f.State, f.Remedy)));

        Assert.Equal(new IndexCheckResult(0, 0, 0), await archive.IndexCheck.RunAsync(Stop));
        Assert.Equal(4, (await archive.Findings.ListAsync(null, null, null, 10, Stop)).Count);
    }

    [Fact]
    public async Task Changes_while_it_compares_are_no_differences()
    {
        await using var archive = await SearchableArchive.OpenAsync();
        var changes = Task.Run(
            async () =>
            {
                for (var i = 0; i < 60; i++)
                {
                    var id = await archive.AddAsync([$"huân chương {i}"]);
                    await archive.Catalog.EditAsync(id, 1, document => document.SourceReference = $"{i}", Stop);
                    if (i % 3 == 0) await archive.Catalog.WithdrawAsync(id, "test", Stop);
                }
            },
            Stop);
        do Assert.Equal(new IndexCheckResult(0, 0, 0), await archive.IndexCheck.RunAsync(Stop));
        while (!changes.IsCompleted);
        await changes;
        Assert.Equal(new IndexCheckResult(0, 0, 0), await archive.IndexCheck.RunAsync(Stop));
    }
}

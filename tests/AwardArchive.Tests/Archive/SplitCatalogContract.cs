using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Archive;

// Scans of several papers.
public abstract partial class CatalogContract
{
    private static readonly Signature ByLan = new("Lan", "hai văn bản");

    [Fact]
    public async Task A_split_gives_each_paper_its_pages_results_rows_and_statements_and_a_merge_gives_them_back()
    {
        var dossier = new Dossier { Id = Guid.CreateVersion7(), Title = "Hồ sơ", CreatedAt = Time.GetUtcNow() };
        await Catalog.AddDossierAsync(dossier, Stop);
        var id = await ScanAsync("cc", [RowOn(1, "Nguyễn Thị Hoà"), RowOn(3, "Trần Văn An"), RowOn(3, "Hồ Thị Môn", 300)], cuts: [3, 4]);
        await JoinAsync(id, dossier.Id);
        Assert.Equal(1, await Catalog.WishAsync(id, 3, null, new(PageSegmentation: 6), Stop));
        var again = (await Catalog.TryLeaseWishAsync(id, 3, Lease, Stop))!;
        Assert.True(await Catalog.CompleteWishAsync(again.Step, Result(id, 3, 2), new("mẹ hai", [], null), Stop));
        await ReadAsync(id, [RowOn(1, "Nguyễn Thị Hoà"), RowOn(3, "Trần Văn An"), RowOn(3, "Hồ Thị Môn", 300)], [3, 4]);
        var before = await Catalog.FindEntriesAsync(id, 0, 10, Stop);
        Assert.True(await Catalog.CorrectAsync(
            id, await VersionAsync(id),
            [
                Statement.About("number", CorrectionAction.Set, [FactOf("352")]),
                Statement.About(before[1].Id, RowField.Find<AwardEntry>("birthYear")!, FactOf("1940") with { Page = 3 }),
                Statement.About(before[2].Id, CorrectionAction.Remove, before[2].Value),
            ],
            ByLan, Stop));
        var last = await Catalog.LastChangeAsync(Stop);

        var parts = (await Catalog.SplitAsync(id, await VersionAsync(id), SplitPlan.Of(4, [3, 4])!, ByLan, Stop))!;
        Assert.Equal([(1, 2, "quyết định (trang 1–2).pdf"), (3, 1, "quyết định (trang 3).pdf"), (4, 1, "quyết định (trang 4).pdf")], parts.Select(part => (part.FirstPage!.Value, part.PageCount, part.FileName)));
        Assert.All(parts, part => Assert.Equal((id, "cc", dossier.Id, DocumentStatus.Reading), (part.PartOf!.Value, part.Sha256, part.DossierId!.Value, part.Status)));
        await using (var db = await OpenAsync())
        {
            Assert.False(await db.Pages.AnyAsync(p => p.DocumentId == id, Stop));
            Assert.False(await db.Recognitions.AnyAsync(r => r.DocumentId == id, Stop));
            Assert.False(await db.Entries.AnyAsync(e => e.DocumentId == id, Stop));
            // All of it is in the feed, behind the rows.
            Assert.Equal(new[] { id }.Concat(parts.Select(part => part.Id)), await db.Changes.Where(c => c.Number > last).OrderBy(c => c.Number).Select(c => c.DocumentId).ToListAsync(Stop));
        }
        var page = (await Catalog.FindPageAsync(parts[1].Id, 1, Stop))!;
        Assert.Equal((new PagePlace(id, 3), "mẹ hai", 2, 2), (page.Place, page.Text, page.Recognition, page.LastRecognition));
        var results = await Catalog.FindRecognitionsAsync(parts[1].Id, 1, Stop);
        Assert.Equal([(1, new PagePlace(id, 3)), (2, new PagePlace(id, 3))], results.Select(result => (result.Number, result.Place)));
        Assert.Equal([(1, new PagePlace(id, 1)), (2, new PagePlace(id, 2))], (await Catalog.FindRecognizedPagesAsync(parts[0].Id, Stop)).Select(p => (p.Number, p.Place)));

        // Rows keep their identity, through the split and the reading behind it; so do statements about them.
        var row = Assert.Single(await Catalog.FindEntriesAsync(parts[1].Id, 0, 10, Stop));
        Assert.Equal((before[1].Id, 1, 1940), (row.Id, row.Value.Page, row.BirthYear!.Value));
        await ReadAsync(parts[1].Id, [RowOn(1, "Trần Văn An"), RowOn(1, "Hồ Thị Môn", 300)], []);
        row = Assert.Single(await Catalog.FindEntriesAsync(parts[1].Id, 0, 10, Stop));
        Assert.Equal((before[1].Id, 1940), (row.Id, row.BirthYear!.Value));
        await ReadAsync(parts[0].Id, [RowOn(1, "Nguyễn Thị Hoà")], []);
        Assert.Equal("352", (await Catalog.FindAsync(parts[0].Id, Stop))!.Facts!.Number!.Value);
        Assert.Equal(["Lan"], (await Catalog.FindCorrectionsAsync(parts[0].Id, null, 10, Stop)).Select(said => said.By));

        // The scan is no paper any more.
        var scan = (await Catalog.FindAsync(id, Stop))!;
        Assert.Equal((DocumentStatus.Split, false, 0), (scan.Status, scan.IsSplitProposed, scan.WarningCount));
        Assert.Equal(parts.Select(part => part.Id).Order(), (await Catalog.FindDossierDocumentsAsync(dossier.Id, 10, Stop)).Select(d => d.Id).Order());
        Assert.Equal(parts.Select(part => part.Id), (await Catalog.FindPartsAsync(scan, Stop)).Select(part => part.Id));
        Assert.False(await Catalog.CorrectAsync(id, scan.Version, [Statement.About("number", CorrectionAction.Set, [FactOf("1")])], ByLan, Stop));
        Assert.False(await Catalog.WithdrawAsync(id, "Nhầm.", Stop));
        Assert.Equal(0, await Catalog.DemandReadingsAsync(id, Stop));
        Assert.Null(await Catalog.SplitAsync(id, scan.Version, SplitPlan.Of(4, [2])!, ByLan, Stop));
        Assert.Null(await Catalog.SplitAsync(parts[0].Id, (await VersionAsync(parts[0].Id)), SplitPlan.Of(2, [2])!, ByLan, Stop));
        // The same file is the scan, as ever.
        Assert.Equal((id, false), await Catalog.AddDocumentAsync(NewDocument("cc"), Stop) is var (same, added) ? (same.Id, added) : default);
        Assert.Equal(id, (await Catalog.FindBySha256Async("cc", Stop))!.Id);

        Assert.Equal(MergeOutcome.Changed, await Catalog.MergeAsync(id, scan.Version - 1, "Gộp.", ByLan, Stop));
        Assert.Equal(MergeOutcome.Merged, await Catalog.MergeAsync(id, scan.Version, "Gộp.", ByLan, Stop));
        Assert.Equal([1, 2, 3, 4], (await Catalog.FindRecognizedPagesAsync(id, Stop)).Select(p => p.Number));
        page = (await Catalog.FindPageAsync(id, 3, Stop))!;
        Assert.Equal((new PagePlace(id, 3), (Guid?)null, "mẹ hai", 2), (page.Place, page.ScanId, page.Text, page.Recognition));
        Assert.Equal([(before[0].Id, 1, 1), (before[1].Id, 2, 3)], (await Catalog.FindEntriesAsync(id, 0, 10, Stop)).Select(e => (e.Id, e.Ordinal, e.Value.Page)));
        foreach (var part in parts)
        {
            var gone = (await Catalog.FindAsync(part.Id, Stop))!;
            Assert.Equal((DocumentStatus.Withdrawn, "Gộp."), (gone.Status, gone.Reason));
            Assert.Null(await Catalog.FindPageAsync(part.Id, 1, Stop));
        }
        await ReadAsync(id, [RowOn(1, "Nguyễn Thị Hoà"), RowOn(3, "Trần Văn An"), RowOn(3, "Hồ Thị Môn", 300)], [3, 4]);
        scan = (await Catalog.FindAsync(id, Stop))!;
        Assert.Equal((DocumentStatus.Ready, true, "352", dossier.Id), (scan.Status, scan.IsSplitProposed, scan.Facts!.Number!.Value, scan.DossierId!.Value));
        Assert.Equal([before[0].Id, before[1].Id], (await Catalog.FindEntriesAsync(id, 0, 10, Stop)).Select(e => e.Id));
        Assert.Equal([SplitAction.Merge, SplitAction.Split], (await Catalog.FindSplitDecisionsAsync(id, Stop)).Select(d => d.Action));

        // Split otherwise afterwards, the papers that count are those of the last split.
        var others = (await Catalog.SplitAsync(id, scan.Version, SplitPlan.Of(4, [2])!, ByLan, Stop))!;
        Assert.Equal(others.Select(part => part.Id), (await Catalog.FindPartsAsync((await Catalog.FindAsync(id, Stop))!, Stop)).Select(part => part.Id));
    }

    [Fact]
    public async Task What_was_stated_about_a_part_or_taken_out_of_sight_keeps_its_split()
    {
        var id = await ScanAsync("cc", [], cuts: [3]);
        var parts = (await Catalog.SplitAsync(id, await VersionAsync(id), SplitPlan.Of(4, [3])!, ByLan, Stop))!;
        foreach (var part in parts) await ReadAsync(part.Id, [], []);
        Assert.True(await Catalog.CorrectAsync(parts[1].Id, await VersionAsync(parts[1].Id), [Statement.About("number", CorrectionAction.Set, [FactOf("7")])], ByLan, Stop));
        Assert.Equal(MergeOutcome.Stated, await Catalog.MergeAsync(id, await VersionAsync(id), "Gộp.", ByLan, Stop));
        Assert.Equal(DocumentStatus.Ready, (await Catalog.FindAsync(parts[0].Id, Stop))!.Status);
        Assert.NotNull(await Catalog.FindPageAsync(parts[1].Id, 2, Stop));

        var other = await ScanAsync("dd", [], cuts: [2]);
        var others = (await Catalog.SplitAsync(other, await VersionAsync(other), SplitPlan.Of(4, [2])!, ByLan, Stop))!;
        Assert.True(await Catalog.WithdrawAsync(others[0].Id, "Trùng.", Stop));
        Assert.Equal(MergeOutcome.Withdrawn, await Catalog.MergeAsync(other, await VersionAsync(other), "Gộp.", ByLan, Stop));
    }

    [Fact]
    public async Task Refused_cuts_are_proposed_no_more_until_the_reading_proposes_others()
    {
        var id = await ScanAsync("cc", [], cuts: [3]);
        Assert.True((await Catalog.FindAsync(id, Stop))!.IsSplitProposed);
        Assert.False(await Catalog.RefuseSplitAsync(id, await VersionAsync(id) - 1, ByLan, Stop));
        Assert.True(await Catalog.RefuseSplitAsync(id, await VersionAsync(id), ByLan, Stop));
        Assert.False((await Catalog.FindAsync(id, Stop))!.IsSplitProposed);
        Assert.False(await Catalog.RefuseSplitAsync(id, await VersionAsync(id), ByLan, Stop));

        await ReadAgainAsync(id, CutReading([], [3]));
        var read = (await Catalog.FindAsync(id, Stop))!;
        Assert.Equal((false, 0), (read.IsSplitProposed, read.WarningCount));
        await ReadAgainAsync(id, CutReading([], [2, 3]));
        Assert.True((await Catalog.FindAsync(id, Stop))!.IsSplitProposed);
        var missing = new ReadingWarning("rowsMissing", "", 1);
        await ReadAgainAsync(id, new(DocumentFacts.None with { Warnings = [missing, new(ReadingWarning.NewHead, "", 3)] }, []));
        Assert.Equal((false, 1), (await Catalog.FindAsync(id, Stop))! is var warned ? (warned.IsSplitProposed, warned.WarningCount) : default);
        await ReadAgainAsync(id, CutReading([], []));
        Assert.Equal((false, 0), (await Catalog.FindAsync(id, Stop))! is var none ? (none.IsSplitProposed, none.WarningCount) : default);
        var refusal = Assert.Single(await Catalog.FindSplitDecisionsAsync(id, Stop));
        Assert.Equal((SplitAction.Refuse, "Lan", "hai văn bản"), (refusal.Action, refusal.By, refusal.Note));
        Assert.Equal([3], refusal.FirstPages);
    }

    [Fact]
    public async Task Whoever_was_at_work_on_a_page_loses_it_and_its_wish_goes_on_with_the_part()
    {
        var id = await ScanAsync("cc", [], cuts: [3]);
        await Catalog.WishAsync(id, 4, null, new(PageSegmentation: 6), Stop);
        var held = (await Catalog.TryLeaseWishAsync(id, 4, Lease, Stop))!;
        var parts = (await Catalog.SplitAsync(id, await VersionAsync(id), SplitPlan.Of(4, [3])!, ByLan, Stop))!;
        Assert.False(await Catalog.CompleteWishAsync(held.Step, Result(id, 4, held.Number), null, Stop));

        Assert.Equal([(parts[1].Id, 2)], await Catalog.FindWishesAsync(10, Stop));
        var next = (await Catalog.TryLeaseWishAsync(parts[1].Id, 2, Lease, Stop))!;
        Assert.Equal(held.Number + 1, next.Number); // objects of the page that was lost are not written over
    }

    [Fact]
    public async Task Persons_of_a_form_go_with_its_page_and_come_back_with_what_was_said_of_them()
    {
        var id = await ScanAsync("cc", [RowOn(1, "Nguyễn Thị Hoà")], cuts: [3]);
        Assert.Equal(1, await Catalog.DemandReadingsAsync(id, Stop));
        KinEntry On(int page, KinRelation relation, string name) => RowField.Moved(Person(relation, name, 100), page - 1, page);
        await ReadAsync(id, CutReading([RowOn(1, "Nguyễn Thị Hoà")], [3]) with { Kin = [On(3, KinRelation.Self, "Trần Thị Gái"), On(4, KinRelation.Child, "Lê Văn Mẫn")] });
        var before = await Catalog.FindRowsAsync<Kin>(id, 0, 10, Stop);
        Assert.True(await Catalog.CorrectAsync(
            id, await VersionAsync(id), [Statement.About(before[1].Id, RowField.Find<KinEntry>("deathDate")!, FactOf("1968-02") with { Page = 4 })], ByLan, Stop));

        var parts = (await Catalog.SplitAsync(id, await VersionAsync(id), SplitPlan.Of(4, [3])!, ByLan, Stop))!;
        Assert.Empty(await Catalog.FindRowsAsync<Kin>(id, 0, 10, Stop));
        Assert.Empty(await Catalog.FindRowsAsync<Kin>(parts[0].Id, 0, 10, Stop));
        var moved = await Catalog.FindRowsAsync<Kin>(parts[1].Id, 0, 10, Stop);
        Assert.Equal(
            before.Select((kin, at) => (kin.Id, at + 1, at + 1)), moved.Select(kin => (kin.Id, kin.Ordinal, kin.Value.Page)));
        Assert.Equal("1968-02", moved[1].Value.DeathDate!.Value);
        Assert.Equal([RowKind.Kin], (await Catalog.FindCorrectionsAsync(parts[1].Id, null, 10, Stop)).Select(said => said.Row));
        // The reading behind the split finds the same persons, and what was said holds.
        await ReadAsync(parts[1].Id, new DocumentReading(DocumentFacts.None, []) { Kin = [On(1, KinRelation.Self, "Trần Thị Gái"), On(2, KinRelation.Child, "Lê Văn Mẫn")] });
        moved = await Catalog.FindRowsAsync<Kin>(parts[1].Id, 0, 10, Stop);
        Assert.Equal(before.Select(kin => kin.Id), moved.Select(kin => kin.Id));
        Assert.Equal("1968-02", moved[1].Value.DeathDate!.Value);

        Assert.Equal(MergeOutcome.Merged, await Catalog.MergeAsync(id, await VersionAsync(id), "gộp lại", ByLan, Stop));
        var back = await Catalog.FindRowsAsync<Kin>(id, 0, 10, Stop);
        Assert.Equal(before.Select(kin => (kin.Id, kin.Ordinal, kin.Value.Page)), back.Select(kin => (kin.Id, kin.Ordinal, kin.Value.Page)));
        Assert.Single(await Catalog.FindEntriesAsync(id, 0, 10, Stop));
    }

    [Fact]
    public async Task Of_many_who_split_what_they_saw_at_once_one_does()
    {
        var id = await ScanAsync("cc", [], cuts: [3]);
        var version = await VersionAsync(id);
        var splits = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Catalog.SplitAsync(id, version, SplitPlan.Of(4, [2 + (i % 3)])!, ByLan, Stop))));
        var parts = Assert.Single(splits, split => split is not null)!;
        await using var db = await OpenAsync();
        Assert.Equal(parts.Count, await db.Documents.CountAsync(d => d.PartOf == id, Stop));
        Assert.Equal(4, await db.Pages.CountAsync(Stop));
    }

    private async Task<int> VersionAsync(Guid id) => (await Catalog.FindAsync(id, Stop))!.Version;

    /// <summary>Of four pages, read.</summary>
    private protected async Task<Guid> ScanAsync(string content, IReadOnlyList<AwardEntry> entries, IReadOnlyList<int> cuts)
    {
        const int Pages = 4;
        var document = NewDocument(content);
        document.PageCount = Pages;
        var id = (await Catalog.AddDocumentAsync(document, Stop)).Document.Id;
        await LayOutAsync(id, Pages);
        for (var page = 1; page <= Pages; page++) await RecognizeAsync(id, page);
        await ReadAsync(id, entries, cuts);
        return id;
    }

    private async Task ReadAsync(Guid id, IReadOnlyList<AwardEntry> entries, IReadOnlyList<int> cuts)
    {
        var lease = await Catalog.TryLeaseAsync(id, DocumentStatus.Reading, "read", Lease, Stop);
        Assert.True(await Catalog.CompleteReadingAsync(lease!, CutReading(entries, cuts), Stop));
    }

    private static DocumentReading CutReading(IReadOnlyList<AwardEntry> entries, IReadOnlyList<int> cuts) =>
        new(DocumentFacts.None with { Warnings = [.. cuts.Select(page => new ReadingWarning(ReadingWarning.NewHead, "", page))] }, entries);

    private static AwardEntry RowOn(int page, string name, int y = 100) => RowField.Moved(Row(name, y), page - 1, page);
}

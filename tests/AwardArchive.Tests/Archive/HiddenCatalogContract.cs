using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Archive;

// What is hidden from who writes.
public abstract partial class CatalogContract
{
    [Fact]
    public async Task Bytes_that_lie_hidden_make_one_more_document_and_seen_ones_do_not()
    {
        var secret = NewDocument("ee");
        secret.Confidentiality = Confidentiality.Secret;
        Assert.True((await Catalog.AddDocumentAsync(secret, Stop)).Added);
        Guid open;
        using (Actor.Use(Somebody(Confidentiality.Open)))
        {
            var (own, added) = await Catalog.AddDocumentAsync(NewDocument("ee"), Stop);
            Assert.True(added);
            Assert.NotEqual(secret.Id, open = own.Id);
            Assert.Equal((open, false), await Catalog.AddDocumentAsync(NewDocument("ee"), Stop) is var (same, again) ? (same.Id, again) : default);
            Assert.Empty(await Catalog.FindSameBytesAsync(own, Stop));
        }
        using (Actor.Use(Somebody(Confidentiality.Secret)))
        {
            var (first, added) = await Catalog.AddDocumentAsync(NewDocument("ee"), Stop);
            Assert.Equal((secret.Id, false), (first.Id, added));
            Assert.Equal([open], await Catalog.FindSameBytesAsync(first, Stop));
        }
        // The service itself sees both: the first one counts.
        Assert.Equal((secret.Id, false), await Catalog.AddDocumentAsync(NewDocument("ee"), Stop) is var (known, more) ? (known.Id, more) : default);
        Assert.Equal([secret.Id], await Catalog.FindSameBytesAsync((await Catalog.FindAsync(open, Stop))!, Stop));
    }

    [Fact]
    public async Task Of_many_who_add_the_same_bytes_at_once_one_adds_for_each_sight()
    {
        var (one, other) = (await GroupAsync("Phòng A"), await GroupAsync("Phòng B"));
        var (ofOne, ofOther) = (await DossierAsync("A", null), await DossierAsync("B", null));
        await Catalog.GrantAsync(one, ofOne, null, Stop);
        await Catalog.GrantAsync(other, ofOther, null, Stop);
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            var (group, dossier) = i % 2 == 0 ? (one, ofOne) : (other, ofOther);
            using var _ = Actor.Use(Somebody(Confidentiality.Open, group));
            var document = NewDocument("ef");
            document.DossierId = dossier;
            var (kept, added) = await Catalog.AddDocumentAsync(document, Stop);
            return (kept.Id, kept.DossierId, kept.Copy, Added: added);
        }, Stop)));
        Assert.Equal(2, results.Count(result => result.Added));
        Assert.Equal([0, 1], results.Where(result => result.Added).Select(result => result.Copy).Order());
        foreach (var dossier in new[] { ofOne, ofOther }) Assert.Single(results.Where(result => result.DossierId == dossier).Select(result => result.Id).Distinct());
    }

    [Fact]
    public async Task The_folder_of_a_hidden_dossier_makes_another_dossier()
    {
        var group = await GroupAsync("Phòng A");
        var hidden = await Catalog.GetDossierOfFolderAsync("Hộp 1/Hồ sơ 2", Stop);
        await Catalog.GrantAsync(group, hidden, null, Stop);
        Guid own;
        using (Actor.Use(Somebody(Confidentiality.Open)))
        {
            Assert.NotEqual(hidden, own = await Catalog.GetDossierOfFolderAsync("Hộp 1/Hồ sơ 2", Stop));
            Assert.Equal(own, await Catalog.GetDossierOfFolderAsync("Hộp 1/Hồ sơ 2", Stop));
        }
        using (Actor.Use(Somebody(Confidentiality.Open, group))) Assert.Equal(hidden, await Catalog.GetDossierOfFolderAsync("Hộp 1/Hồ sơ 2", Stop));
        Assert.Equal(hidden, await Catalog.GetDossierOfFolderAsync("Hộp 1/Hồ sơ 2", Stop));
    }

    [Fact]
    public async Task A_result_is_reused_only_where_everybody_sees_the_paper_that_it_is_of()
    {
        var secret = await AddAsync("f0");
        await LayOutAsync(secret, 1);
        await RecognizeAsync(secret, 1);
        await RaiseAsync(secret, Confidentiality.Secret);
        var (open, topSecret) = (await AddAsync("f1"), await AddAsync("f2"));
        await RaiseAsync(topSecret, Confidentiality.TopSecret);
        Assert.Null(await Catalog.FindRecognitionBySourceAsync("5e", open, Stop));
        Assert.Equal(secret, (await Catalog.FindRecognitionBySourceAsync("5e", topSecret, Stop))!.DocumentId);
        var (group, dossier) = (await GroupAsync("Phòng A"), await DossierAsync("A", null));
        await Catalog.GrantAsync(group, dossier, null, Stop);
        await JoinAsync(secret, dossier);
        Assert.Null(await Catalog.FindRecognitionBySourceAsync("5e", topSecret, Stop));
        await JoinAsync(topSecret, dossier);
        Assert.NotNull(await Catalog.FindRecognitionBySourceAsync("5e", topSecret, Stop));
    }

    [Fact]
    public async Task A_scan_that_was_split_is_there_only_for_who_sees_all_its_papers()
    {
        var (id, parts) = await SplitScanAsync();
        using (Actor.Use(Somebody(Confidentiality.Open))) Assert.NotNull(await Catalog.FindAsync(id, Stop));
        await RaiseAsync(parts[1].Id, Confidentiality.Secret);
        using (Actor.Use(Somebody(Confidentiality.Open)))
        {
            Assert.Null(await Catalog.FindAsync(id, Stop));
            Assert.Empty(await Catalog.FindSplitDecisionsAsync(id, Stop));
            Assert.False(await Catalog.SeesWholeFileAsync(parts[0], Stop));
            Assert.NotNull(await Catalog.FindAsync(parts[0].Id, Stop));
            Assert.Equal(MergeOutcome.Changed, await Catalog.MergeAsync(id, parts[0].Version, "Gộp.", ByLan, Stop));
        }
        using (Actor.Use(Somebody(Confidentiality.Secret))) Assert.True(await Catalog.SeesWholeFileAsync(parts[0], Stop));
        // By a collection, too: as soon as it is granted, and until it is open again.
        var (group, dossier) = (await GroupAsync("Phòng A"), await DossierAsync("A", null));
        await JoinAsync(parts[2].Id, dossier);
        var (_, grant) = await Catalog.GrantAsync(group, dossier, null, Stop);
        using (Actor.Use(Somebody(Confidentiality.Secret))) Assert.Null(await Catalog.FindAsync(id, Stop));
        using (Actor.Use(Somebody(Confidentiality.Secret, group))) Assert.NotNull(await Catalog.FindAsync(id, Stop));
        // Who sees no collection that the scan itself lies in must not get its pages by a merge.
        Assert.Equal(MergeOutcome.Elsewhere, await Catalog.MergeAsync(id, await VersionAsync(id), "Gộp.", ByLan, Stop));
        Assert.Equal(GrantOutcome.Done, await Catalog.RevokeAsync(group, grant!.Id, opens: true, Stop));
        Assert.Equal(MergeOutcome.Merged, await Catalog.MergeAsync(id, await VersionAsync(id), "Gộp.", ByLan, Stop));
        // The pages of the secret paper are the scan's again.
        Assert.Equal(Confidentiality.Secret, (await Catalog.FindAsync(id, Stop))!.Confidentiality);
    }

    [Fact]
    public async Task Papers_of_a_split_that_was_taken_back_hide_no_later_split()
    {
        var (id, parts) = await SplitScanAsync();
        Assert.Equal(MergeOutcome.Merged, await Catalog.MergeAsync(id, await VersionAsync(id), "Gộp.", ByLan, Stop));
        await RaiseAsync(parts[0].Id, Confidentiality.Secret);
        await ReadAsync(id, [], []);
        Assert.NotNull(await Catalog.SplitAsync(id, await VersionAsync(id), SplitPlan.Of(4, [2])!, ByLan, Stop));
        using var _ = Actor.Use(Somebody(Confidentiality.Open));
        Assert.Equal(DocumentStatus.Split, (await Catalog.FindAsync(id, Stop))!.Status);
    }

    [Fact]
    public async Task Papers_follow_their_scan_up_and_into_its_dossier_and_never_down()
    {
        var (id, parts) = await SplitScanAsync();
        await RaiseAsync(parts[1].Id, Confidentiality.TopSecret);
        var elsewhere = await DossierAsync("Nơi khác", null);
        await JoinAsync(parts[2].Id, elsewhere);
        var last = await Catalog.LastChangeAsync(Stop);
        var changed = await Catalog.EditWithPartsAsync(id, await VersionAsync(id), scan => scan.Confidentiality = Confidentiality.Secret, Stop);
        Assert.Equal([parts[0].Id, parts[2].Id], changed);
        Assert.Equal([id, parts[0].Id, parts[2].Id], await ChangedAfterAsync(last));
        Assert.Equal([Confidentiality.Secret, Confidentiality.TopSecret, Confidentiality.Secret], await LevelsAsync());

        Assert.Equal([], await Catalog.EditWithPartsAsync(id, await VersionAsync(id), scan => scan.Confidentiality = Confidentiality.Open, Stop));
        Assert.Equal([Confidentiality.Secret, Confidentiality.TopSecret, Confidentiality.Secret], await LevelsAsync());

        var dossier = await DossierAsync("Hồ sơ", null);
        Assert.Equal([parts[0].Id, parts[1].Id], await Catalog.EditWithPartsAsync(id, await VersionAsync(id), scan => scan.DossierId = dossier, Stop));
        Assert.Equal([dossier, dossier, elsewhere], await Task.WhenAll(parts.Select(async part => (await Catalog.FindAsync(part.Id, Stop))!.DossierId!.Value)));
        Assert.Null(await Catalog.EditWithPartsAsync(id, 1, scan => scan.Confidentiality = Confidentiality.UltraSecret, Stop));
        Assert.Equal([Confidentiality.Secret, Confidentiality.TopSecret, Confidentiality.Secret], await LevelsAsync());

        async Task<List<Confidentiality>> LevelsAsync()
        {
            await using var db = await OpenAsync();
            return await db.Documents.Where(d => d.PartOf == id).OrderBy(d => d.FirstPage).Select(d => d.Confidentiality).ToListAsync(Stop);
        }
    }

    [Fact]
    public async Task A_case_that_is_hidden_reads_as_one_that_nobody_began_and_takes_no_step()
    {
        var (dossier, secret) = (await CaseAsync(), await AddAsync("f3"));
        await RaiseAsync(secret, Confidentiality.Secret);
        var source = new CaseSource(secret, "f3", 1, null, "chữ");
        Assert.Equal(CaseWriting.Added, await Catalog.AddCaseDecisionAsync(Step(dossier, 1, Somebody("A") with { Source = source }, null), Stop));
        Assert.Equal(CaseWriting.Added, await Catalog.AddCaseDecisionAsync(Step(dossier, 2, Somebody("B"), null), Stop));
        using (Actor.Use(Somebody(Confidentiality.Open)))
        {
            Assert.Empty(await Catalog.FindCaseDecisionsAsync(dossier, null, Stop));
            Assert.Empty(await Catalog.FindCaseDecisionsAsync(dossier, 2, Stop));
            Assert.Equal(CaseWriting.Hidden, await Catalog.AddCaseDecisionAsync(Step(dossier, 1, Somebody("C"), null), Stop));
        }
        using (Actor.Use(Somebody(Confidentiality.Secret))) Assert.Equal(2, (await Catalog.FindCaseDecisionsAsync(dossier, null, Stop)).Count);
    }

    [Fact]
    public async Task A_case_that_names_a_row_of_a_hidden_paper_is_hidden()
    {
        var (dossier, paper) = (await CaseAsync(), await ReadyAsync("f4", DocumentFacts.None));
        await ReadAgainAsync(paper, new(DocumentFacts.None, [Row("Võ Thị Thỏa", 100)]));
        var row = Assert.Single(await Catalog.FindEntriesAsync(paper, 0, 10, Stop)).Id;
        Assert.Equal(CaseWriting.Added, await Catalog.AddCaseDecisionAsync(Step(dossier, 1, Somebody("A") with { Entries = [row] }, null), Stop));
        using (Actor.Use(Somebody(Confidentiality.Open))) Assert.False(await Catalog.IsCaseHiddenAsync(dossier, Stop));
        await RaiseAsync(paper, Confidentiality.Secret);
        using (Actor.Use(Somebody(Confidentiality.Open))) Assert.True(await Catalog.IsCaseHiddenAsync(dossier, Stop));
    }

    private static Actor Somebody(Confidentiality clearance, params Guid[] groups) => Actor.Nobody with { UserId = Guid.NewGuid(), Sight = Sight.Of(clearance, groups) };

    private async Task<(Guid Scan, IReadOnlyList<Document> Parts)> SplitScanAsync()
    {
        var id = await ScanAsync("fa", [], cuts: [2, 3]);
        return (id, (await Catalog.SplitAsync(id, await VersionAsync(id), SplitPlan.Of(4, [2, 3])!, ByLan, Stop))!);
    }

    private async Task RaiseAsync(Guid id, Confidentiality level) =>
        Assert.True(await Catalog.EditAsync(id, await VersionAsync(id), document => document.Confidentiality = level, Stop));
}

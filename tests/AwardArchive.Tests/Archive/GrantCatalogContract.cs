using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Archive;

// Who sees a collection: whatever is granted, revoked or moved is in the feed.
public abstract partial class CatalogContract
{
    [Fact]
    public async Task A_grant_of_a_dossier_puts_its_documents_into_the_feed_once()
    {
        var (group, other) = (await GroupAsync("Phòng A"), await GroupAsync("Phòng B"));
        var (dossier, outside) = (await DossierAsync("Hồ sơ", null), await DossierAsync("Hồ sơ khác", null));
        Guid[] inside = [await PaperAsync(dossier), await PaperAsync(dossier, Confidentiality.UltraSecret)];
        await PaperAsync(outside);
        var last = await Catalog.LastChangeAsync(Stop);

        // Who asks sees little; what is hidden from them moves too.
        using (Actor.Use(Actor.Nobody))
        {
            var (outcome, grant) = await Catalog.GrantAsync(group, dossier, null, Stop);
            Assert.Equal((GrantOutcome.Done, group, dossier), (outcome, grant!.GroupId, grant.DossierId!.Value));
            Assert.Equal((GrantOutcome.Unchanged, grant.Id), await Catalog.GrantAsync(group, dossier, null, Stop) is var (same, known) ? (same, known!.Id) : default);
        }
        Assert.Equal(inside.Order(), (await ChangedAfterAsync(last)).Order());

        last = await Catalog.LastChangeAsync(Stop);
        var second = (await Catalog.GrantAsync(other, dossier, null, Stop)).Grant!;
        Assert.Equal(inside.Order(), (await ChangedAfterAsync(last)).Order());
        last = await Catalog.LastChangeAsync(Stop);
        Assert.Equal(GrantOutcome.NotFound, await Catalog.RevokeAsync(group, second.Id, true, Stop)); // of the other group
        Assert.Equal(GrantOutcome.Done, await Catalog.RevokeAsync(other, second.Id, false, Stop)); // one remains
        Assert.Equal(inside.Order(), (await ChangedAfterAsync(last)).Order());

        // The numbers go on without a gap, as every change's.
        await using var db = await OpenAsync();
        var numbers = await db.Changes.OrderBy(change => change.Number).Select(change => change.Number).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(0, numbers.Count).Select(i => numbers[0] + i), numbers);
        var next = await PaperAsync(null);
        Assert.Equal([next], await ChangedAfterAsync(numbers[^1]));
    }

    [Fact]
    public async Task The_last_grant_goes_only_when_somebody_says_that_all_may_see()
    {
        var group = await GroupAsync("Phòng A");
        var dossier = await DossierAsync("Hồ sơ", "Ban Tổ chức");
        var paper = await PaperAsync(dossier);
        var ofDossier = (await Catalog.GrantAsync(group, dossier, null, Stop)).Grant!;
        Assert.Equal(GrantOutcome.WouldOpen, await Catalog.RevokeAsync(group, ofDossier.Id, false, Stop));

        // With its fonds granted too, the dossier stays closed without a grant of its own.
        var ofFonds = (await Catalog.GrantAsync(group, null, "BAN TỔ CHỨC", Stop)).Grant!;
        Assert.Equal(GrantOutcome.Done, await Catalog.RevokeAsync(group, ofDossier.Id, false, Stop));
        Assert.Equal(GrantOutcome.WouldOpen, await Catalog.RevokeAsync(group, ofFonds.Id, false, Stop));
        Assert.Equal(GrantOutcome.WouldOpen, await Catalog.RemoveGroupAsync(group, Stop));
        var last = await Catalog.LastChangeAsync(Stop);
        Assert.Equal(GrantOutcome.Done, await Catalog.RevokeAsync(group, ofFonds.Id, true, Stop));
        Assert.Equal([paper], await ChangedAfterAsync(last));
        Assert.Equal(GrantOutcome.Done, await Catalog.RemoveGroupAsync(group, Stop));
        Assert.Equal(GrantOutcome.NotFound, await Catalog.RemoveGroupAsync(group, Stop));
        Assert.Equal(GrantOutcome.NotFound, (await Catalog.GrantAsync(group, dossier, null, Stop)).Outcome);
        Assert.Equal(GrantOutcome.NotFound, (await Catalog.GrantAsync(await GroupAsync("Phòng B"), Guid.NewGuid(), null, Stop)).Outcome);
    }

    [Fact]
    public async Task Documents_of_a_fonds_are_in_the_feed_when_it_is_granted_and_when_their_dossier_comes_into_it()
    {
        var group = await GroupAsync("Phòng A");
        var (inside, later) = (await DossierAsync("Trong", "UBND  tỉnh"), await DossierAsync("Sau", "Phông khác"));
        var (one, other) = (await PaperAsync(inside), await PaperAsync(later));
        var last = await Catalog.LastChangeAsync(Stop);
        Assert.Equal(GrantOutcome.Done, (await Catalog.GrantAsync(group, null, Dossier.KeyOfFonds("ubnd tỉnh"), Stop)).Outcome);
        Assert.Equal([one], await ChangedAfterAsync(last));

        last = await Catalog.LastChangeAsync(Stop);
        Assert.True(await Catalog.EditDossierAsync(later, 1, dossier => dossier.Title = "Tên mới", Stop));
        Assert.Empty(await ChangedAfterAsync(last));
        Assert.True(await Catalog.EditDossierAsync(later, 2, dossier => dossier.Place = dossier.Place with { Fonds = "UBND tỉnh" }, Stop));
        Assert.Equal([other], await ChangedAfterAsync(last));
    }

    [Fact]
    public async Task Dossiers_of_before_there_were_columns_for_it_say_of_what_fonds_they_are_and_how_long_they_are_kept()
    {
        Dossier Of(string title, string? fonds, string? code) => new()
        {
            Id = Guid.CreateVersion7(), Title = title, Place = new(fonds, null, null, null, null), CreatedAt = Time.GetUtcNow(),
            Record = code is null ? new Dictionary<string, string> { ["fileCode"] = "1" } : new() { [Dossier.RetentionField] = code },
        };
        Dossier[] all = [Of("Cả hai", "UBND  tỉnh", "02"), Of("Phông", "Phông khác", null), Of("Thời hạn", null, "01"), Of("Không gì", null, null)];
        foreach (var dossier in all) await Catalog.AddDossierAsync(dossier, Stop);
        await using (var db = await OpenAsync())
        {
            // As the migration that brought the columns leaves rows of before.
            Assert.Equal(4, await db.Database.ExecuteSqlAsync($"UPDATE \"Dossiers\" SET \"FondsKey\" = NULL, \"RetentionCode\" = NULL", Stop));
            await db.PrepareAsync(Stop); // the next start
        }
        await using (var db = await OpenAsync())
        {
            var rows = await db.Dossiers.AsNoTracking().ToDictionaryAsync(dossier => dossier.Id, Stop);
            var found = all.Select(dossier => rows[dossier.Id]).ToList();
            (string?, string?)[] keys = [("UBND TỈNH", "02"), ("PHÔNG KHÁC", null), (null, "01"), (null, null)];
            Assert.Equal(keys, found.Select(dossier => (dossier.FondsKey, dossier.RetentionCode)));
            Assert.All(found, dossier => Assert.Equal(1, dossier.Version)); // nothing that somebody entered changed
            Assert.Equal(all.Select(dossier => dossier.Record.Count), found.Select(dossier => dossier.Record.Count));
        }
    }

    private async Task<Guid> GroupAsync(string name)
    {
        await using var db = await OpenAsync();
        var group = new UserGroup { Id = Guid.CreateVersion7(), Name = $"{name} {Guid.NewGuid():N}" };
        db.Groups.Add(group);
        await db.SaveChangesAsync(Stop);
        return group.Id;
    }

    private async Task<Guid> DossierAsync(string title, string? fonds)
    {
        var dossier = new Dossier { Id = Guid.CreateVersion7(), Title = title, Place = new(fonds, null, null, null, null), CreatedAt = Time.GetUtcNow() };
        await Catalog.AddDossierAsync(dossier, Stop);
        return dossier.Id;
    }

    private async Task<Guid> PaperAsync(Guid? dossier, Confidentiality level = Confidentiality.Open)
    {
        var id = Guid.CreateVersion7();
        await Catalog.AddDocumentAsync(
            new() { Id = id, FileName = "tờ.pdf", MediaType = "application/pdf", Sha256 = id.ToString("N"), DossierId = dossier, Confidentiality = level }, Stop);
        return id;
    }

    private async Task<List<Guid>> ChangedAfterAsync(long number)
    {
        await using var db = await OpenAsync();
        return await db.Changes.Where(change => change.Number > number).OrderBy(change => change.Number).Select(change => change.DocumentId).ToListAsync(Stop);
    }
}

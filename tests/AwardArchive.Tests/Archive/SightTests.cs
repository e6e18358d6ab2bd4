using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Archive;

/// <summary>What is hidden from somebody is not there for them.</summary>
public sealed class SightTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly Guid group = Guid.CreateVersion7();
    private readonly Dossier granted = new() { Id = Guid.CreateVersion7(), Title = "Hồ sơ riêng" };
    private readonly Dossier ofFonds = new() { Id = Guid.CreateVersion7(), Title = "Hồ sơ của phông", Place = new("Ban  tổ chức", null, null, null, null) };
    private readonly Dossier open = new() { Id = Guid.CreateVersion7(), Title = "Hồ sơ chung", Place = new("Phông khác", null, null, null, null) };
    private IDbContextFactory<CatalogDbContext> contexts = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = new DbContextOptionsBuilder<CatalogDbContext>().UseSqlite($"Data Source={folder.File("catalog.db")};Pooling=False")
            .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, SightModelKeys>().Options;
        contexts = new Contexts(() => new CatalogDbContext(options) { Sight = Actor.Current.Sight });
        await using var db = await contexts.CreateDbContextAsync(Stop);
        await db.PrepareAsync(Stop);
        db.Groups.Add(new() { Id = group, Name = "Phòng Người có công" });
        db.Dossiers.AddRange(granted, ofFonds, open);
        db.CollectionGrants.Add(new() { Id = Guid.CreateVersion7(), GroupId = group, DossierId = granted.Id });
        db.CollectionGrants.Add(new() { Id = Guid.CreateVersion7(), GroupId = group, FondsKey = Dossier.KeyOfFonds("BAN tổ chức") });
        foreach (var level in Enum.GetValues<Confidentiality>())
        {
            foreach (var dossier in new[] { granted.Id, ofFonds.Id, open.Id, (Guid?)null })
            {
                var id = Guid.CreateVersion7();
                db.Documents.Add(new()
                {
                    Id = id, FileName = "tờ.pdf", MediaType = "application/pdf", Sha256 = id.ToString("N"), Confidentiality = level, DossierId = dossier,
                });
            }
        }
        await db.SaveChangesAsync(Stop);
    }

    [Fact]
    public async Task What_the_service_does_itself_sees_everything() => Assert.Equal((16, 3), await SeenAsync());

    [Fact]
    public async Task Nobody_sees_nothing()
    {
        using var _ = Actor.Use(Actor.Nobody);
        Assert.Equal((0, 0), await SeenAsync());
    }

    [Theory]
    [InlineData(Confidentiality.Open, false, 2, 1)]
    [InlineData(Confidentiality.Open, true, 4, 3)]
    [InlineData(Confidentiality.TopSecret, false, 6, 1)]
    [InlineData(Confidentiality.UltraSecret, true, 16, 3)]
    public async Task A_person_sees_papers_up_to_the_clearance_in_collections_that_are_open_or_granted(Confidentiality clearance, bool inGroup, int documents, int dossiers)
    {
        Guid[] groups = inGroup ? [group] : [Guid.CreateVersion7()];
        using var _ = Actor.Use(Actor.Nobody with { Sight = Sight.Of(clearance, groups) });
        Assert.Equal((documents, dossiers), await SeenAsync());
    }

    /// <summary>Accounts and the service's own bookkeeping; of no paper. What the filters themselves ask.</summary>
    private static readonly HashSet<string> OfNoPaper =
    [
        nameof(MatchTurn), nameof(SavedSearch), nameof(FixityPass), nameof(UpkeepLease), nameof(CatalogIdentity), nameof(ArchiveUser), nameof(AccessToken), nameof(UserGroup),
        nameof(GroupMember), nameof(CollectionGrant), "IdentityUserClaim`1", "IdentityUserLogin`1", "IdentityUserToken`1", "AuditEntry", "AuditCheckpoint", nameof(AuditMonthKey), nameof(UploadTally), "ProtectionKey",
        "KnownBrowser", nameof(ScanPart),
    ];

    [Fact]
    public async Task Every_table_that_tells_of_papers_leaves_out_what_is_hidden()
    {
        using var _ = Actor.Use(Actor.Nobody);
        await using var db = await contexts.CreateDbContextAsync(Stop);
        var open = db.Model.GetEntityTypes().Where(type => type.BaseType is null && !type.IsOwned() && type.GetDeclaredQueryFilters().Count == 0)
            .Select(type => type.ClrType.Name).Where(name => !OfNoPaper.Contains(name));
        Assert.Empty(open);
    }

    [Fact]
    public async Task Who_sees_everything_asks_the_database_as_if_there_were_no_sight()
    {
        var plain = new DbContextOptionsBuilder<CatalogDbContext>().UseSqlite("Data Source=:memory:").Options;
        await using var without = new CatalogDbContext(plain);
        using (Actor.Use(Actor.Nobody))
        {
            await using var limited = await contexts.CreateDbContextAsync(Stop);
            Assert.NotEqual(Queries(without), Queries(limited)); // both models were built in one process
        }
        await using var unlimited = await contexts.CreateDbContextAsync(Stop);
        Assert.Equal(Queries(without), Queries(unlimited));
        Assert.DoesNotContain(unlimited.Model.GetEntityTypes(), type => type.GetDeclaredQueryFilters().Count > 0);
    }

    private static string[] Queries(CatalogDbContext db) =>
    [
        db.Documents.ToQueryString(), db.Documents.InSight().Where(d => d.DossierId == Guid.Empty).ToQueryString(), db.Pages.Where(p => p.Review != null).ToQueryString(),
        db.Dossiers.ToQueryString(), db.Changes.Where(c => c.Number > 7).ToQueryString(), db.Entries.Where(e => e.NameKey == "a").ToQueryString(), db.PersonPairs.ToQueryString(),
        db.Changes.Join(db.Documents, c => c.DocumentId, d => d.Id, (c, d) => d.FileName).ToQueryString(),
    ];

    [Fact]
    public async Task An_actor_acts_until_the_flow_of_control_ends()
    {
        Assert.Same(Actor.System, Actor.Current);
        using (Actor.Use(Actor.Nobody))
        {
            await Task.Yield();
            Assert.Same(Actor.Nobody, Actor.Current);
            Assert.Same(Actor.Nobody, await Task.Run(() => Actor.Current, Stop));
        }
        Assert.Same(Actor.System, Actor.Current);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(int Documents, int Dossiers)> SeenAsync()
    {
        await using var db = await contexts.CreateDbContextAsync(Stop);
        return (await db.Documents.CountAsync(Stop), await db.Dossiers.CountAsync(Stop));
    }

    private sealed class Contexts(Func<CatalogDbContext> create) : IDbContextFactory<CatalogDbContext>
    {
        public CatalogDbContext CreateDbContext() => create();
    }
}

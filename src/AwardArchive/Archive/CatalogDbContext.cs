using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AwardArchive.Archive;

/// <summary>The rows of the archive. Reads go through here; writes that move a document on go through <see cref="Catalog"/>.</summary>
/// <remarks>On SQLite. What another database does unlike it is virtual and stands together below the model.</remarks>
public class CatalogDbContext : DbContext
{
    public CatalogDbContext(DbContextOptions<CatalogDbContext> options)
        : base(options)
    {
    }

    protected CatalogDbContext(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Page> Pages => Set<Page>();

    public DbSet<PageRecognition> Recognitions => Set<PageRecognition>();

    /// <summary>All whom papers name: <see cref="Entries"/> and <see cref="Kin"/>.</summary>
    public DbSet<Mention> Mentions => Set<Mention>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<Kin> Kin => Set<Kin>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<MachineReading> Readings => Set<MachineReading>();

    public DbSet<SplitDecision> SplitDecisions => Set<SplitDecision>();

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<DossierRefusal> DossierRefusals => Set<DossierRefusal>();

    public DbSet<CaseDecision> CaseDecisions => Set<CaseDecision>();

    public DbSet<DossierReport> Reports => Set<DossierReport>();

    public DbSet<PaperReference> References => Set<PaperReference>();

    public DbSet<PersonPair> PersonPairs => Set<PersonPair>();

    public DbSet<PairDecision> PairDecisions => Set<PairDecision>();

    public DbSet<MatchTurn> MatchTurns => Set<MatchTurn>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<FixityPass> FixityPasses => Set<FixityPass>();

    public DbSet<OriginalCopy> OriginalCopies => Set<OriginalCopy>();

    public DbSet<UpkeepLease> UpkeepLeases => Set<UpkeepLease>();

    public DbSet<ArchiveUser> Users => Set<ArchiveUser>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<UserGroup> Groups => Set<UserGroup>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    public DbSet<CollectionGrant> CollectionGrants => Set<CollectionGrant>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditMonthKey> AuditMonthKeys => Set<AuditMonthKey>();

    public DbSet<UploadTally> UploadTallies => Set<UploadTally>();

    public DbSet<WithdrawalRequest> Withdrawals => Set<WithdrawalRequest>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<CatalogIdentity> Identity => Set<CatalogIdentity>();

    /// <summary>What is seen through this context. Set before its first use.</summary>
    internal Sight Sight { get; init; } = Sight.Everything;

    /// <summary>For the filters of <see cref="CatalogSight"/>.</summary>
    internal Confidentiality SightClearance => Sight.Clearance ?? (Confidentiality)(-1);

    /// <summary>For the filters of <see cref="CatalogSight"/>.</summary>
    internal List<Guid> SightGroups => [.. Sight.Groups];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // SQLite has no type for times that sorts; ticks of UTC do.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Document>(document =>
        {
            document.HasKey(d => d.Id);
            document.Property(d => d.Id).ValueGeneratedNever();
            // Papers of a scan share its original.
            document.HasIndex(d => new { d.Sha256, d.Copy }).IsUnique().HasFilter("\"PartOf\" IS NULL");
            document.HasIndex(d => d.PartOf).HasFilter("\"PartOf\" IS NOT NULL");
            document.HasIndex(d => d.Id, "IX_Documents_SplitProposed").HasFilter("\"IsSplitProposed\"");
            document.HasIndex(d => d.Id, "IX_Documents_Warnings").HasFilter("\"WarningCount\" > 0");
            document.HasIndex(d => new { d.Status, d.Id });
            document.HasIndex(d => new { d.Status, d.IsBulk, d.Id });
            document.HasIndex(d => d.DossierId);
            document.HasIndex(d => d.IsReadingDue).HasFilter("\"IsReadingDue\"");
            document.Property(d => d.Version).IsConcurrencyToken();
            document.Property(d => d.Facts).HasConversion<JsonConverter<DocumentFacts>>();
            document.HasMany(d => d.Pages).WithOne().HasForeignKey(p => p.DocumentId);
        });
        modelBuilder.Entity<Page>(page =>
        {
            page.HasKey(p => new { p.DocumentId, p.Number });
            page.HasIndex(p => new { p.Status, p.IsBulk, p.Attempts, p.Turn, p.DocumentId, p.Number }, "IX_Pages_Next");
            page.HasIndex(p => new { p.DocumentId, p.Number }, "IX_Pages_Review").HasFilter("\"Review\" IS NOT NULL");
            page.HasIndex(p => new { p.DocumentId, p.Number }, "IX_Pages_Wish").HasFilter("\"Wish\" IS NOT NULL");
            page.Property(p => p.Alternatives).HasConversion<AlternativesConverter, AlternativesComparer>();
            page.Property(p => p.Wish).HasConversion<JsonConverter<RecognitionWish>>();
        });
        modelBuilder.Entity<PageRecognition>(recognition =>
        {
            recognition.ToTable("Recognitions");
            recognition.HasKey(r => new { r.DocumentId, r.PageNumber, r.Number });
            recognition.HasIndex(r => r.Source).HasFilter("\"Source\" IS NOT NULL");
            recognition.HasIndex(r => r.ScanId).HasFilter("\"ScanId\" IS NOT NULL");
            recognition.HasIndex(r => r.IsReused).HasFilter("\"IsReused\"");
            recognition.Property(r => r.Parameters).HasConversion<JsonConverter<IReadOnlyDictionary<string, string>>, ParametersComparer>();
            recognition.HasOne<Page>().WithMany().HasForeignKey(r => new { r.DocumentId, r.PageNumber });
        });
        modelBuilder.Entity<Mention>(mention =>
        {
            mention.HasDiscriminator<RowKind>("Kind").HasValue<Entry>(RowKind.Entry).HasValue<Kin>(RowKind.Kin);
            mention.HasKey(m => m.Id);
            mention.Property(m => m.Id).ValueGeneratedNever();
            mention.HasIndex(m => new { m.DocumentId, m.Ordinal });
            mention.HasIndex(m => m.NameKey);
            mention.HasIndex(m => m.CertificateKey).HasFilter("\"CertificateKey\" IS NOT NULL");
            mention.HasOne<Document>().WithMany().HasForeignKey(m => m.DocumentId);
        });
        modelBuilder.Entity<Entry>().Property(entry => entry.Value).HasColumnName("Value").HasConversion<JsonConverter<AwardEntry>>();
        modelBuilder.Entity<Kin>().Property(kin => kin.Value).HasColumnName("Value").HasConversion<JsonConverter<KinEntry>>();
        modelBuilder.Entity<Correction>(correction =>
        {
            correction.HasKey(c => new { c.DocumentId, c.Number });
            correction.HasOne<Document>().WithMany().HasForeignKey(c => c.DocumentId);
        });
        modelBuilder.Entity<MachineReading>(reading =>
        {
            reading.HasKey(r => r.DocumentId);
            reading.HasOne<Document>().WithOne().HasForeignKey<MachineReading>(r => r.DocumentId);
        });
        modelBuilder.Entity<SplitDecision>(decision =>
        {
            decision.HasKey(d => new { d.DocumentId, d.Number });
            decision.Property(d => d.FirstPages).HasConversion<JsonConverter<IReadOnlyList<int>>, ListComparer<int>>();
            decision.Property(d => d.Parts).HasConversion<JsonConverter<IReadOnlyList<SplitPart>>, ListComparer<SplitPart>>();
            decision.HasOne<Document>().WithMany().HasForeignKey(d => d.DocumentId);
        });
        modelBuilder.Entity<Dossier>(dossier =>
        {
            dossier.HasKey(d => d.Id);
            dossier.Property(d => d.Id).ValueGeneratedNever();
            dossier.HasIndex(d => new { d.FolderKey, d.FolderCopy }).IsUnique();
            dossier.HasIndex(d => new { d.RetentionCode, d.Id }).HasFilter("\"RetentionCode\" IS NOT NULL");
            dossier.HasIndex(d => d.FondsKey).HasFilter("\"FondsKey\" IS NOT NULL");
            dossier.Property(d => d.Version).IsConcurrencyToken();
            dossier.Property(d => d.Place).HasConversion<JsonConverter<DossierPlace>>();
            dossier.Property(d => d.Record).HasConversion<JsonConverter<IReadOnlyDictionary<string, string>>, ParametersComparer>();
        });
        modelBuilder.Entity<DossierRefusal>(refusal =>
        {
            refusal.HasKey(r => new { r.DossierId, r.DocumentId });
            refusal.HasOne<Dossier>().WithMany().HasForeignKey(r => r.DossierId);
            refusal.HasOne<Document>().WithMany().HasForeignKey(r => r.DocumentId);
        });
        modelBuilder.Entity<CaseDecision>(decision =>
        {
            decision.HasKey(d => new { d.DossierId, d.Number });
            decision.HasIndex(d => d.NameKey).HasFilter("\"NameKey\" IS NOT NULL");
            decision.HasIndex(d => d.CertificateKey).HasFilter("\"CertificateKey\" IS NOT NULL");
            decision.Property(d => d.Person).HasConversion<JsonConverter<CasePerson>>();
            decision.Property(d => d.Evidence).HasConversion<JsonConverter<CaseEvidence>>();
            decision.HasOne<Dossier>().WithMany().HasForeignKey(d => d.DossierId);
        });
        modelBuilder.Entity<DossierReport>(report =>
        {
            report.ToTable("DossierReports");
            report.HasKey(r => new { r.DossierId, r.Digest });
            report.HasIndex(r => r.Digest);
            report.HasIndex(r => r.PdfSha256);
            report.HasOne<Dossier>().WithMany().HasForeignKey(r => r.DossierId);
        });
        modelBuilder.Entity<PaperReference>(reference =>
        {
            reference.HasKey(r => new { r.DocumentId, r.Kind, r.Key });
            reference.HasIndex(r => r.Key);
            reference.HasOne<Document>().WithMany().HasForeignKey(r => r.DocumentId);
        });
        modelBuilder.Entity<PersonPair>(pair =>
        {
            pair.HasKey(p => p.Id);
            pair.Property(p => p.Id).ValueGeneratedNever();
            pair.HasIndex(p => p.One);
            pair.HasIndex(p => p.Other);
            pair.HasIndex(p => new { p.State, p.Probability, p.Id });
            pair.Property(p => p.Reasons).HasConversion<JsonConverter<IReadOnlyList<PairReason>>, ListComparer<PairReason>>();
        });
        modelBuilder.Entity<PairDecision>(decision =>
        {
            decision.HasKey(d => d.Id);
            decision.Property(d => d.Id).ValueGeneratedNever();
            decision.HasIndex(d => d.One);
            decision.HasIndex(d => d.Other);
        });
        modelBuilder.Entity<MatchTurn>(turn =>
        {
            turn.HasKey(t => t.Id);
            turn.Property(t => t.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<WithdrawalRequest>(request =>
        {
            request.ToTable("Withdrawals");
            request.HasKey(r => r.Id);
            request.Property(r => r.Id).ValueGeneratedNever();
            // One question at a time.
            request.HasIndex(r => r.DocumentId, "IX_Withdrawals_Waiting").IsUnique().HasFilter("\"State\" = 0");
            request.HasIndex(r => new { r.DocumentId, r.Id });
            request.HasOne<Document>().WithMany().HasForeignKey(r => r.DocumentId);
            if (Sight.IsLimited) request.HasQueryFilter(r => Documents.Any(d => d.Id == r.DocumentId));
        });
        modelBuilder.Entity<UploadTally>().HasKey(tally => new { tally.UserId, tally.Day });
        modelBuilder.Entity<ProtectionKey>().HasKey(key => key.Id);
        modelBuilder.Entity<Batch>().HasKey(batch => batch.Name);
        modelBuilder.Entity<Attempt>(attempt =>
        {
            attempt.HasIndex(a => new { a.DocumentId, a.PageNumber });
            attempt.HasIndex(a => a.LeaseOwner);
            attempt.HasOne<Document>().WithMany().HasForeignKey(a => a.DocumentId);
        });
        modelBuilder.Entity<Change>(change =>
        {
            change.HasKey(c => c.Number);
            change.Property(c => c.Number).ValueGeneratedOnAdd();
        });
        modelBuilder.Entity<SavedSearch>(search =>
        {
            search.HasKey(s => s.Id);
            search.HasIndex(s => s.OwnerId);
        });
        modelBuilder.Entity<Finding>(finding =>
        {
            finding.HasKey(f => f.Id);
            finding.Property(f => f.Id).ValueGeneratedNever();
            finding.HasIndex(f => new { f.State, f.Id });
            // Seen again it is the same finding, as long as it is open.
            finding.HasIndex(f => new { f.Key, f.Place }).IsUnique().HasFilter("\"State\" = 0");
        });
        modelBuilder.Entity<FixityPass>(pass =>
        {
            pass.HasKey(p => p.Id);
            pass.Property(p => p.Id).ValueGeneratedNever();
            pass.HasIndex(p => p.IsOpen).IsUnique().HasFilter("\"IsOpen\"");
        });
        modelBuilder.Entity<OriginalCopy>(copy =>
        {
            copy.HasKey(c => new { c.DocumentId, c.Store });
            copy.HasOne<Document>().WithMany().HasForeignKey(c => c.DocumentId);
        });
        modelBuilder.Entity<UpkeepLease>().HasKey(lease => lease.Name);
        modelBuilder.Entity<CatalogIdentity>().HasKey(i => i.Id);
        AddAccounts(modelBuilder);
        AddAudit(modelBuilder);
        if (Sight.IsLimited) CatalogSight.Limit(modelBuilder, this);
    }

    /// <summary>Other machines write to it too.</summary>
    internal virtual bool IsShared => false;

    /// <summary>Brings the schema to this program's version. The caller holds the data folder.</summary>
    internal virtual async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
        // EF's own lock outlives a killed process and would make every later start wait for ever
        // (https://learn.microsoft.com/ef/core/providers/sqlite/limitations#concurrent-migrations-protection);
        // the lock of the data folder guards the schema already.
        await Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellationToken);
        await MigrateAsync(cancellationToken);
    }

    /// <summary>Saves, and gives the document's change the next number of the feed, in the open transaction.</summary>
    /// <remarks>Numbers have no gaps and follow the order of commits: SQLite lets one writer in at a time and takes an autoincrement number
    /// back when the transaction is rolled back.</remarks>
    internal virtual async Task SaveChangeAsync(Guid documentId, CancellationToken cancellationToken)
    {
        Changes.Add(new Change { DocumentId = documentId });
        await SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives every document of these dossiers the next numbers of the feed, in the open transaction, whoever sees it.</summary>
    /// <remarks>Before it reads which documents there are, the caller has to hold the feed: who puts a document into a dossier at the same time has then
    /// committed already, or gets the next number and is read by the follower after this.</remarks>
    internal Task AddChangesOfDossierAsync(Guid dossierId, CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Changes" ("Number", "DocumentId")
        SELECT (SELECT COALESCE(MAX("Number"), 0) FROM "Changes") + ROW_NUMBER() OVER (ORDER BY "Id"), "Id" FROM "Documents" WHERE "DossierId" = {dossierId}
        """,
        cancellationToken);

    /// <summary>As <see cref="AddChangesOfDossierAsync"/>, of all dossiers of a fonds.</summary>
    internal Task AddChangesOfFondsAsync(string fondsKey, CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Changes" ("Number", "DocumentId")
        SELECT (SELECT COALESCE(MAX("Number"), 0) FROM "Changes") + ROW_NUMBER() OVER (ORDER BY "Id"), "Id" FROM "Documents"
        WHERE "DossierId" IN (SELECT "Id" FROM "Dossiers" WHERE "FondsKey" = {fondsKey})
        """,
        cancellationToken);

    /// <summary>Keeps others from adding to the change feed until the transaction ends. Comes after every lock of a row.</summary>
    internal virtual Task LockFeedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Keeps others from changing who is an administrator until the transaction ends.</summary>
    internal virtual Task LockAccountsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Keeps other writers from the document and its pages until the transaction ends. Comes before any of its rows is written.</summary>
    internal virtual Task LockDocumentAsync(Guid documentId, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Keeps others from deciding about pairs of entries, and from proposing them, until the transaction ends. Comes before any pair is read.</summary>
    internal virtual Task LockPeopleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Keeps others from writing to the audit chain until the transaction ends. Comes before its last entry is read.</summary>
    internal virtual Task LockAuditAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What this context deletes or overwrites does not lie about in the database's file, as far as the database can promise it.</summary>
    internal virtual Task ForgetWhatIsDeletedAsync(CancellationToken cancellationToken) => Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON;", cancellationToken);

    /// <summary>The number of the newest entry of the feed; 0 when there is none.</summary>
    internal async Task<long> LastChangeAsync(CancellationToken cancellationToken) => await Changes.MaxAsync(change => (long?)change.Number, cancellationToken) ?? 0;

    /// <summary>Takes the right to look for standing work until the context is disposed.</summary>
    /// <returns>False when another machine has it.</returns>
    internal virtual Task<bool> TryHoldSweepAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Until the context is disposed it sees the rows as they are now, and keeps no writer out.</summary>
    internal virtual async Task BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        // EF would begin as a writer.
        await Database.UseTransactionAsync(((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true), cancellationToken);
    }

    /// <summary>Rows with numbers of their own were written, in the open transaction; the next number given must be higher.</summary>
    internal virtual Task AfterRestoreAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A row with the same unique value was committed first.</summary>
    internal virtual bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: 19 /* SQLITE_CONSTRAINT */ };

    protected async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await Database.MigrateAsync(cancellationToken);
        await FillDossierKeysAsync(cancellationToken);
        if (await Identity.AnyAsync(cancellationToken)) return;
        Identity.Add(new CatalogIdentity { Id = Guid.NewGuid() });
        await SaveChangesAsync(cancellationToken);
    }

    /// <summary>As ASP.NET Core Identity's stores want their tables; what else there is to accounts.</summary>
    private static void AddAccounts(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ArchiveUser>(user =>
        {
            user.ToTable("Users");
            user.Property(u => u.Id).ValueGeneratedNever();
            user.HasIndex(u => u.NormalizedUserName).IsUnique();
            user.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
            user.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(claim => claim.UserId);
            user.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(login => login.UserId);
            user.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(token => token.UserId);
            user.HasMany<AccessToken>().WithOne().HasForeignKey(token => token.UserId);
            user.HasMany<GroupMember>().WithOne().HasForeignKey(member => member.UserId);
        });
        modelBuilder.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaims").HasKey(claim => claim.Id);
        modelBuilder.Entity<IdentityUserLogin<Guid>>().ToTable("UserLogins").HasKey(login => new { login.LoginProvider, login.ProviderKey });
        modelBuilder.Entity<IdentityUserToken<Guid>>().ToTable("UserTokens").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        modelBuilder.Entity<AccessToken>(token =>
        {
            token.HasKey(t => t.Id);
            token.Property(t => t.Id).ValueGeneratedNever();
            token.HasIndex(t => t.Hash).IsUnique();
        });
        modelBuilder.Entity<UserGroup>(group =>
        {
            group.ToTable("Groups");
            group.Property(g => g.Id).ValueGeneratedNever();
            group.HasIndex(g => g.Name).IsUnique();
            group.HasMany<GroupMember>().WithOne().HasForeignKey(member => member.GroupId);
            group.HasMany<CollectionGrant>().WithOne().HasForeignKey(grant => grant.GroupId);
        });
        modelBuilder.Entity<GroupMember>().HasKey(member => new { member.GroupId, member.UserId });
        modelBuilder.Entity<CollectionGrant>(grant =>
        {
            grant.Property(g => g.Id).ValueGeneratedNever();
            grant.HasIndex(g => new { g.DossierId, g.GroupId }).IsUnique().HasFilter("\"DossierId\" IS NOT NULL");
            grant.HasIndex(g => new { g.FondsKey, g.GroupId }).IsUnique().HasFilter("\"FondsKey\" IS NOT NULL");
            grant.HasOne<Dossier>().WithMany().HasForeignKey(g => g.DossierId);
        });
    }

    private static void AddAudit(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.HasKey(e => e.Number);
            entry.Property(e => e.Number).ValueGeneratedNever();
            entry.HasIndex(e => e.At);
            entry.HasIndex(e => new { e.Name, e.Number });
            entry.HasIndex(e => new { e.Action, e.Number });
            entry.HasIndex(e => new { e.Target, e.Number });
            entry.HasIndex(e => e.Intent).HasFilter("\"Intent\" IS NOT NULL");
        });
        modelBuilder.Entity<AuditMonthKey>(key =>
        {
            key.HasKey(k => k.Month);
            key.Property(k => k.Month).ValueGeneratedNever();
        });
    }

    /// <summary>Dossiers of before there were grants say of what fonds they are and how long they are kept, and have no columns of it yet.</summary>
    private async Task FillDossierKeysAsync(CancellationToken cancellationToken)
    {
        var without = await Dossiers.FromSql(
            $"""
            SELECT * FROM "Dossiers" WHERE ("FondsKey" IS NULL AND "Place" NOT LIKE '%"fonds":null%') OR ("RetentionCode" IS NULL AND "Record" LIKE '%"maintenance":%')
            """).ToListAsync(cancellationToken);
        foreach (var dossier in without) (dossier.Place, dossier.Record) = (dossier.Place with { }, new Dictionary<string, string>(dossier.Record));
        await SaveChangesAsync(cancellationToken);
    }

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class JsonConverter<T>() : ValueConverter<T?, string?>(
        value => value == null ? null : JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
        json => json == null ? null : JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web))
        where T : class;

    private sealed class AlternativesConverter() : ValueConverter<IReadOnlyList<TextAlternative>, string>(
        alternatives => TextAlternative.Write(alternatives),
        stored => TextAlternative.Read(stored));

    // Neither is changed in place: another one is set.
    private sealed class AlternativesComparer() : ValueComparer<IReadOnlyList<TextAlternative>>(
        (one, other) => ReferenceEquals(one, other), list => list.Count);

    private sealed class ListComparer<T>() : ValueComparer<IReadOnlyList<T>>((one, other) => ReferenceEquals(one, other), list => list.Count);

    private sealed class ParametersComparer() : ValueComparer<IReadOnlyDictionary<string, string>>(
        (one, other) => ReferenceEquals(one, other), parameters => parameters.Count);
}

/// <summary>One row: which catalog this is, so that an index of another one is noticed.</summary>
public sealed class CatalogIdentity
{
    public Guid Id { get; init; }
}

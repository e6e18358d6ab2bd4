using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AwardArchive.Archive;

/// <summary>The rows of the archive. Reads go through here; writes that move a document on go through <see cref="Catalog"/>.</summary>
public sealed class CatalogDbContext(DbContextOptions<CatalogDbContext> options) : DbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Page> Pages => Set<Page>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<CatalogIdentity> Identity => Set<CatalogIdentity>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // SQLite has no type for times that sorts; ticks of UTC do.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Document>(document =>
        {
            document.HasKey(d => d.Id);
            document.Property(d => d.Id).ValueGeneratedNever();
            document.HasIndex(d => d.Sha256).IsUnique();
            document.HasIndex(d => new { d.Status, d.Id });
            document.HasIndex(d => d.DossierId);
            document.Property(d => d.Version).IsConcurrencyToken();
            document.Property(d => d.Facts).HasConversion<FactsConverter>();
            document.HasMany(d => d.Pages).WithOne().HasForeignKey(p => p.DocumentId);
        });
        modelBuilder.Entity<Page>(page =>
        {
            page.HasKey(p => new { p.DocumentId, p.Number });
            page.HasIndex(p => p.Status);
        });
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
        modelBuilder.Entity<CatalogIdentity>().HasKey(i => i.Id);
    }

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class FactsConverter() : ValueConverter<DocumentFacts?, string?>(
        facts => facts == null ? null : JsonSerializer.Serialize(facts, JsonSerializerOptions.Web),
        json => json == null ? null : JsonSerializer.Deserialize<DocumentFacts>(json, JsonSerializerOptions.Web));
}

/// <summary>One row: which catalog this is, so that an index of another one is noticed.</summary>
public sealed class CatalogIdentity
{
    public Guid Id { get; init; }
}

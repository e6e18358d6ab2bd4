using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AwardArchive.Archive;

/// <summary>The rows of the archive. Reads go through here; writes that move a document on go through <see cref="Catalog"/>.</summary>
public sealed class CatalogDbContext(DbContextOptions<CatalogDbContext> options) : DbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Page> Pages => Set<Page>();

    public DbSet<PageRecognition> Recognitions => Set<PageRecognition>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

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
            document.HasIndex(d => d.IsReadingDue).HasFilter("\"IsReadingDue\"");
            document.Property(d => d.Version).IsConcurrencyToken();
            document.Property(d => d.Facts).HasConversion<JsonConverter<DocumentFacts>>();
            document.HasMany(d => d.Pages).WithOne().HasForeignKey(p => p.DocumentId);
        });
        modelBuilder.Entity<Page>(page =>
        {
            page.HasKey(p => new { p.DocumentId, p.Number });
            page.HasIndex(p => p.Status);
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
            recognition.HasIndex(r => r.IsReused).HasFilter("\"IsReused\"");
            recognition.Property(r => r.Parameters).HasConversion<JsonConverter<IReadOnlyDictionary<string, string>>, ParametersComparer>();
            recognition.HasOne<Page>().WithMany().HasForeignKey(r => new { r.DocumentId, r.PageNumber });
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
        modelBuilder.Entity<SavedSearch>().HasKey(search => search.Id);
        modelBuilder.Entity<CatalogIdentity>().HasKey(i => i.Id);
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

    private sealed class ParametersComparer() : ValueComparer<IReadOnlyDictionary<string, string>>(
        (one, other) => ReferenceEquals(one, other), parameters => parameters.Count);
}

/// <summary>One row: which catalog this is, so that an index of another one is noticed.</summary>
public sealed class CatalogIdentity
{
    public Guid Id { get; init; }
}

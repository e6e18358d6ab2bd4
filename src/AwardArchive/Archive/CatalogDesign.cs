using AwardArchive.Archive.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AwardArchive.Archive;

/// <summary>For <c>dotnet ef migrations add NAME -c CatalogDbContext -o Archive/Migrations</c> only.</summary>
internal sealed class CatalogDesign : IDesignTimeDbContextFactory<CatalogDbContext>
{
    public CatalogDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<CatalogDbContext>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>For <c>dotnet ef migrations add NAME -c PostgresCatalogDbContext -o Archive/Postgres/Migrations</c> only: every migration has its twin there.</summary>
internal sealed class PostgresCatalogDesign : IDesignTimeDbContextFactory<PostgresCatalogDbContext>
{
    public PostgresCatalogDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCatalogDbContext>().UseNpgsql("Host=design").Options);
}

using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Tests.Archive;

public sealed class CatalogModelTests
{
    [Fact]
    public void Both_databases_have_a_migration_for_everything_in_the_model()
    {
        using var sqlite = new CatalogDesign().CreateDbContext([]);
        using var postgres = new PostgresCatalogDesign().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "dotnet ef migrations add NAME -c CatalogDbContext -o Archive/Migrations");
        Assert.False(postgres.Database.HasPendingModelChanges(), "dotnet ef migrations add NAME -c PostgresCatalogDbContext -o Archive/Postgres/Migrations");
    }
}

using AwardArchive.Archive;
using AwardArchive.Exchange;

namespace AwardArchive.Tests.Exchange;

public sealed class BackupTablesTests
{
    [Fact]
    public void A_backup_has_every_table_of_either_database_but_the_keys_of_forms_and_what_is_about_its_stores()
    {
        using var sqlite = new CatalogDesign().CreateDbContext([]);
        using var postgres = new PostgresCatalogDesign().CreateDbContext([]);
        var tables = sqlite.Model.GetEntityTypes().Concat(postgres.Model.GetEntityTypes()).Where(type => !type.IsAbstract()).Select(type => type.ClrType).Distinct();
        Assert.Equal(
            new[] { typeof(FixityPass), typeof(MatchTurn), typeof(OriginalCopy), typeof(ProtectionKey), typeof(UpkeepLease), typeof(UploadTally) }.ToHashSet(),
            tables.Except(CatalogTable.All.Select(table => table.Row)).ToHashSet());
    }
}

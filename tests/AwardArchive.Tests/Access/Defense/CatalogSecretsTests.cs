using System.Security.Cryptography;
using AwardArchive.Access;
using AwardArchive.Access.Audit;
using AwardArchive.Access.Defense;
using AwardArchive.Archive;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Access.Defense;

/// <summary>What lies in the catalog is of use only to machines that have the secret, which does not lie there.</summary>
public sealed class CatalogSecretsTests : IAsyncLifetime
{
    private const string One = "the secret of all machines of an archive", Another = "the secret of who has a copy of the catalog";

    private readonly TemporaryFolder folder = new();
    private readonly List<ServiceProvider> machines = [];

    [Fact]
    public void Machines_of_one_secret_believe_each_others_sessions_and_a_copy_of_the_catalog_signs_none()
    {
        var session = Protector(Machine(One)).Protect("Lan");
        Assert.Equal("Lan", Protector(Machine(One)).Unprotect(session));
        var thief = Protector(Machine(Another));
        Assert.Throws<CryptographicException>(() => thief.Unprotect(session));
        // Nor does it come to a stop: another key is made, which the others do not know.
        var forged = thief.Protect("Lan");
        Assert.Equal("Lan", thief.Unprotect(forged));
        Assert.Throws<CryptographicException>(() => Protector(Machine(One)).Unprotect(forged));
        // Whoever changes the secret names the one of before.
        Assert.Equal("Lan", Protector(Machine(Another, ("Audit:PreviousKeys:0", One))).Unprotect(session));
    }

    [Fact]
    public void What_is_sealed_opens_for_whom_it_is_and_as_it_was()
    {
        var seals = Machine(One).GetRequiredService<SealedText>();
        var kept = seals.Seal("JBSWY3DPEHPK3PXP", "Lan");
        Assert.DoesNotContain("JBSWY3DPEHPK3PXP", kept, StringComparison.Ordinal);
        Assert.NotEqual(kept, seals.Seal("JBSWY3DPEHPK3PXP", "Lan"));
        Assert.Equal("JBSWY3DPEHPK3PXP", seals.Open(kept, "Lan"));
        Assert.Null(seals.Open(kept, "Nam"));
        Assert.Null(Machine(Another).GetRequiredService<SealedText>().Open(kept, "Lan"));
        foreach (var wrong in new[] { kept[..^4], kept + "AAAA", "sealed.", "sealed.00000000.", "sealed.zzzzzzzz.AAAA", "sealed.00000000.!" }) Assert.Null(seals.Open(wrong, "Lan"));
        Assert.Equal("JBSWY3DPEHPK3PXP", seals.Open("JBSWY3DPEHPK3PXP", "Lan")); // of before there were seals
    }

    public async ValueTask InitializeAsync() => await Machine(One).GetRequiredService<DataFolder>().OpenAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var machine in machines) await machine.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static IDataProtector Protector(ServiceProvider machine) => machine.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private ServiceProvider Machine(string secret, params (string Name, string Value)[] settings)
    {
        var machine = new ServiceCollection().AddLogging().AddArchive().AddAccess().AddAudit().AddDefense()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                [new("Archive:DataFolder", folder.Path), new("Audit:Key", secret), .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))]).Build())
            .BuildServiceProvider();
        machines.Add(machine);
        return machine;
    }
}

using AwardArchive.Access;
using AwardArchive.Access.Audit;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Servers;

/// <summary>Accounts that many machines change at the same moment.</summary>
public sealed class SharedAccountsTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly List<ServiceProvider> machines = [];
    private PostgresDatabase database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_administrators_whom_machines_stop_at_the_same_moment_one_remains()
    {
        const int Administrators = 6;
        var users = new List<ArchiveUser>();
        for (var i = 0; i < Administrators; i++) users.Add(await WithDeskAsync(0, async desk => (await desk.AddAsync($"qt{i}", null, Role.Administrator, Confidentiality.Open, Stop)).User));
        for (var round = 0; round < 3; round++)
        {
            var refused = await Task.WhenAll(users.Select((user, i) => Task.Run(() => WithDeskAsync(i % machines.Count, async desk =>
            {
                try
                {
                    await desk.ChangeAsync(user, account => account.IsDisabled = true, "ngừng tài khoản", Stop);
                    return false;
                }
                catch (LastAdministratorException)
                {
                    return true;
                }
            }), Stop)));
            Assert.Equal(1, refused.Count(one => one));
            await using (var db = machines[0].GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateForAccounts())
                Assert.Equal(1, await db.Users.CountAsync(user => !user.IsDisabled, Stop));
            foreach (var user in users) await WithDeskAsync(1, async desk =>
            {
                await desk.ChangeAsync(user, account => account.IsDisabled = false, "mở lại tài khoản", Stop);
                return true;
            });
        }
    }

    public async ValueTask InitializeAsync()
    {
        database = await PostgresDatabase.CreateAsync();
        for (var i = 0; i < 2; i++)
        {
            var machine = new ServiceCollection().AddLogging().AddArchive().AddAccess().AddAudit()
                .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                [
                    new("Archive:DataFolder", folder.File($"machine{i}")), new("Catalog:ConnectionString", database.ConnectionString), new("Audit:Key", PostgresDatabase.AuditKey),
                ]).Build()).BuildServiceProvider();
            await machine.GetRequiredService<DataFolder>().OpenAsync(Stop);
            machines.Add(machine);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var machine in machines) await machine.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        folder.Dispose();
    }

    private async Task<T> WithDeskAsync<T>(int machine, Func<AccountDesk, Task<T>> act)
    {
        await using var scope = machines[machine].CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<AccountDesk>());
    }
}

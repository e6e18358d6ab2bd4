using AwardArchive.Access;
using AwardArchive.Access.Audit;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Access;

/// <summary>The account with which an archive begins.</summary>
public sealed class FirstAdministratorTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private ServiceProvider services = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_archive_without_accounts_gets_one_and_never_another()
    {
        var first = services.GetRequiredService<FirstAdministrator>();
        var (password, until) = (await first.CreateAsync(Stop))!.Value;
        Assert.Matches("^([a-z2-9]{5}-){3}[a-z2-9]{5}$", password);
        Assert.Null(await first.CreateAsync(Stop));
        await using var db = services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateForAccounts();
        var admin = await db.Users.SingleAsync(Stop);
        Assert.Equal((FirstAdministrator.Name, TestAccounts.AllRoles, Confidentiality.Open, true), (admin.UserName, admin.Roles, admin.Clearance, admin.MustChangePassword));
        Assert.Equal(TimeSpan.FromDays(7), until - admin.PasswordGivenAt);
        Assert.DoesNotContain(password, admin.PasswordHash!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_that_start_at_once_make_one_account()
    {
        var first = services.GetRequiredService<FirstAdministrator>();
        var passwords = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => first.CreateAsync(Stop), Stop)));
        Assert.Single(passwords, password => password is not null);
        await using var db = services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateForAccounts();
        Assert.Equal(1, await db.Users.CountAsync(Stop));
    }

    public async ValueTask InitializeAsync()
    {
        services = new ServiceCollection().AddLogging().AddArchive().AddAccess().AddAudit()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Archive:DataFolder", folder.Path)]).Build()).BuildServiceProvider();
        await services.GetRequiredService<DataFolder>().OpenAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardArchive.Tests.Access;

/// <summary>Accounts for those who ask the service. Without words about it, somebody who may do and see everything.</summary>
internal static class TestAccounts
{
    public const Role AllRoles = Role.Reader | Role.Archivist | Role.Verifier | Role.Administrator;

    /// <summary>Tokens for catalogs of other processes, which start often.</summary>
    private static readonly ConcurrentDictionary<string, string> Known = [];

    /// <summary>What this client asks from now on, somebody new asks.</summary>
    /// <returns>Who.</returns>
    public static async Task<Guid> SignInAsync(
        this HttpClient http, IServiceProvider services, Role roles = AllRoles, Confidentiality clearance = Confidentiality.UltraSecret, params Guid[] groups)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateForAccounts();
        var (id, token) = await AddAsync(db, roles, clearance, groups);
        http.UseToken(token);
        return id;
    }

    public static void UseToken(this HttpClient http, string? token) =>
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    /// <summary>Somebody in the catalog of another process that runs.</summary>
    /// <param name="http">Its base address is that process's; asks with the token from now on.</param>
    /// <param name="environment">That of the process.</param>
    /// <returns>The token.</returns>
    public static async Task<string> SignInAsync(this HttpClient http, string data, IReadOnlyDictionary<string, string> environment)
    {
        var catalog = environment.GetValueOrDefault("Catalog__ConnectionString") ?? Path.GetFullPath(data);
        if (Known.TryGetValue(catalog, out var known))
        {
            http.UseToken(known);
            using var answer = await http.GetAsync(new Uri("openapi/v1.json", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode != HttpStatusCode.Unauthorized) return known;
        }
        var settings = environment.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value))
            .Append(new("Archive:DataFolder", data));
        await using var services = new ServiceCollection().AddLogging().AddArchive()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        await using (var db = services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateForAccounts())
            known = (await AddAsync(db, AllRoles, Confidentiality.UltraSecret, [])).Token;
        SqliteConnection.ClearAllPools(); // no file of a data folder stays open
        Known[catalog] = known;
        http.UseToken(known);
        return known;
    }

    /// <returns>Who, and a token for all that the person may do.</returns>
    public static async Task<(Guid Id, string Token)> AddAsync(CatalogDbContext db, Role roles, Confidentiality clearance, IReadOnlyList<Guid> groups)
    {
        var (id, secret) = (Guid.CreateVersion7(), TokenSecret.Create());
        db.Users.Add(new ArchiveUser
        {
            Id = id,
            UserName = $"tester-{id:N}",
            NormalizedUserName = $"TESTER-{id:N}".ToUpperInvariant(),
            DisplayName = "Người thử",
            SecurityStamp = $"{id:N}",
            Roles = roles,
            Clearance = clearance,
            LockoutEnabled = true,
        });
        db.GroupMembers.AddRange(groups.Select(group => new GroupMember { GroupId = group, UserId = id }));
        db.AccessTokens.Add(new AccessToken
        {
            Id = Guid.CreateVersion7(),
            UserId = id,
            Name = "test",
            Hash = TokenSecret.HashOf(secret),
            Scopes = Permissions.All.Aggregate(Permission.None, (all, one) => all | one),
            ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(1),
        });
        await db.SaveChangesAsync();
        return (id, secret);
    }
}

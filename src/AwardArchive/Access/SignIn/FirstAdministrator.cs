using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.SignIn;

/// <summary>An archive without accounts gets one that may do all but see what is classified, with a password that is shown once.</summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, IDbContextFactory<CatalogDbContext> contexts, IAuditLog audit, TimeProvider time)
{
    public const string Name = "admin";

    /// <returns>The password, and until when it is good; null: there are accounts.</returns>
    public async Task<(string Password, DateTimeOffset Until)?> CreateAsync(CancellationToken cancellationToken)
    {
        await using (var db = contexts.CreateForAccounts())
        {
            if (await db.Users.AnyAsync(cancellationToken)) return null;
        }
        await using var scope = scopes.CreateAsyncScope();
        var (users, oneTime) = (scope.ServiceProvider.GetRequiredService<UserManager<ArchiveUser>>(), scope.ServiceProvider.GetRequiredService<OneTimePassword>());
        var user = new ArchiveUser
        {
            Id = Guid.CreateVersion7(),
            UserName = Name,
            DisplayName = "Quản trị",
            Roles = Role.Reader | Role.Archivist | Role.Verifier | Role.Administrator,
            Clearance = Confidentiality.Open,
            CreatedAt = time.GetUtcNow(),
        };
        var password = oneTime.Give(user);
        try
        {
            var result = await users.CreateAsync(user);
            if (!result.Succeeded) return null; // another machine was first
        }
        catch (DbUpdateException)
        {
            return null; // so it was, between looking and writing
        }
        await audit.WriteAsync(new(AuditAction.AccountChanged, $"users/{user.Id}", $"{Name}: người quản trị đầu tiên"), cancellationToken);
        return (password, oneTime.EndOf(user)!.Value);
    }
}

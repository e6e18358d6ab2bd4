using AwardArchive.Archive;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.SignIn;

/// <summary>An archive without accounts gets one that may do all but see what is classified, with a password that is shown once.</summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, IDbContextFactory<CatalogDbContext> contexts, IAuditLog audit, TimeProvider time)
{
    public const string Name = "admin";

    /// <returns>The password; null: there are accounts.</returns>
    public async Task<string?> CreateAsync(CancellationToken cancellationToken)
    {
        await using (var db = contexts.CreateForAccounts())
        {
            if (await db.Users.AnyAsync(cancellationToken)) return null;
        }
        await using var scope = scopes.CreateAsyncScope();
        var (users, password) = (scope.ServiceProvider.GetRequiredService<UserManager<ArchiveUser>>(), OneTimePassword.Create());
        var user = new ArchiveUser
        {
            Id = Guid.CreateVersion7(),
            UserName = Name,
            DisplayName = "Quản trị",
            Roles = Role.Reader | Role.Archivist | Role.Verifier | Role.Administrator,
            Clearance = Confidentiality.Open,
            MustChangePassword = true,
            CreatedAt = time.GetUtcNow(),
        };
        try
        {
            var result = await users.CreateAsync(user, password);
            if (!result.Succeeded) return null; // another machine was first
        }
        catch (DbUpdateException)
        {
            return null; // so it was, between looking and writing
        }
        await audit.WriteAsync(new(AuditAction.AccountChanged, $"user/{user.Id}", $"{Name}: first administrator"), cancellationToken);
        return password;
    }
}

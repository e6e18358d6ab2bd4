using AwardArchive.Access.Accounts;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.SignIn;

/// <summary>The keys that programs have.</summary>
internal sealed class AccessTokens(IDbContextFactory<CatalogDbContext> contexts, IAuditLog audit, TimeProvider time)
{
    /// <summary>The longest that a token may live.</summary>
    public static readonly TimeSpan MaxLife = TimeSpan.FromDays(366);

    /// <param name="name">1 to <see cref="AccessToken.MaxName"/> letters.</param>
    /// <param name="scopes">At least one permission.</param>
    /// <param name="life">Above zero, at most <see cref="MaxLife"/>.</param>
    /// <returns>The row, and the secret, which nobody can show again.</returns>
    public async Task<(AccessToken Token, string Secret)> CreateAsync(Guid userId, string name, Permission scopes, TimeSpan life, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(life, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(life, MaxLife);
        ArgumentOutOfRangeException.ThrowIfEqual((int)scopes, (int)Permission.None);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, AccessToken.MaxName);
        var (secret, now) = (TokenSecret.Create(), time.GetUtcNow());
        var token = new AccessToken
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            Name = name,
            Hash = TokenSecret.HashOf(secret),
            Scopes = scopes,
            CreatedAt = now,
            ExpiresAt = now + life,
        };
        await audit.WriteAsync(new(AuditAction.Granted, $"tokens/{token.Id}", $"users/{userId}: {AccountText.AllOf(scopes)}"), cancellationToken);
        await using var db = contexts.CreateForAccounts();
        db.AccessTokens.Add(token);
        await db.SaveChangesAsync(cancellationToken);
        return (token, secret);
    }

    /// <summary>Oldest first, those that are over among them.</summary>
    public async Task<IReadOnlyList<AccessToken>> ListAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        return await db.AccessTokens.AsNoTracking().Where(token => token.UserId == userId).OrderBy(token => token.Id).ToListAsync(cancellationToken);
    }

    /// <returns>False: the person has no such token that could be used.</returns>
    public async Task<bool> RevokeAsync(Guid userId, Guid tokenId, CancellationToken cancellationToken)
    {
        await audit.WriteAsync(new(AuditAction.Revoked, $"tokens/{tokenId}", $"users/{userId}"), cancellationToken);
        var now = time.GetUtcNow();
        await using var db = contexts.CreateForAccounts();
        return await db.AccessTokens.Where(token => token.Id == tokenId && token.UserId == userId && token.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancellationToken) > 0;
    }
}

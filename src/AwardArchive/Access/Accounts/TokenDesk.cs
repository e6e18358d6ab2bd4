using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Capture;

namespace AwardArchive.Access.Accounts;

/// <summary>Makes and revokes tokens as people may, for REST and for the pages.</summary>
internal sealed class TokenDesk(AccessTokens tokens, TimeProvider time)
{
    /// <summary>In force at the same time, of one person.</summary>
    public const int MaxTokens = 50;

    /// <summary>Newest first, those that are over among them.</summary>
    public async Task<IReadOnlyList<TokenResponse>> ListAsync(Guid userId, CancellationToken cancellationToken) =>
        [.. (await tokens.ListAsync(userId, cancellationToken)).Reverse().Select(TokenResponse.Of)];

    /// <param name="owner">Is there in person and has given the password.</param>
    public async Task<AccountOutcome> AddAsync(ArchiveUser owner, NewToken wanted, CancellationToken cancellationToken)
    {
        var name = DisplayText.Clean(wanted.Name ?? "");
        var scopes = (wanted.Scopes ?? []).Aggregate(Permission.None, (all, one) => all | one);
        var (now, life) = (time.GetUtcNow(), wanted.ExpiresAt - time.GetUtcNow());
        if (name.Length is 0 or > AccessToken.MaxName) return new AccountOutcome.Wrong("name", $"phải có, không quá {AccessToken.MaxName} ký tự");
        if (scopes == Permission.None) return new AccountOutcome.Wrong("scopes", "hãy chọn ít nhất một quyền");
        if ((scopes & ~Permissions.Of(owner.Roles)) != Permission.None) return new AccountOutcome.Wrong("scopes", "không được nhiều hơn quyền của chính bạn");
        if (life is not { } lives || lives <= TimeSpan.Zero || lives > AccessTokens.MaxLife)
            return new AccountOutcome.Wrong("expiresAt", $"phải ở sau lúc này, không quá {AccessTokens.MaxLife.Days} ngày");
        if ((await tokens.ListAsync(owner.Id, cancellationToken)).Count(token => token.RevokedAt is null && token.ExpiresAt > now) >= MaxTokens)
            return new AccountOutcome.Refused("too-many-tokens", $"Đã có {MaxTokens} mã đang dùng: hãy thu hồi bớt.");
        var (made, secret) = await tokens.CreateAsync(owner.Id, name, scopes, lives, cancellationToken);
        return new AccountOutcome.Made(made.Id, secret);
    }

    /// <summary>The token opens nothing from now on; said again, nothing changes.</summary>
    public async Task<AccountOutcome> RevokeAsync(Guid userId, Guid id, CancellationToken cancellationToken)
    {
        if ((await tokens.ListAsync(userId, cancellationToken)).All(token => token.Id != id)) return new AccountOutcome.NotFound();
        await tokens.RevokeAsync(userId, id, cancellationToken);
        return new AccountOutcome.Done();
    }
}

using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Viewing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Accounts;

/// <summary>Keeps the accounts of others, for REST and for the pages. What changes what somebody may do ends the person's sessions.</summary>
/// <remarks>The entry of the audit chain comes before the change: there is no change without one.</remarks>
internal sealed class UserDesk(
    AccountDesk accounts, OneTimePassword oneTime, AccessTokens tokens, UserManager<ArchiveUser> users, IDbContextFactory<CatalogDbContext> contexts, TimeProvider time)
{
    private const Role AnyRole = Role.Reader | Role.Archivist | Role.Verifier | Role.Administrator;

    /// <summary>By name.</summary>
    /// <param name="after">The name of the account that the stretch before ended with.</param>
    public async Task<ListResponse<UserResponse>> ListAsync(string? after, int size, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        var from = after is null ? null : users.NormalizeName(after);
#pragma warning disable CA1309 // the database compares, by code points
        var found = await db.Users.AsNoTracking().Where(user => from == null || string.Compare(user.NormalizedUserName, from) > 0)
            .OrderBy(user => user.NormalizedUserName).Take(size + 1).ToListAsync(cancellationToken);
#pragma warning restore CA1309
        var shown = await ShowAsync(db, [.. found.Take(size)], cancellationToken);
        return new(shown, found.Count > size ? shown[^1].UserName : null);
    }

    /// <returns>Null when there is no such account.</returns>
    public async Task<UserResponse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken) is { } user
            ? (await ShowAsync(db, [user], cancellationToken))[0]
            : null;
    }

    /// <returns>Of the account with this name, whatever the case; null when there is none.</returns>
    public async Task<Guid?> FindIdAsync(string userName) => (await users.FindByNameAsync(userName.Trim()))?.Id;

    /// <summary>Makes an account with a password that its owner has to change.</summary>
    public async Task<AccountOutcome> AddAsync(NewUser wanted, CancellationToken cancellationToken)
    {
        var (name, display) = (DisplayText.Clean(wanted.UserName ?? ""), DisplayText.Clean(wanted.DisplayName ?? ""));
        if (name.Length is 0 or > ArchiveUser.MaxName) return new AccountOutcome.Wrong("userName", $"phải có, không quá {ArchiveUser.MaxName} ký tự");
        if (Check(display, wanted.Roles, wanted.Clearance) is { } wrong) return wrong;
        try
        {
            var (user, password) = await accounts.AddAsync(
                name, display.Length > 0 ? display : null, AccountText.Together(wanted.Roles) ?? Role.None, wanted.Clearance, cancellationToken);
            return new AccountOutcome.Made(user.Id, password, oneTime.EndOf(user));
        }
        catch (AccountRefusedException e)
        {
            return new AccountOutcome.Wrong("userName", e.Message.TrimEnd('.'));
        }
    }

    /// <summary>Changes who somebody is here. Somebody who can administer the archive always remains.</summary>
    public async Task<AccountOutcome> EditAsync(Guid id, UserEdit edit, CancellationToken cancellationToken)
    {
        var display = edit.DisplayName is null ? null : DisplayText.Clean(edit.DisplayName);
        if (Check(display, edit.Roles, edit.Clearance) is { } wrong) return wrong;
        return await ChangeAsync(id, async user =>
        {
            await accounts.ChangeAsync(user, account => Apply(account, display, edit), $"{user.UserName}: {Words(user, edit)}", cancellationToken);
            return new AccountOutcome.Done();
        });
    }

    /// <summary>Gives a new password, which its owner has to change; wrong ones of before are forgotten.</summary>
    public Task<AccountOutcome> ResetPasswordAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, async user =>
        new AccountOutcome.Made(id, await accounts.ResetPasswordAsync(user, secondStep: false, cancellationToken), oneTime.EndOf(user)));

    /// <summary>For somebody who has lost the app and the recovery codes: the password alone is asked for.</summary>
    public Task<AccountOutcome> RemoveSecondFactorAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, async user =>
    {
        await accounts.ChangeAsync(user, account => account.TwoFactorEnabled = false, $"{user.UserName}: bỏ xác thực hai lớp", cancellationToken);
        return new AccountOutcome.Done();
    });

    /// <summary>Wrong passwords of before no longer keep the person out.</summary>
    public Task<AccountOutcome> UnlockAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, async user =>
    {
        await accounts.UnlockAsync(user, cancellationToken);
        return new AccountOutcome.Done();
    });

    /// <summary>Takes an account back from whoever has it: every token is revoked, every session ends.</summary>
    public Task<AccountOutcome> EndSessionsAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, async user =>
    {
        foreach (var token in await tokens.ListAsync(id, cancellationToken))
        {
            if (token.RevokedAt is null) await tokens.RevokeAsync(id, token.Id, cancellationToken);
        }
        await accounts.ChangeAsync(user, _ => { }, $"{user.UserName}: kết thúc mọi phiên", cancellationToken);
        return new AccountOutcome.Done();
    });

    private static AccountOutcome.Wrong? Check(string? display, IEnumerable<Role>? roles, Confidentiality? clearance) =>
        display?.Length > ArchiveUser.MaxName ? new("displayName", $"không quá {ArchiveUser.MaxName} ký tự")
        : (AccountText.Together(roles) & ~AnyRole) is not (null or Role.None) ? new("roles", "có vai trò không biết")
        : clearance is { } level && !Enum.IsDefined(level) ? new("clearance", "không có mức này")
        : null;

    private static void Apply(ArchiveUser user, string? display, UserEdit edit)
    {
        if (display is not null) user.DisplayName = display.Length > 0 ? display : null;
        user.Roles = AccountText.Together(edit.Roles) ?? user.Roles;
        user.Clearance = edit.Clearance ?? user.Clearance;
        user.IsDisabled = edit.IsDisabled ?? user.IsDisabled;
    }

    private static string Words(ArchiveUser user, UserEdit edit)
    {
        List<string> changes = [];
        if (edit.DisplayName is { } display && display != (user.DisplayName ?? "")) changes.Add("họ tên");
        if (AccountText.Together(edit.Roles) is { } roles && roles != user.Roles) changes.Add($"vai trò: {AccountText.AllOf(user.Roles)} → {AccountText.AllOf(roles)}");
        if (edit.Clearance is { } level && level != user.Clearance) changes.Add($"mức: {AccountText.Of(user.Clearance)} → {AccountText.Of(level)}");
        if (edit.IsDisabled is { } disabled && disabled != user.IsDisabled) changes.Add(disabled ? "ngừng tài khoản" : "mở lại tài khoản");
        return changes.Count > 0 ? string.Join("; ", changes) : "không đổi gì";
    }

    private async Task<AccountOutcome> ChangeAsync(Guid id, Func<ArchiveUser, Task<AccountOutcome>> change)
    {
        if (await users.FindByIdAsync($"{id}") is not { } user) return new AccountOutcome.NotFound();
        try
        {
            return await change(user);
        }
        catch (LastAdministratorException e)
        {
            return new AccountOutcome.Refused("last-administrator", e.Message);
        }
        catch (AccountRefusedException e)
        {
            return new AccountOutcome.Refused("changed-meanwhile", e.Message); // by somebody else at the same moment
        }
    }

    private async Task<IReadOnlyList<UserResponse>> ShowAsync(CatalogDbContext db, List<ArchiveUser> found, CancellationToken cancellationToken)
    {
        var ids = found.Select(user => user.Id).ToList();
        var groups = await (from member in db.GroupMembers
                            where ids.Contains(member.UserId)
                            join one in db.Groups on member.GroupId equals one.Id
                            orderby one.Name
                            select new { member.UserId, one.Id, one.Name }).ToListAsync(cancellationToken);
        var elsewhere = await db.Set<IdentityUserLogin<Guid>>().Where(login => ids.Contains(login.UserId)).Select(login => login.UserId).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        return [.. found.Select(user => UserResponse.Of(
            user, [.. groups.Where(row => row.UserId == user.Id).Select(row => new GroupSummary(row.Id, row.Name))], elsewhere.Contains(user.Id), oneTime.EndOf(user), now))];
    }
}

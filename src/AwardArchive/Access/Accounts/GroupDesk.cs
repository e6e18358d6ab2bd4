using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Capture;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Access.Accounts;

/// <summary>Keeps groups, who is in them, and which collections they see.</summary>
internal sealed class GroupDesk(Catalog catalog, IDbContextFactory<CatalogDbContext> contexts, IAuditLog audit, TimeProvider time)
{
    /// <summary>By name; an archive has a few dozen.</summary>
    public async Task<IReadOnlyList<GroupCount>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        return await db.Groups.OrderBy(group => group.Name)
            .Select(group => new GroupCount(
                group.Id, group.Name, db.GroupMembers.Count(member => member.GroupId == group.Id), db.CollectionGrants.Count(grant => grant.GroupId == group.Id)))
            .ToListAsync(cancellationToken);
    }

    /// <returns>Null when there is no such group.</returns>
    public async Task<GroupResponse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        if (await db.Groups.AsNoTracking().SingleOrDefaultAsync(group => group.Id == id, cancellationToken) is not { } group) return null;
        var members = await (from member in db.GroupMembers
                             where member.GroupId == id
                             join user in db.Users on member.UserId equals user.Id
                             orderby user.UserName
                             select new MemberResponse(user.Id, user.UserName!, user.DisplayName ?? user.UserName!)).ToListAsync(cancellationToken);
        var grants = await db.CollectionGrants.AsNoTracking().Where(grant => grant.GroupId == id).OrderBy(grant => grant.Id).ToListAsync(cancellationToken);
        var dossiers = grants.Select(grant => grant.DossierId).ToList();
        await using var seen = await contexts.CreateDbContextAsync(cancellationToken); // what is hidden from whoever asks has no title for them
        var titles = await seen.Dossiers.Where(dossier => dossiers.Contains(dossier.Id)).ToDictionaryAsync(dossier => dossier.Id, dossier => dossier.Title, cancellationToken);
        return new(id, group.Name, members, [.. grants.Select(grant =>
            new GrantResponse(grant.Id, grant.DossierId, grant.DossierId is { } dossier ? titles.GetValueOrDefault(dossier) : null, grant.FondsKey))]);
    }

    public async Task<(AccountOutcome Outcome, Guid Id)> AddAsync(GroupEdit edit, CancellationToken cancellationToken)
    {
        var name = DisplayText.Clean(edit.Name ?? "");
        if (await CheckAsync(name, cancellationToken) is { } wrong) return (wrong, default);
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await audit.WriteAsync(new(AuditAction.AccountChanged, $"groups/{id}", $"lập nhóm “{name}”"), cancellationToken);
        return (await SaveAsync(db => db.Groups.Add(new() { Id = id, Name = name }), cancellationToken), id);
    }

    public async Task<AccountOutcome> RenameAsync(Guid id, GroupEdit edit, CancellationToken cancellationToken)
    {
        var name = DisplayText.Clean(edit.Name ?? "");
        if (await CheckAsync(name, cancellationToken) is { } wrong) return wrong;
        if (await NameOfAsync(id, cancellationToken) is not { } before) return new AccountOutcome.NotFound();
        await audit.WriteAsync(new(AuditAction.AccountChanged, $"groups/{id}", $"đổi tên nhóm “{before}” thành “{name}”"), cancellationToken);
        return await SaveAsync(db => db.Groups.Single(group => group.Id == id).Name = name, cancellationToken);
    }

    /// <summary>Forgets a group that sees no collection of its own any more.</summary>
    public async Task<AccountOutcome> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await NameOfAsync(id, cancellationToken) is not { } name) return new AccountOutcome.NotFound();
        await audit.WriteAsync(new(AuditAction.AccountChanged, $"groups/{id}", $"bỏ nhóm “{name}”"), cancellationToken);
        return Of(
            await catalog.RemoveGroupAsync(id, cancellationToken),
            new("group-has-grants", "Nhóm còn được xem phông hoặc hồ sơ riêng: hãy thu hồi từng quyền trước, vì thu hồi quyền cuối cùng là mở cho mọi người."));
    }

    /// <summary>Puts somebody into a group; said again, nothing changes.</summary>
    public async Task<AccountOutcome> JoinAsync(Guid id, Guid userId, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        if (await NameOfAsync(id, cancellationToken) is not { } name
            || await db.Users.Where(user => user.Id == userId).Select(user => user.UserName).SingleOrDefaultAsync(cancellationToken) is not { } member)
            return new AccountOutcome.NotFound();
        if (await db.GroupMembers.AnyAsync(m => m.GroupId == id && m.UserId == userId, cancellationToken)) return new AccountOutcome.Done();
        await audit.WriteAsync(new(AuditAction.Granted, $"users/{userId}", $"{member}: vào nhóm “{name}”"), cancellationToken);
        return await SaveAsync(fresh => fresh.GroupMembers.Add(new() { GroupId = id, UserId = userId }), cancellationToken);
    }

    public async Task<AccountOutcome> LeaveAsync(Guid id, Guid userId, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        if (await NameOfAsync(id, cancellationToken) is not { } name) return new AccountOutcome.NotFound();
        await audit.WriteAsync(new(AuditAction.Revoked, $"users/{userId}", $"ra khỏi nhóm “{name}”"), cancellationToken);
        return await db.GroupMembers.Where(member => member.GroupId == id && member.UserId == userId).ExecuteDeleteAsync(cancellationToken) > 0
            ? new AccountOutcome.Done()
            : new AccountOutcome.NotFound();
    }

    /// <summary>A group sees a collection from now on, and nobody outside the groups that do.</summary>
    public async Task<AccountOutcome> GrantAsync(Guid id, GrantRequest request, CancellationToken cancellationToken)
    {
        var fonds = Dossier.KeyOfFonds(DisplayText.Clean(request.Fonds ?? ""));
        if (request.DossierId is null == fonds is null) return new AccountOutcome.Wrong("fonds", "hãy chọn một phông hoặc một hồ sơ");
        if (fonds?.Length > DossierPlace.MaxLength) return new AccountOutcome.Wrong("fonds", $"dài quá {DossierPlace.MaxLength} ký tự");
        // What is hidden from whoever asks is as if it were not there.
        if (request.DossierId is { } dossier && await catalog.FindDossierAsync(dossier, cancellationToken) is null)
            return new AccountOutcome.Wrong("dossierId", "không có hồ sơ này");
        if (await NameOfAsync(id, cancellationToken) is not { } name) return new AccountOutcome.NotFound();
        await audit.WriteAsync(new(AuditAction.Granted, TargetOf(request.DossierId, fonds), $"nhóm “{name}” được xem"), cancellationToken);
        return Of((await catalog.GrantAsync(id, request.DossierId, fonds, cancellationToken)).Outcome, null);
    }

    /// <summary>A group no longer sees a collection by this grant.</summary>
    /// <param name="opens">Wanted also if the collection is everybody's then.</param>
    public async Task<AccountOutcome> RevokeAsync(Guid id, Guid grantId, bool opens, CancellationToken cancellationToken)
    {
        if ((await FindAsync(id, cancellationToken)) is not { } group || group.Grants.SingleOrDefault(one => one.Id == grantId) is not { } grant)
            return new AccountOutcome.NotFound();
        await audit.WriteAsync(
            new(AuditAction.Revoked, TargetOf(grant.DossierId, grant.Fonds), $"nhóm “{group.Name}” không còn được xem{(opens ? "; nếu là quyền cuối cùng: mở cho mọi người" : "")}"), cancellationToken);
        return Of(
            await catalog.RevokeAsync(id, grantId, opens, cancellationToken),
            new("would-open-collection", "Đây là nhóm cuối cùng được xem: thu hồi thì mọi người đủ mức đều xem được. Hãy nói rõ là muốn mở, hoặc giao cho nhóm khác trước."));
    }

    private static AccountOutcome.Refused AlreadyThere() => new("already-there", "Đã có nhóm hoặc người như vậy rồi.");

    private static AccountOutcome Of(GrantOutcome outcome, AccountOutcome.Refused? refused) => outcome switch
    {
        GrantOutcome.Done or GrantOutcome.Unchanged => new AccountOutcome.Done(),
        GrantOutcome.WouldOpen => refused!,
        _ => new AccountOutcome.NotFound(),
    };

    private static string TargetOf(Guid? dossierId, string? fonds) => dossierId is { } id ? $"dossier/{id}" : $"fonds/{fonds}";

    private async Task<AccountOutcome?> CheckAsync(string name, CancellationToken cancellationToken)
    {
        if (name.Length is 0 or > UserGroup.MaxName) return new AccountOutcome.Wrong("name", $"phải có, không quá {UserGroup.MaxName} ký tự");
        await using var db = contexts.CreateForAccounts();
        return await db.Groups.AnyAsync(group => group.Name == name, cancellationToken) ? AlreadyThere() : null;
    }

    private async Task<string?> NameOfAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        return await db.Groups.Where(group => group.Id == id).Select(group => group.Name).SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<AccountOutcome> SaveAsync(Action<CatalogDbContext> change, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForAccounts();
        try
        {
            change(db);
            await db.SaveChangesAsync(cancellationToken);
            return new AccountOutcome.Done();
        }
        catch (DbUpdateException e) when (db.IsDuplicate(e))
        {
            return AlreadyThere(); // at the same moment
        }
    }
}

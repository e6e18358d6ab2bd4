using System.CommandLine;
using AwardArchive.Access.Accounts;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using Microsoft.EntityFrameworkCore;

namespace AwardArchive.Setup.Commands;

/// <summary><c>users</c>: accounts and tokens, by whoever works at the machine: the way in for the first ones, and for those locked out.</summary>
internal static class UsersCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "Of the account." };
    private static readonly Option<string?> DisplayName = new("--display-name") { Description = "As others know the person." };
    private static readonly Option<Confidentiality?> Clearance = new("--clearance") { Description = "Papers up to: open, secret, topSecret or ultraSecret." };
    private static readonly Option<bool> SecondStep = new("--second-step") { Description = "Also take the second step of the sign-in away, for who has lost it." };
    private static readonly Option<string> For = new("--for") { Description = "What the token is for.", DefaultValueFactory = _ => "command line" };
    private static readonly Option<int> Days = new("--days") { Description = "How long the token lives, 1 to 366.", DefaultValueFactory = _ => 90 };

    private static readonly Option<Role?> Roles = Flags<Role>("--roles", "Joined by commas: reader, archivist, verifier, administrator.");
    private static readonly Option<Permission?> Scopes = Flags<Permission>("--scopes", "What the token may do, joined by commas: view, digitize, verify, administer. Default: all that its owner may.");

    public static Command Create()
    {
        Days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 366) result.AddError("--days is from 1 to 366.");
        });
        return new Command("users", "Accounts and tokens, also beside a running server.")
        {
            Verb("list", "Show all accounts.", ListAsync),
            Verb("add", "Make an account; its one-time password is printed.", AddAsync, Name, DisplayName, Roles, Clearance),
            Verb("set", "Change roles, clearance or display name; the account's sessions end.", SetAsync, Name, DisplayName, Roles, Clearance),
            Verb("token", "Make a token for a program that acts as the account; it is printed once.", TokenAsync, Name, For, Scopes, Days),
            Verb("reset-password", "Print a new one-time password (good for Access:OneTimePasswordLife), unlock the account and end its sessions.", ResetAsync, Name, SecondStep),
            Verb("unlock", "Let an account in again that was locked by wrong passwords.", UnlockAsync, Name),
            Verb("disable", "Let nobody in by this account or its tokens; what was done under its name stays.", (parsed, services, stop) => EnableAsync(parsed, services, false, stop), Name),
            Verb("enable", "Undo disable.", (parsed, services, stop) => EnableAsync(parsed, services, true, stop), Name),
        };
    }

    private static async Task<int> ListAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<CatalogDbContext>>().CreateForAccounts();
        var (now, oneTime) = (services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<OneTimePassword>());
        foreach (var user in await db.Users.AsNoTracking().OrderBy(user => user.NormalizedUserName).ToListAsync(cancellationToken))
        {
            var state = user.IsDisabled ? "disabled" : user.LockoutEnd > now ? "locked" : "open";
            if (parsed.IsJson())
                await Output.WriteLineAsync(new { user.Id, name = user.UserName, user.DisplayName, user.Roles, user.Clearance, state, secondStep = user.TwoFactorEnabled, user.MustChangePassword, passwordExpiresAt = oneTime.EndOf(user), user.CreatedAt });
            else
                await Console.Out.WriteLineAsync($"{user.UserName,-24} {state,-9} {user.Clearance,-12} {user.Roles}  {user.DisplayName}".TrimEnd());
        }
        return ExitCode.Done;
    }

    private static async Task<int> AddAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (user, password) = await services.GetRequiredService<AccountDesk>().AddAsync(
            parsed.GetRequiredValue(Name), parsed.GetValue(DisplayName), parsed.GetValue(Roles) ?? Role.Reader, parsed.GetValue(Clearance) ?? Confidentiality.Open, cancellationToken);
        await TellPasswordAsync(parsed, services, user, password);
        return ExitCode.Done;
    }

    private static async Task<int> SetAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<AccountDesk>();
        var user = await desk.GetAsync(parsed.GetRequiredValue(Name));
        var (roles, clearance, displayName) = (parsed.GetValue(Roles) ?? user.Roles, parsed.GetValue(Clearance) ?? user.Clearance, parsed.GetValue(DisplayName) ?? user.DisplayName);
        await desk.ChangeAsync(
            user, account => (account.Roles, account.Clearance, account.DisplayName) = (roles, clearance, displayName), $"{AccountText.AllOf(roles)}, mức {AccountText.Of(clearance)}, họ tên {displayName}", cancellationToken);
        return ExitCode.Done;
    }

    private static async Task<int> TokenAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var user = await services.GetRequiredService<AccountDesk>().GetAsync(parsed.GetRequiredValue(Name));
        var scopes = parsed.GetValue(Scopes) ?? Permissions.Of(user.Roles);
        if (scopes == Permission.None) throw new CommandFailedException($"{user.UserName} has no role, so a token could do nothing. First: users set {user.UserName} --roles reader");
        if (parsed.GetRequiredValue(For).Length > AccessToken.MaxName) throw new CommandFailedException($"--for is longer than {AccessToken.MaxName} letters.");
        var (token, secret) = await services.GetRequiredService<AccessTokens>().CreateAsync(
            user.Id, parsed.GetRequiredValue(For), scopes, TimeSpan.FromDays(parsed.GetValue(Days)), cancellationToken);
        if (parsed.IsJson()) await Output.WriteLineAsync(new { token.Id, token.Name, token.Scopes, token.ExpiresAt, token = secret });
        else await Console.Out.WriteLineAsync(secret);
        return ExitCode.Done;
    }

    private static async Task<int> ResetAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<AccountDesk>();
        var user = await desk.GetAsync(parsed.GetRequiredValue(Name));
        await TellPasswordAsync(parsed, services, user, await desk.ResetPasswordAsync(user, parsed.GetValue(SecondStep), cancellationToken));
        return ExitCode.Done;
    }

    private static async Task<int> UnlockAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<AccountDesk>();
        await desk.UnlockAsync(await desk.GetAsync(parsed.GetRequiredValue(Name)), cancellationToken);
        return ExitCode.Done;
    }

    private static async Task<int> EnableAsync(ParseResult parsed, IServiceProvider services, bool isEnabled, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<AccountDesk>();
        await desk.ChangeAsync(
            await desk.GetAsync(parsed.GetRequiredValue(Name)), account => account.IsDisabled = !isEnabled, isEnabled ? "mở lại tài khoản" : "ngừng tài khoản", cancellationToken);
        return ExitCode.Done;
    }

    private static Task TellPasswordAsync(ParseResult parsed, IServiceProvider services, ArchiveUser user, string password) => parsed.IsJson()
        ? Output.WriteLineAsync(new { user.Id, name = user.UserName, password, expiresAt = services.GetRequiredService<OneTimePassword>().EndOf(user) })
        : Console.Out.WriteLineAsync(password);

    private static Command Verb(string name, string description, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var host = await ArchiveSession.OpenBesideAsync(parsed, cancellationToken);
            await using var scope = host.Services.CreateAsyncScope();
            return await run(parsed, scope.ServiceProvider, cancellationToken);
        });
        return command;
    }

    private static Option<T?> Flags<T>(string name, string description)
        where T : struct, Enum => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!text.Any(char.IsDigit) && Enum.TryParse<T>(text, ignoreCase: true, out var flags)) return flags;
            result.AddError($"{name}: {description}");
            return null;
        },
    };
}

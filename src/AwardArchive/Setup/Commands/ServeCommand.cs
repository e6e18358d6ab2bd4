using System.CommandLine;
using AwardArchive.Access.Accounts;
using AwardArchive.Access.Accounts.OpenId;
using AwardArchive.Access.Audit;
using AwardArchive.Access.Defense;
using AwardArchive.Access.SignIn;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Dossiers;
using AwardArchive.Dossiers.Retention;
using AwardArchive.Fixity;
using AwardArchive.People;
using AwardArchive.Places;
using AwardArchive.Recognition;
using AwardArchive.Search;
using AwardArchive.Setup.Pages;
using AwardArchive.Verification;
using AwardArchive.Verification.Cases;
using AwardArchive.Verification.Checks;
using AwardArchive.Verification.Reports;
using AwardArchive.Viewing;
using AwardArchive.Viewing.Corrections;
using AwardArchive.Viewing.Splitting;
using AwardArchive.Viewing.Withdrawals;
using Hangfire;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup.Commands;

/// <summary><c>serve</c>: REST, pages and the work behind them.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:8080";

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = $"Where to listen; other machines only by https or a named proxy. Default {DefaultUrl}.",
    };

    private static readonly Option<bool> WithoutWork = new("--without-work")
    {
        Description = "Leave recognizing and reading to machines that run 'work'.",
    };

    public static Command Create()
    {
        var command = new Command("serve", "Serve the archive: REST, pages, and the work behind them.") { Urls, WithoutWork };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var _ = Actor.Use(Actor.System); // what the service does by itself nobody at the machine does
        var settings = ArchiveSession.Settings(parsed);
        if (parsed.GetValue(Urls) is { } urls) settings[WebHostDefaults.ServerUrlsKey] = urls;
        var work = !parsed.GetValue(WithoutWork);
        await using var app = Build(settings, work);
        if (OpenAddresses.FindUnguarded(app.Configuration) is [var open, ..])
        {
            await Console.Error.WriteLineAsync(
                $"Refused to listen on {open}: passwords and sessions would cross the network readable. Use {DefaultUrl}, or https:// with a certificate, "
                + "or name the proxy that has the HTTPS in Network:KnownProxies.");
            return ExitCode.WrongUsage;
        }
        // All wrong settings at once, before anything is opened.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        if (!work && SharedSettings.Missing(app.Services) is { } lacking) throw new CommandFailedException(lacking);
        await app.Services.GetRequiredService<DataFolder>().OpenAsync(cancellationToken);
        var first = await app.Services.GetRequiredService<FirstAdministrator>().CreateAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"Award Archive: {string.Join(", ", app.Urls)}");
        if (first is var (password, until))
        {
            await Console.Out.WriteLineAsync(
                $"Tài khoản quản trị đầu tiên: {FirstAdministrator.Name}, mật khẩu dùng một lần: {password} (chỉ hiện lần này; phải đổi khi đăng nhập, dùng được đến {OneTimePassword.Say(until)})");
        }
        if (app.Services.GetRequiredService<RecognitionAvailability>().Check() is { } missing)
            await Console.Error.WriteLineAsync(missing.Message);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>The whole service, not started; its data folder is not taken yet.</summary>
    public static WebApplication Build(IEnumerable<KeyValuePair<string, string?>> settings, bool work = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddSecrets().AddInMemoryCollection(settings);
        if (string.IsNullOrWhiteSpace(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.Configuration[WebHostDefaults.ServerUrlsKey] = DefaultUrl;
        builder.Services.AddAwardArchive().AddPipeline(SharedSettings.CatalogOf(builder.Configuration), work).AddWatchedFolder().AddWeb().AddOpenId(builder.Configuration);

        var app = builder.Build();
        app.UseDefense();
        app.UseNobody();
        app.UseExceptionHandler();
        app.UseWhen(ForPrograms.Is, api => api.UseStatusCodePages());
        app.UseWhen(http => !ForPrograms.Is(http), pages => pages.UseStatusCodePagesWithReExecute("/khong-co-trang-nay", "?status={0}", createScopeForStatusCodePages: true));
        app.UseErrorPages();
        app.UseHead();
        app.UseRouting(); // here, so that the page of a missing address is routed again
        app.UseHostFiltering();
        app.UseStaticFiles();
        app.UseAuthentication();
        app.UseActor();
        app.UseAudit();
        app.UseOwnPagesOnly();
        app.UseLimits();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint("/metrics").Needs(Permission.Administer);
        app.MapOpenApi().RequireAuthorization();
        app.MapHangfireDashboardWithAuthorizationPolicy(
            Permissions.PolicyOf(Permission.Administer, Permission.Administer), "/hangfire", new DashboardOptions { DisplayStorageConnectionString = false });
        app.MapSignOut();
        app.MapOpenId();
        var api = app.MapGroup("/api/v1");
        api.MapCapture();
        api.MapIngest();
        api.MapDocuments();
        api.MapWithdrawals();
        api.MapPages();
        api.MapRecognitions();
        api.MapReading();
        api.MapFacts();
        api.MapSplitting();
        api.MapDossiers();
        api.MapRetention();
        api.MapPeople();
        api.MapPlaces();
        api.MapSearch();
        api.MapVerification();
        api.MapCases();
        api.MapChecks();
        api.MapReports();
        api.MapFixity();
        api.MapAccounts();
        api.MapStatus();
        api.MapAudit();
        app.MapRazorComponents<App>();
        BuiltEndpoints.MakeOnce(app);
        return app;
    }
}

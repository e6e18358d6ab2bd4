using System.CommandLine;
using AwardArchive.Access.Audit;
using AwardArchive.Archive;
using AwardArchive.Indexing;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup.Commands;

/// <summary>The service's parts in the process of a command, without the web.</summary>
internal static class ArchiveSession
{
    /// <summary>For commands that touch no archive.</summary>
    public static IHost WithoutArchive(ParseResult parsed) =>
        Create(parsed, (services, _) => services.AddSingleton<IIngestionPipeline, NullIngestionPipeline>());

    /// <summary>For commands that only read, also beside a running server.</summary>
    /// <exception cref="CommandFailedException">There is no archive in the folder.</exception>
    public static IHost OpenForReading(ParseResult parsed)
    {
        var host = Create(parsed, (services, _) => services.AddReadOnlyIndexing().AddSingleton<IIngestionPipeline, NullIngestionPipeline>());
        var options = host.Services.GetRequiredService<IOptions<ArchiveOptions>>().Value;
        return host.Services.GetRequiredService<IOptions<CatalogOptions>>().Value.IsShared || File.Exists(options.CatalogPath)
            ? host
            : throw new CommandFailedException($"There is no archive in {Path.GetFullPath(options.DataFolder)}.");
    }

    /// <summary>For commands that write: takes the data folder. Nothing is processed until the host is started.</summary>
    /// <param name="process">Whether starting the host also runs the jobs.</param>
    /// <exception cref="DataFolderInUseException">A server or another command holds it.</exception>
    public static async Task<IHost> OpenForWritingAsync(ParseResult parsed, bool process, CancellationToken cancellationToken)
    {
        var host = Create(parsed, (services, catalog) =>
        {
            if (process) services.AddPipeline(catalog);
            else services.AddSingleton<IIngestionPipeline, NullIngestionPipeline>();
        });
        return await HoldAsync(host, cancellationToken);
    }

    /// <summary>For commands that write single rows: takes the data folder when nobody holds it, which also brings the catalog to the present schema; else
    /// works beside whoever does.</summary>
    public static async Task<IHost> OpenBesideAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return await OpenForWritingAsync(parsed, process: false, cancellationToken);
        }
        catch (DataFolderInUseException)
        {
            return OpenForReading(parsed);
        }
    }

    /// <summary>For a machine that works for others: the jobs without the web and without an index. Nothing runs until the host is started.</summary>
    /// <exception cref="CommandFailedException">The settings name no catalog and objects that machines share.</exception>
    public static async Task<IHost> OpenForWorkAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var host = Create(parsed, (services, catalog) => services.AddPipeline(catalog), search: false);
        if (SharedSettings.Missing(host.Services) is { } missing)
        {
            host.Dispose();
            throw new CommandFailedException(missing);
        }
        return await HoldAsync(host, cancellationToken);
    }

    private static async Task<IHost> HoldAsync(IHost host, CancellationToken cancellationToken)
    {
        try
        {
            await host.Services.GetRequiredService<DataFolder>().OpenAsync(cancellationToken);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>The settings that every way of starting shares; command line over environment over appsettings.json.</summary>
    public static Dictionary<string, string?> Settings(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>();
        // The default of the option stands below the environment; only what was typed stands above.
        if (parsed.GetResult(CommandLine.Data) is { Implicit: false })
            settings[$"{ArchiveOptions.Section}:{nameof(ArchiveOptions.DataFolder)}"] = parsed.GetRequiredValue(CommandLine.Data);
        return settings;
    }

    /// <summary>Only the catalog's audit chain, beside whatever the command itself opens.</summary>
    public static IHost OpenChain(ParseResult parsed) => Build(parsed, (services, _) => services.AddArchive().AddAudit());

    private static IHost Create(ParseResult parsed, Action<IServiceCollection, CatalogOptions> configure, bool search = true) => Build(parsed, (services, catalog) =>
    {
        services.AddAwardArchive(search);
        configure(services, catalog);
    });

    private static IHost Build(ParseResult parsed, Action<IServiceCollection, CatalogOptions> configure)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddSecrets().AddInMemoryCollection(Settings(parsed));
        // A person at a terminal wants the result; only what goes wrong is worth a line more.
        builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
        builder.Configuration["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.Warning);
        // Standard output belongs to the command's result.
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        configure(builder.Services, SharedSettings.CatalogOf(builder.Configuration));
        var host = builder.Build();
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        return host;
    }

    /// <summary>Where nothing is processed: what was accepted waits for the next start.</summary>
    private sealed class NullIngestionPipeline : IIngestionPipeline
    {
        public Task AdvanceAsync(Guid documentId, DocumentStatus reached, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task QueueStandingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

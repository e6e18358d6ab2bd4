using System.Text.Json.Serialization;
using AwardArchive.Access;
using AwardArchive.Access.Audit;
using AwardArchive.Access.Defense;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Dossiers;
using AwardArchive.Exchange;
using AwardArchive.Fixity;
using AwardArchive.Indexing;
using AwardArchive.People;
using AwardArchive.Places;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using AwardArchive.Search;
using AwardArchive.Verification;
using AwardArchive.Verification.Reports;
using AwardArchive.Viewing;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace AwardArchive.Setup;

/// <summary>The composition root: what the service is made of, in flow order.</summary>
internal static class ArchiveHost
{
    /// <summary>A server that hangs is no better than one that is away.</summary>
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Everything that the commands and the server share. Nothing runs until the host starts.</summary>
    /// <param name="search">False on a machine that only works: it keeps no index.</param>
    public static IServiceCollection AddAwardArchive(this IServiceCollection services, bool search = true)
    {
        services.AddArchive();
        services.AddCapture();
        services.AddRecognition();
        services.AddPlaces();
        services.AddReading();
        if (search) services.AddIndexing().AddSearch();
        services.AddViewing();
        services.AddDossiers();
        services.AddPeople();
        if (search) services.AddVerification();
        services.AddCaseReports();
        services.AddExchange();
        services.AddFixity();
        services.AddAccess();
        services.AddAudit();
        services.AddSingleton<IngestProgress>();
        return services;
    }

    /// <summary>What makes an accepted scan go on by itself: here, or on the machines that work.</summary>
    /// <param name="catalog">Says where the queue is.</param>
    /// <param name="work">Whether this process does the jobs, or only queues them.</param>
    public static IServiceCollection AddPipeline(this IServiceCollection services, CatalogOptions catalog, bool work = true)
    {
        services.AddSingleton<IIngestionPipeline, IngestionPipeline>();
        services.AddTransient<PipelineJobs>();
        services.AddTransient<MaintenanceJobs>();
        services.AddSingleton<IMaintenanceQueue, MaintenanceQueue>();
        services.AddSingleton<IMatchQueue, MaintenanceQueue>();
        if (catalog.IsShared) services.AddHostedService<SharedJobs>();
        services.AddHangfire(configuration =>
        {
            configuration.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (catalog.IsShared)
                configuration.UsePostgreSqlStorage(server => server.UseNpgsqlConnection(catalog.ToConnectionString()), SharedJobs.Options).WithJobExpirationTimeout(TimeSpan.FromHours(1));
            else
                configuration.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromMinutes(10) });
        });
        return work ? services.AddWork() : services;
    }

    private static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddHangfireServer((provider, server) =>
        {
            server.ServerName = "pages";
            server.Queues = [JobQueue.Pages, JobQueue.PagesAgain];
            server.WorkerCount = provider.GetRequiredService<IOptions<RecognitionOptions>>().Value.Workers;
            server.SchedulePollingInterval = TimeSpan.FromMinutes(1);
        });
        services.AddHangfireServer(server =>
        {
            server.ServerName = "documents";
            server.Queues = [JobQueue.Documents];
            server.WorkerCount = 2;
            server.SchedulePollingInterval = TimeSpan.FromMinutes(1);
        });
        services.AddHangfireServer(server =>
        {
            server.ServerName = "maintenance";
            server.Queues = [JobQueue.Maintenance];
            server.WorkerCount = 2; // a copy does not wait for a verification
            server.SchedulePollingInterval = TimeSpan.FromMinutes(1);
        });
        services.AddHostedService<MaintenanceSchedule>();
        services.AddHostedService<Sweep>();
        return services;
    }

    /// <summary>REST, pages, documentation and health.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddSignIn();
        services.AddRazorComponents();
        services.AddValidation();
        services.AddOpenApi("v1");
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemHandler.InVietnamese);
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<IngestCursor>().AddSingleton<IngestEvents>();
        services.AddDefense();
        services.AddExceptionHandler<ProblemHandler>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never);
  
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("award-archive")).WithMetrics(metrics => metrics
            .AddMeter(FixityMetrics.Meter).AddMeter(IndexMetrics.Meter).AddInstrumentation(provider => provider.GetRequiredService<IndexMetrics>()).AddPrometheusExporter());
        services.AddHostedService(provider => provider.GetRequiredService<FixityMetrics>());
        services.AddIndexCheck();
        services.AddHealthChecks()
            .AddCheck<CatalogHealth>("catalog", timeout: HealthTimeout)
            .AddCheck<StorageHealth>("storage", failureStatus: HealthStatus.Degraded, timeout: HealthTimeout)
            .AddCheck<RecognitionHealth>("recognition");
        return services;
    }
}

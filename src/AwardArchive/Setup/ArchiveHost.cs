using System.Text.Json.Serialization;
using AwardArchive.Archive;
using AwardArchive.Capture;
using AwardArchive.Indexing;
using AwardArchive.Places;
using AwardArchive.Reading;
using AwardArchive.Recognition;
using AwardArchive.Search;
using AwardArchive.Viewing;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace AwardArchive.Setup;

/// <summary>The composition root: what the service is made of, in flow order.</summary>
internal static class ArchiveHost
{
    /// <summary>Everything that the commands and the server share. Nothing runs until the host starts.</summary>
    public static IServiceCollection AddAwardArchive(this IServiceCollection services)
    {
        services.AddArchive();
        services.AddCapture();
        services.AddRecognition();
        services.AddPlaces();
        services.AddReading();
        services.AddIndexing();
        services.AddSearch();
        services.AddViewing();
        services.AddSingleton<IngestProgress>();
        return services;
    }

    /// <summary>The jobs and the background services: what makes an accepted scan go on by itself.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddSingleton<IngestionPipeline>();
        services.AddSingleton<IIngestionPipeline>(provider => provider.GetRequiredService<IngestionPipeline>());
        services.AddTransient<PipelineJobs>();
        services.AddHangfire(configuration => configuration
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
            .UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromMinutes(10) }));
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
        services.AddHostedService<Sweep>();
        return services;
    }

    /// <summary>REST, pages, documentation and health.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddValidation();
        services.AddOpenApi("v1");
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemHandler.InVietnamese);
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddDataProtection().SetApplicationName("award-archive");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<ArchiveOptions>, ILoggerFactory>((keys, archive, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(archive.Value.KeyFolder), loggers));
        services.AddExceptionHandler<ProblemHandler>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never);
  
        services.AddHealthChecks()
            .AddCheck<CatalogHealth>("catalog")
            .AddCheck<StorageHealth>("storage")
            .AddCheck<RecognitionHealth>("recognition");
        return services;
    }
}

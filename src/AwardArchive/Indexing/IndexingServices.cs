using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AwardArchive.Indexing;

internal static class IndexingServices
{
    /// <summary>The index of a process that holds the data folder: written and searched here.</summary>
    public static IServiceCollection AddIndexing(this IServiceCollection services)
    {
        services.AddOptions<IndexingOptions>().BindConfiguration(IndexingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<IndexFollower>();
        services.AddSingleton<IndexMetrics>();
        services.AddSingleton<IndexComparison>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexFollower>());
        services.AddSingleton<ISearcherSource>(provider => provider.GetRequiredService<IndexFollower>());
        services.AddHealthChecks().AddCheck<IndexHealthCheck>("index", tags: ["ready"]);
        return services;
    }

    /// <summary>The index of a command that only reads, beside whoever writes.</summary>
    public static IServiceCollection AddReadOnlyIndexing(this IServiceCollection services) =>
        services.AddSingleton<ISearcherSource, ReadOnlyIndex>();
}

using AwardArchive.Search.Batch;
using AwardArchive.Search.Export;
using AwardArchive.Search.Saved;
using AwardArchive.Search.Similar;
using AwardArchive.Search.Suggest;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AwardArchive.Search;

internal static class SearchServices
{
    /// <summary>Needs the catalog, the objects, the places and an index (written here or read only).</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Synonyms>();
        services.AddSingleton<AnalyzedPages>();
        services.AddSingleton<HitPresenter>();
        services.AddSingleton<DocumentSearcher>();
        services.AddSingleton<DocumentHits>();
        services.AddSingleton<SimilarDocuments>();
        services.AddSingleton<BatchSearch>();
        services.AddSingleton<SavedSearches>();
        services.AddSingleton<SearchExport>();
        services.AddSingleton<Suggester>();
        services.AddHostedService<SearchWarmer>();
        return services;
    }
}

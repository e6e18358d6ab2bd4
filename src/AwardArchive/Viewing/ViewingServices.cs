using AwardArchive.Viewing.Corrections;
using AwardArchive.Viewing.Splitting;

namespace AwardArchive.Viewing;

internal static class ViewingServices
{
    public static IServiceCollection AddViewing(this IServiceCollection services) =>
        services.AddSingleton<DocumentReader>().AddSingleton<DocumentExports>().AddSingleton<PageResults>()
            .AddSingleton<FactsReader>().AddSingleton<FactCorrections>().AddSingleton(typeof(RowCorrections<,>)).AddSingleton<ScanSplitting>();
}

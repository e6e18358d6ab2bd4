using AwardArchive.Viewing.Corrections;
using AwardArchive.Viewing.Splitting;
using AwardArchive.Viewing.Withdrawals;

namespace AwardArchive.Viewing;

internal static class ViewingServices
{
    public static IServiceCollection AddViewing(this IServiceCollection services)
    {
        services.AddOptions<WithdrawalOptions>().BindConfiguration(WithdrawalOptions.Section);
        return services.AddSingleton<DocumentReader>().AddSingleton<DocumentExports>().AddSingleton<PageResults>()
            .AddSingleton<FactsReader>().AddSingleton<FactCorrections>().AddSingleton(typeof(RowCorrections<,>)).AddSingleton<ScanSplitting>()
            .AddSingleton<WithdrawalDesk>();
    }
}

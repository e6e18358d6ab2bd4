namespace AwardArchive.Exchange;

internal static class ExchangeServices
{
    public static IServiceCollection AddExchange(this IServiceCollection services) =>
        services.AddSingleton<ArchiveBackup>().AddSingleton<ArchiveRestore>();
}

namespace AwardArchive.Fixity;

internal static class FixityServices
{
    /// <summary>Nothing runs by itself.</summary>
    public static IServiceCollection AddFixity(this IServiceCollection services)
    {
        services.AddOptions<FixityOptions>().BindConfiguration(FixityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FixityPasses>();
        services.AddSingleton<FindingBook>();
        services.AddSingleton<StorePresence>();
        services.AddSingleton<Examiner>();
        services.AddSingleton<OriginalRepair>();
        services.AddSingleton<OriginalCheck>();
        services.AddSingleton<DerivativeCheck>();
        services.AddSingleton<ReportCheck>();
        services.AddSingleton<OrphanCheck>();
        services.AddSingleton<OrphanRemoval>();
        services.AddSingleton<VerificationRun>();
        services.AddSingleton<OriginalCopies>();
        services.AddSingleton<FixityReport>();
        services.AddSingleton<FixityMetrics>();
        return services;
    }

    /// <summary>For a machine that keeps an index.</summary>
    public static IServiceCollection AddIndexCheck(this IServiceCollection services) =>
        services.AddSingleton<IndexCheck>().AddHostedService(provider => provider.GetRequiredService<IndexCheck>());
}

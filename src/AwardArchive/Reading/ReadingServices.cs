namespace AwardArchive.Reading;

internal static class ReadingServices
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services.AddTransient<ReadFactsJob>().AddTransient<ReadAgain>();
}

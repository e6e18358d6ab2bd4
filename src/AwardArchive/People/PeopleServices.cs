namespace AwardArchive.People;

internal static class PeopleServices
{
    /// <summary>Nothing runs by itself.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<PeopleSearch>();
        services.AddSingleton<PeopleReader>();
        services.AddSingleton<PairBook>();
        services.AddSingleton<MatchRun>();
        return services;
    }
}

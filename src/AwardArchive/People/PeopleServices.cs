namespace AwardArchive.People;

internal static class PeopleServices
{
    /// <summary>Nothing runs by itself; the clock of the maintenance does.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddOptions<PeopleOptions>().BindConfiguration(PeopleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MatchTurns>();
        services.AddSingleton<PeopleSearch>();
        services.AddSingleton<PeopleReader>();
        services.AddSingleton<PairBook>();
        services.AddSingleton<MatchRun>();
        return services;
    }
}

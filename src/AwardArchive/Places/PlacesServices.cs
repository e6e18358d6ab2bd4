namespace AwardArchive.Places;

internal static class PlacesServices
{
    public static IServiceCollection AddPlaces(this IServiceCollection services) =>
        services.AddSingleton<Gazetteer>().AddHostedService<GazetteerLoader>();
}

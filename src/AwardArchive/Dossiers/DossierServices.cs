namespace AwardArchive.Dossiers;

internal static class DossierServices
{
    public static IServiceCollection AddDossiers(this IServiceCollection services) => services.AddSingleton<DossierDesk>();
}

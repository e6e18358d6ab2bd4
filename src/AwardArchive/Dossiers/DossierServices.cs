using AwardArchive.Dossiers.Retention;

namespace AwardArchive.Dossiers;

internal static class DossierServices
{
    public static IServiceCollection AddDossiers(this IServiceCollection services) => services.AddSingleton<DossierDesk>().AddSingleton<RetentionDesk>();
}

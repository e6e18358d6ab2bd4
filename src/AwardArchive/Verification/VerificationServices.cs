using AwardArchive.Verification.Cases;

namespace AwardArchive.Verification;

internal static class VerificationServices
{
    /// <summary>Needs search.</summary>
    public static IServiceCollection AddVerification(this IServiceCollection services)
    {
        services.AddSingleton<CaseBook>();
        services.AddSingleton<CaseArchive>();
        services.AddSingleton<CaseDesk>();
        return services;
    }
}

using AwardArchive.Archive;
using Microsoft.Extensions.Options;

namespace AwardArchive.Access.Audit;

internal static class AuditServices
{
    /// <summary>The chain: written, read and verified. Nothing runs by itself.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddOptions<AuditOptions>().BindConfiguration(AuditOptions.Section).ValidateDataAnnotations().ValidateOnStart()
            .Validate<IOptions<CatalogOptions>>(
                (audit, catalog) => audit.Key is not null || !catalog.Value.IsShared,
                $"{AuditOptions.Section}:{nameof(AuditOptions.Key)} is required where {CatalogOptions.Section}:{nameof(CatalogOptions.ConnectionString)} is set: "
                + "all machines have the same secret of at least 32 characters.");
        services.AddSingleton<AuditKeys>();
        services.AddSingleton<AuditMonths>();
        services.AddSingleton<AuditHead>();
        services.AddSingleton<AuditCheckpoints>();
        services.AddSingleton<AuditForgetting>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        services.AddSingleton<AuditBook>();
        services.AddSingleton<AuditExport>();
        services.AddSingleton<AuditVerifier>();
        return services;
    }

    /// <summary>Behind who acts is known, before it is asked whether they may.</summary>
    public static void UseAudit(this IApplicationBuilder app) => app.UseMiddleware<AuditTrail>();
}
